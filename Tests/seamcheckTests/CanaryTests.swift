import Foundation
import JSON
import TestEndpoint
import Testing

@Suite("Secrets and personal data in everything that the program prints and writes")
struct CanaryTests {
    private static let formats = [
        "text", "html", "markdown", "junit", "ctrf", "tap", "allure", "sarif", "github", "openmetrics", "prometheus",
        "badge", "ndjson",
    ]
    private static let redaction = ["--redact-personal", "--redact", "canary-[a-z]+\\.internal"]

    @Test("nothing that an endpoint sends back shows in a report, the store or the console of a run, or in a gate's")
    func run() async throws {
        let program = try Program()
        try await TestEndpoint.withRunning(.answers(Canary.response)) { endpoint in
            let options =
                ["--endpoint", endpoint.url, "--timeout", "600", "--allow-production"] + Self.redaction
                + Self.formats.flatMap { ["--report", "\($0)=out/\($0)"] }
            let result = try await program.run(
                ["run", SuiteFile.creations] + options + ["--label", "note=\(Canary.key)"],
                environment: Canary.variables
            )
            #expect(result.status == 1)
            Canary.expectNone(in: result.output, "the summary")
            Canary.expectNone(in: result.errors, "the progress")
            let gate = try await program.run(
                ["gate", "--run", "--scenarios", SuiteFile.oneCase, "--explain"]
                    + ["--endpoint", endpoint.url, "--timeout", "600", "--allow-production"] + Self.redaction,
                environment: Canary.variables
            )
            #expect([1, 69].contains(gate.status))
            Canary.expectNone(in: gate.output + gate.errors, "the gate")
        }
        let files = try program.files(in: "out") + program.files(in: "reports")
        #expect(files.count > Self.formats.count)
        for file in files {
            let bytes = try Data(contentsOf: program.folder.appendingPathComponent(file))
            Canary.expectNone(in: String(decoding: bytes, as: UTF8.self), file)
        }
        let shown = try program.text(of: "out/html")
        for placeholder in ["$SEAM_API_KEY", "[redacted]", "[email ", "[phone ", "[name "] {
            #expect(shown.contains(placeholder), "\(placeholder) is what is shown instead")
        }
        #expect(shown.contains("@example.com"), "what the run made up is shown")
        try await expectNoneInQuestions(to: program)
    }

    /// Asks the store everything that it answers.
    private func expectNoneInQuestions(to program: Program) async throws {
        let questions =
            [
                ["history", "runs"], ["history", "runs", "--format", "json"], ["history", "show"],
                ["history", "case", "identity-create-echo"],
                ["history", "compare", "latest", "latest"], ["history", "drift"], ["history", "flaky"],
                ["history", "latency"],
                ["history", "first-bad"], ["history", "recheck", "TR-OK-TRUE"], ["history", "check"],
                ["requirements", "--coverage"], ["gate", "--explain", "--format", "json"],
                ["gate", "--write-baseline", "baseline.yaml"], ["contract", "coverage"],
                ["report", "--trend", "--format", "html"], ["report", "--trend", "--format", "json"],
                ["report", "--trend", "--format", "markdown"], ["report", "--trend"],
            ] + Self.formats.filter { $0 != "allure" }.map { ["report", "--format", $0] }
        for question in questions {
            let result = try await program.run(question)
            #expect(result.status != 64 && result.status != 70, "\(question): \(result.errors)")
            Canary.expectNone(in: result.output + result.errors, question.joined(separator: " "))
        }
        let baseline = program.folder.appendingPathComponent("baseline.yaml")
        if let text = try? String(contentsOf: baseline, encoding: .utf8) { Canary.expectNone(in: text, "the baseline") }
    }

