import Conformance
import Redaction
import Results
import SeamContract
import Testing

@testable import Conformance  // observations are not public, since they are not redacted

@Suite("Automatic checks")
struct AutomaticCheckTests {
    /// A response, and what the checks must say of it.
    struct Example: Sendable, CustomTestStringConvertible {
        let testDescription: String
        let requirement: String
        let code: String
        let response: IncomingResponse
        var path = "/user_identities/delete"
        var isReadable = true

        init(
            _ requirement: String,
            _ code: String,
            _ what: String,
            status: Int = 200,
            body: String = #"{"ok":true}"#,
            headers: [String: String] = [:],
            path: String = "/user_identities/delete"
        ) {
            testDescription = "\(requirement): \(what)"
            self.requirement = requirement
            self.code = code
            self.path = path
            var fields = ["content-type": "application/json", "seam-request-id": "r1"]
            for (name, value) in headers { fields[name] = value.isEmpty ? nil : value }
            let list = fields.keys.sorted().map { HeaderField(name: $0, value: fields[$0] ?? "") }
            response = IncomingResponse(status: status, headers: list, body: Array(body.utf8))
        }
    }

    private static let refusal = #"{"error":{"type":"invalid_input","message":"no"},"ok":false}"#

    @Test(
        "A body that is no JSON is told with what is wrong in it, and how it was encoded",
        arguments: [
            ("<html>", "", "no JSON: 1:1: "), ("", "", "no body"), ("\u{1F}\u{8B}", "gzip", "no JSON: 1:1: "),
            ("", "gzip", "no body, with content-encoding gzip, which was not asked for"),
        ]
    )
    func syntaxFlaw(body: String, encoding: String, actual: String) throws {
        for (status, requirement) in [(400, "TR-ERR-ENVELOPE"), (200, "TR-SCHEMA")] {
            let example = Example(
                requirement,
                "",
                "",
                status: status,
                body: body,
                headers: ["content-encoding": encoding]
            )
            let breach = try #require(try Self.breaches(example).first { $0.requirement == requirement }?.breach)
            #expect(breach.actual.hasPrefix(actual))
            #expect(breach.actual.hasSuffix("gzip, which was not asked for") == !encoding.isEmpty)
        }
    }

    @Test(
        "What keeps the contract breaks nothing",
        arguments: [
            Example("", "", "a success"), Example("", "", "a refusal", status: 400, body: refusal),
            Example("", "", "an undeclared refusal", status: 409, body: refusal),
            Example("", "", "a refusal of another kind", status: 422, body: refusal),
            Example(
                "",
                "",
                "a body that is too large for the web server",
                status: 413,
                body: "Body exceeded 1mb limit",
                headers: ["content-type": "text/plain", "seam-request-id": ""]
            ),
            Example("", "", "a parameter of the type", headers: ["content-type": "application/json; charset=utf-8"]),
            Example(
                "",
                "",
                "an unknown path",
                status: 404,
                body: "404",
                headers: ["content-type": "text/plain"],
                path: "/x"
            ),
        ]
    )
    func keeps(example: Example) throws {
        #expect(try Self.breaches(example).isEmpty)
    }

