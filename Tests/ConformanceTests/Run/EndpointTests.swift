import Conformance
import Testing

@Suite("What an endpoint and its credentials may be")
struct EndpointTests {
    @Test(
        "A port that is none is refused",
        arguments: [
            "http://h:99999", "http://h:0", "http://h:", "http://h:/seam", "http://[::1]:65536", "http://[::1]:",
        ]
    )
    func unfitPorts(url: String) {
        let error = #expect(throws: EndpointError.self) {
            try Endpoint(url: url, credentials: Credentials(apiKey: "k"))
        }
        #expect(error?.description.contains("port") == true)
    }

    @Test(
        "A port, or none, is taken",
        arguments: ["http://h:1", "https://h:65535/a:b", "http://[::1]", "http://[::1]:80/"]
    )
    func fitPorts(url: String) throws {
        #expect(throws: Never.self) { try Endpoint(url: url, credentials: Credentials(apiKey: "k")) }
    }

    @Test(
        "A credential that can't be sent is told by its variable and never by its value",
        arguments: [
            ("canary\n", "a line break"), ("ca\rnary", "a line break"), ("canary\r\n", "a line break"),
            ("ca\0nary", "a control character"), ("ca\tnary", "a control character"),
            ("canary\u{e4}", "a character outside ASCII"), (" canary", "a space at its beginning or end"),
            ("canary ", "a space at its beginning or end"),
        ]
    )
    func unfitCredentials(text: String, flaw: String) {
        let given = [
            ("SEAM_API_KEY", Credentials(apiKey: text)),
            ("SEAM_OTHER_API_KEY", Credentials(apiKey: "k", otherAPIKey: text)),
            ("SEAM_PERSONAL_ACCESS_TOKEN", Credentials(personalAccessToken: text, workspaceID: "w")),
            ("SEAM_WORKSPACE_ID", Credentials(personalAccessToken: "t", workspaceID: text)),
        ]
        for (variable, credentials) in given {
            let error = #expect(throws: EndpointError.self) { try Endpoint(url: "http://h", credentials: credentials) }
            #expect(error?.description == "\(variable) holds \(flaw) (set it again without it)")
        }
    }
}