    @Test(
        "a secret among the arguments is not repeated by the message that refuses them",
        arguments: [
            ["run", Canary.key], ["run", "--\(Canary.key)"], ["run", "--endpoint", "http://a:\(Canary.key)@h"],
            ["run", "--endpoint", "x/\(Canary.key)"], ["run", "--id", Canary.key], ["run", "--profile", Canary.key],
            ["history", "show", Canary.key], ["report", "--store", Canary.key], ["run", "--rerun", Canary.key],
            ["gate", "--baseline-file", Canary.key], [Canary.key], ["prove", "--fault", Canary.key],
            ["contract", "check", Canary.key], ["run", "--report", "html=/dev/null/\(Canary.key)"],
            ["run", "--redact", "(\(Canary.key)"],
        ]
    )
    func messages(arguments: [String]) async throws {
        let result = try await Program().run(arguments, environment: Canary.variables)
        #expect(result.status != 0)
        Canary.expectNone(in: result.output + result.errors, "\(arguments)")
    }

    @Test("recorded traffic is judged without showing its secrets or persons", arguments: ["text", "json"])
    func traffic(format: String) async throws {
        let program = try Program()
        try program.write(try Canary.archive, to: "traffic.har")
        let result = try await program.run(
            ["contract", "validate", "--traffic", "traffic.har", "--format", format] + Self.redaction,
            environment: Canary.variables
        )
        #expect(result.status == 1, "\(result.errors)")
        Canary.expectNone(in: result.output + result.errors, "the verdicts")
    }

    @Test("a pattern that can't be used is refused with its fault", arguments: ["(", "^$", "a{9999}", "(?<=a)b"])
    func badPattern(pattern: String) async throws {
        for command in [["run"], ["gate", "--run"], ["contract", "validate", "--traffic", "x"]] {
            let result = try await Program().run(command + ["--redact", pattern])
            #expect(result.status == 64)
            #expect(result.errors.contains("--redact"))
            #expect(result.errors.contains("of the pattern"))
        }
    }

    @Test("redaction belongs to a run of the gate")
    func gateWithoutRun() async throws {
        let result = try await Program().run(["gate", "--redact-personal"])
        #expect(result.status == 64)
        #expect(result.errors.contains("--run or --rerun"))
    }
}

/// What must never show, and where an endpoint puts it.
enum Canary {
    static let key = "seam_test1Canary_0123456789abcdefghijklmn"
    private static let otherKey = "vendor/Canary+key?4711"
    static let variables = ["SEAM_API_KEY": key, "SEAM_OTHER_API_KEY": otherKey]

    /// A private key, as far as tests need one.
    private static let pem =
        "-----BEGIN RSA PRIVATE KEY-----\\nMIICanaryPem/0123456789+\\n-----END RSA PRIVATE KEY-----\\n"

    /// The values of properties, in the order in which they are sent.
    private static let members = [
        #""message": "no such key: Bearer \#(key)""#, #""\#(key)": 1"#, #""hex": "\#(hex(key))""#,
        #""base64": "\#(base64(key))""#, #""basic": "\#(base64("user:" + key + ":x"))""#,
        #""url_base64": "\#(base64(otherKey).replacing("+", with: "-").replacing("/", with: "_"))""#,
        #""json": "\#(key.replacing("_", with: "\\u005f"))""#, #""twice": "\#(key.replacing("_", with: "%255F"))""#,
        #""entity": "\#(key.replacing("_", with: "&#x5f;"))""#, #""upper": "\#(key.uppercased())""#,
        #""other": "\#(otherKey.replacing("/", with: "\\/"))""#, #""access_token": "canary-access""#,
        #""client_session_token": 4242424242"#, #""refresh_token": { "a": ["canary-refresh"] }"#,
        #""api\u005fkey": "canary-apikey""#, #""nested": "{\"password\":\"canary-password\",\"pin\":\"777123\"}""#,
        #""pin_code": "8675309""#, #""code": "31415926""#, #""pem": "\#(pem)""#,
        #""url": "https://canary-user:canary-pass@h/?access_token=canary-query&x=1""#,
        #""form": "a=b&refresh_token=canary-form&c=d""#, #""jwt": "eyJhbGciOiJub25lIn0.eyJjYW5hcnkiOjF9.canarySig""#,
        #""seam": "seam_cst1canary_0123456789""#, #""markup": "<token>canary-element</token><a secret='canary-attr'>""#,
        #""list": [{ "name": "Authorization", "value": "Bearer canary-header" }]"#,
        #""contact": "mail Canary.Person@corp-canary.com or call +49 151 99887766""#,
        #""email_address": "canary person at corp""#, #""phone_number": "0151-77665544""#,
        #""full_name": "Canary Fulton""#, #""display_name": "Can\u0061ry Displayname""#,
        #""host": "see canary-db.internal""#,
    ]