    @Test(
        "What breaks it is named by its requirement",
        arguments: [
            Example("TR-NEVER-500", "status.serverError", "a server error", status: 500, body: refusal),
            Example(
                "TR-NO-REDIRECT",
                "status.redirect",
                "a redirect",
                status: 307,
                body: "",
                headers: ["location": "/y"]
            ),
            Example("TR-SCHEMA", "status.undocumented", "an unknown status", status: 418, body: refusal),
            Example("TR-STATUS-200", "status.success", "another success", status: 201),
            Example("TR-CT-SUCCESS", "contentType.success", "plain text", headers: ["content-type": "text/plain"]),
            Example("TR-CT-SUCCESS", "contentType.success", "no type", headers: ["content-type": ""]),
            Example(
                "TR-ERR-CT",
                "contentType.error",
                "problem+json",
                status: 400,
                body: refusal,
                headers: ["content-type": "application/problem+json"]
            ),
            Example("TR-SCHEMA", "body.syntax", "an HTML page", body: "<html>"),
            Example("TR-SCHEMA", "body.syntax", "an empty body", body: ""),
            Example("TR-SCHEMA", "body.duplicateMember", "a name said twice", body: #"{"ok":true,"a":1,"a":2}"#),
            Example("TR-OK-TRUE", "ok.disagrees", "ok as text", body: #"{"ok":"true"}"#),
            Example("TR-OK-TRUE", "ok.disagrees", "no ok", body: "{}"),
            Example(
                "TR-OK-FALSE",
                "ok.disagrees",
                "ok of a refusal",
                status: 400,
                body: #"{"error":{"type":"a","message":"b"},"ok":true}"#
            ),
            Example(
                "TR-ERR-ENVELOPE",
                "error.envelope",
                "no message",
                status: 400,
                body: #"{"error":{"type":"a"},"ok":false}"#
            ),
            Example(
                "TR-ERR-ENVELOPE",
                "error.envelope",
                "an error as text",
                status: 400,
                body: #"{"error":"a","ok":false}"#
            ),
            Example("TR-REQID", "header.requestID", "no request id", headers: ["seam-request-id": ""]),
            Example(
                "TR-ERR-NOSTACK",
                "error.stack",
                "a stack",
                status: 400,
                body: #"{"error":{"type":"a","message":"b","stack":"x"},"ok":false}"#
            ),
            Example(
                "TR-ERR-NOSTACK",
                "error.stack",
                "a trace in the text",
                status: 400,
                body: #"{"error":{"type":"a","message":"boom\n    at f (/app/x.js:1:1)"},"ok":false}"#
            ),
            Example(
                "TR-NO-SECRET",
                "secret.repeated",
                "the key as the name of a header field",
                headers: ["x-seam_testcanary_zq8rt4vw1xy7canary": "1"]
            ),
            Example(
                "TR-NO-SECRET",
                "secret.repeated",
                "the key",
                status: 401,
                body: #"{"error":{"type":"a","message":"no key seam_testCANARY_zQ8rT4vW1xY7canary"},"ok":false}"#
            ),
            Example(
                "UI-SCHEMA-BASE",
                "schema.required",
                "a missing member",
                body: #"{"user_identity":{},"ok":true}"#,
                path: "/user_identities/create"
            ),
        ]
    )
    func breaks(example: Example) throws {
        let breaches = try Self.breaches(example)
        #expect(breaches.contains { $0.requirement == example.requirement && $0.breach.code == example.code })
    }

    @Test("A success with one fault breaks one requirement, once")
    func foldsDuplicates() throws {
        let breaches = try Self.breaches(Example("", "", "no ok", body: "{}"))
        #expect(breaches.map(\.requirement) == ["TR-OK-TRUE"])
    }

    @Test("A success whose body is no object is told once", arguments: ["<html>", "[]", "null", "", "\"ok\""])
    func tellsSyntaxAlone(body: String) throws {
        let breaches = try Self.breaches(Example("", "", "", body: body))
        #expect(breaches.map(\.breach.code) == ["body.syntax"])
    }

    @Test(
        "Only a success can break what is said of a success's `ok`",
        arguments: [
            (400, #"{"error":{"type":"a","message":"b"}}"#), (401, #"{"ok":true}"#), (404, "[]"), (500, "{}"),
            (302, "{}"),
        ]
    )
    func leavesFlagOfRefusals(status: Int, body: String) throws {
        let breaches = try Self.breaches(Example("", "", "", status: status, body: body))
        #expect(!breaches.map(\.requirement).contains("TR-OK-TRUE"))
    }

    @Test("The key is found in a response however it is encoded", arguments: [#"\u005f"#, "%5F", "&#95;", "&lowbar;"])
    func findsEncodedSecrets(underscore: String) throws {
        let key = TestRun.canaryKey.replacing("_", with: underscore)
        let inBody = Example("", "", "", body: #"{"ok":true,"key":"\#(key)"}"#)
        let inHeader = Example("", "", "", headers: ["x-key": key])
        for example in [inBody, inHeader] {
            #expect(try Self.breaches(example).map(\.requirement).contains("TR-NO-SECRET"))
        }
    }

    @Test("Faults of equal items in a list are one")
    func foldsItems() throws {
        let body = #"{"acs_systems":[{"name":1},{"name":2}],"ok":true}"#
        let breaches = try Self.breaches(Example("", "", "", body: body, path: "/acs/systems/list"))
        let names = breaches.map(\.breach).filter { $0.place == "/acs_systems/*/name" }
        #expect(names.map { $0.message.prefix { $0 != ":" } } == ["at /acs_systems/0/name and /1/name"])
    }

    @Test("What a request that can't be read gets for an answer is left to the web server")
    func leavesUnreadable() throws {
        var example = Example("", "", "", status: 400, body: "Invalid JSON", headers: ["content-type": "text/plain"])
        example.isReadable = false
        #expect(try Self.breaches(example).isEmpty)
    }

    @Test("Every requirement that a check can name is in the catalogue")
    func catalogued() throws {
        let catalogue = try TestSuite.catalogue.get()
        let ids = [
            "TR-NEVER-500", "TR-NO-REDIRECT", "TR-SCHEMA", "TR-STATUS-200", "TR-CT-SUCCESS", "TR-ERR-CT", "TR-OK-TRUE",
            "TR-OK-FALSE", "TR-ERR-ENVELOPE", "TR-REQID", "TR-ERR-NOSTACK", "TR-NO-SECRET",
        ]
        #expect(ids.filter { catalogue[$0] == nil } == [])
    }

    @Test("What the contract does not know is drift, with items as stars, and no breach")
    func drifts() throws {
        let body = #"{"acs_systems":[],"surprise":1,"ok":true}"#
        let example = Example("", "", "", body: body, path: "/acs/systems/list")
        let observation = try Self.observation(example)
        let drift = Drift(kind: .undocumentedMember, operation: "/acs/systems/list", place: "/surprise")
        #expect(DriftCheck.drifts(observation) == [drift])
        let clash = try Self.observation(Example("", "", "", status: 409, body: Self.refusal))
        #expect(DriftCheck.drifts(clash).map(\.place) == ["409"])
    }

    private static func breaches(_ example: Example) throws -> [(requirement: String, breach: Breach)] {
        let weighings = AutomaticChecks.weighings(try observation(example), try TestSuite.catalogue.get())
        return weighings.flatMap { weighing in weighing.breaches.map { (weighing.requirement, $0) } }
    }

    private static func observation(_ example: Example) throws -> Observation {
        let operation = try TestSuite.contract.get()[example.path]
        let secrets = Credentials(apiKey: TestRun.canaryKey).secrets
        return Observation(
            question: .init(operation: operation, isMethodKnown: operation != nil, isReadable: example.isReadable),
            response: example.response,
            secrets: secrets,
            redactor: Redactor(secrets: secrets)
        )
    }
}
