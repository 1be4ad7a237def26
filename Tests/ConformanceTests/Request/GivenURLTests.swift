import Results
import Scenarios
import Testing

@testable import Conformance  // what a request is made of is not public

@Suite("URLs that an endpoint gave, and keys")
struct GivenURLTests {
    @Test(
        "A URL that the endpoint gave is followed to the endpoint itself",
        arguments: [
            (
                "http://127.0.0.1:8080", "http://127.0.0.1:8080/a/list?search=x+y%2Bz&limit=2",
                "/a/list?search=x+y%2Bz&limit=2"
            ),
            ("http://127.0.0.1:8080", "HTTP://127.0.0.1:8080/a/list", "/a/list"),
            ("https://seam.example/v1", "https://SEAM.example:443/v1/a/list?b#c", "/a/list?b="),
            ("http://127.0.0.1:80", "http://127.0.0.1/a/get?b=%2F", "/a/get?b=%2F"),
        ]
    )
    func followedURLs(endpoint: String, url: String, expected: String) throws {
        let place = try #require(GivenURL(url, below: Self.endpoint(endpoint)))
        let query = QueryString.written(place.query).joined(separator: "&")
        #expect(place.path + (query.isEmpty ? "" : "?" + query) == expected)
    }

    @Test(
        "A URL that leads elsewhere is followed nowhere",
        arguments: [
            "", "/a/list", "//127.0.0.1:8080/v1/a/list", "ftp://127.0.0.1:8080/v1/a/list",
            "https://127.0.0.1:8080/v1/a/list",
            "http://127.0.0.1:8081/v1/a/list", "http://127.0.0.1/v1/a/list", "http://localhost:8080/v1/a/list",
            "http://127.0.0.1:8080.evil.example/v1/a/list", "http://127.0.0.1:8080@evil.example/v1/a/list",
            "http://evil.example/127.0.0.1:8080/v1/a/list", "http://user@127.0.0.1:8080/v1/a/list",
            "http://:key@127.0.0.1:8080/v1/a/list", "http://127.0.0.1:8080/a/list", "http://127.0.0.1:8080/v1",
            "http://127.0.0.1:8080/v12/a/list",
            "http://127.0.0.1:8080/v1/../a/list", "http://127.0.0.1:8080/v1/%2e%2E/a/list",
            "http://127.0.0.1:8080/v1/a/list?b=%FF",
            "http://127.0.0.1:8080\\@evil.example/v1/a/list", "http://127.0.0.1:8080/v1/a/list?b=%zz",
            " http://127.0.0.1:8080/v1/a/list", "http://127.0.0.1:8080/v1/a/delete?id=1",
            "http://127.0.0.1:8080/v1/a/create",
            "http://127.0.0.1:8080/v1/a/%64elete?id=1", "http://127.0.0.1:8080/v1/a/get/delete",
            "http://127.0.0.1:8080/v1/a/list?b=" + String(repeating: "c", count: 8000),
        ]
    )
    func otherURLs(url: String) throws {
        #expect(GivenURL(url, below: try Self.endpoint("http://127.0.0.1:8080/v1")) == nil)
    }

    @Test("A key behind Basic is the user's own, and there is none without a key")
    func basic() throws {
        let identity = Identity(credentials: Credentials(apiKey: "seam_test_1"))
        #expect(identity.headers(for: .basic, token: nil)?.map(\.value) == ["Basic seam_test_1"])
        #expect(Identity(credentials: Credentials()).headers(for: .basic, token: nil) == nil)
    }

    private static func endpoint(_ url: String) throws -> Endpoint {
        try Endpoint(url: url, credentials: Credentials(apiKey: "seam_test_1"))
    }
}