    /// What the endpoint answers to everything.
    static var response: [UInt8] {
        let body = "{\"error\":{\"type\":\"canary\",\(members.joined(separator: ","))},\"ok\":false}"
        let head = [
            "HTTP/1.1 400 Bad Request", "content-type: application/json", "content-length: \(body.utf8.count)",
            "connection: close", "x-\(key): 1", "x-echo: \(key)", "set-cookie: sid=canary-cookie; Path=/; HttpOnly",
            "x-auth-token: canary-auth", "location: /a?session_token=canary-location", "x-user: canary.header@corp.io",
        ]
        return Array((head.joined(separator: "\r\n") + "\r\n\r\n" + body).utf8)
    }

    /// The same as an HTTP Archive, with what breaks the contract at places of persons.
    static var archive: String {
        get throws {
            let user =
                #"{"user_identity":{"full_name":["Canary Fulton"],"email_address":"canary person at corp","phone_number":"0151-77665544","access_token":"canary-access"},"ok":true}"#
            let bodies = ["{\"error\":{\(members.joined(separator: ","))},\"ok\":false}", user]
            let entries = bodies.map { body -> JSONValue in
                [
                    "request": [
                        "method": "POST",
                        "url": "https://canary-user:canary-pass@h/user_identities/get?token=canary-query",
                        "headers": [["name": "Authorization", "value": "Bearer canary-auth"]],
                        "postData": [
                            "mimeType": "application/json", "text": #"{"user_identity_id":1}"#,
                        ],
                    ],
                    "response": [
                        "status": 200, "headers": [["name": "Set-Cookie", "value": "sid=canary-cookie; Path=/"]],
                        "content": ["mimeType": "application/json", "text": .string(body)],
                    ],
                ]
            }
            let archive: JSONValue = ["log": ["entries": .array(entries)]]
            return archive.serialized(.pretty)
        }
    }

    /// What must not show, in the form in which it would.
    private static var needles: [String] {
        [
            key, key.uppercased(), hex(key), String(base64(key).dropLast(4)),
            String(base64("user:" + key).dropFirst(12).prefix(16)),
            otherKey, String(base64(otherKey).dropLast(4)), key.replacing("_", with: "\\u005f"),
            key.replacing("_", with: "%255F"), key.replacing("_", with: "&#x5f;"), "canary-access", "4242424242",
            "canary-refresh", "canary-apikey", "canary-password", "777123", "8675309", "31415926", "CanaryPem",
            "canary-user", "canary-pass", "canary-query", "canary-form", "canarySig", "seam_cst1canary",
            "canary-element", "canary-attr", "canary-header", "Canary.Person", "corp-canary", "99887766",
            "canary person", "77665544", "Fulton", "Displayname", "canary-db", "canary-cookie", "canary-auth",
            "canary-location", "canary.header",
        ]
    }

    /// Expects that nothing of it shows in a text, in whichever letter case.
    static func expectNone(in text: String, _ what: String, _ location: SourceLocation = #_sourceLocation) {
        let text = text.lowercased()
        for needle in needles where text.contains(needle.lowercased()) {
            Issue.record("\(what) shows \(needle)", sourceLocation: location)
        }
    }

    private static func hex(_ text: String) -> String {
        text.utf8.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
    }

    private static func base64(_ text: String) -> String { Data(text.utf8).base64EncodedString() }
}
