import Conformance
import JSON
import JSONSchema
import Redaction
import SeamContract
import Testing

@Suite("Recorded traffic")
struct TrafficTests {
    /// A contract with one operation that lists users.
    private static let document = """
        openapi: 3.0.3
        paths:
          /users/list:
            get: &list
              parameters:
                - { name: limit, in: query, schema: { type: integer } }
                - { name: ids, in: query, schema: { type: array, items: { type: string } } }
                - { name: search, in: query, schema: { type: string, nullable: true } }
                - { name: active, in: query, schema: { type: boolean } }
                - { name: meta, in: query, schema: { type: object } }
              responses: &responses
                "200":
                  content:
                    application/json:
                      schema: { type: object, required: [users], properties: { users: { type: array } } }
                "400": {}
            post:
              requestBody:
                content:
                  application/json:
                    schema:
                      type: object
                      properties:
                        limit: { type: integer, maximum: 500 }
                        ids: { type: array, items: { type: string } }
                        search: { type: string, nullable: true }
                        active: { type: boolean }
                        meta: { type: object, properties: { key: { enum: [value] } } }
              responses: *responses
        """

    private static let users: JSONValue = ["text": #"{"users":[]}"#, "mimeType": "application/json"]

    /// The verdict on an entry of an archive.
    private func verdict(
        _ method: String = "POST",
        _ url: String = "https://example.com/users/list",
        postData: JSONValue? = nil,
        status: Int = 200,
        content: JSONValue = users,
        endpoint: String? = nil
    ) throws -> TrafficVerdict {
        var request: JSONObject = ["method": .string(method), "url": .string(url)]
        if let postData { request["postData"] = postData }
        let response: JSONValue = ["status": .number(JSONNumber(status)), "content": content]
        let archive: JSONValue = ["log": ["entries": [["request": .object(request), "response": response]]]]
        let exchange = try #require(try TrafficRecording(archive: archive).exchanges.first)
        let contract = try Contract(text: Self.document, file: "contract.yaml")
        return TrafficJudge(contract: contract, endpoint: endpoint).verdict(on: exchange)
    }

    @Test("an exchange that keeps the contract is kept")
    func kept() throws {
        let verdict = try verdict(postData: ["mimeType": "application/json", "text": #"{"limit": 5}"#])
        #expect(verdict.outcome == .kept)
        #expect(verdict.operation == "/users/list")
    }

    @Test(
        "a query is read with the types that the contract gives its parameters",
        arguments: [
            "", "limit=5&_strict=true", "ids=a&ids=b", "ids[]=a&ids[]=b", "ids=a,b", "ids=", "search=", "search=a+b%2B",
            "active=true", "meta.key=value", "unknown=1",
        ]
    )
    func query(query: String) throws {
        #expect(try verdict("GET", "https://example.com/users/list?\(query)").outcome == .kept)
    }

    @Test(
        "a query that breaks the contract is told",
        arguments: [
            ("limit=x", "at /limit: expected an integer, found \"x\""),
            ("limit=501", "at /limit: expected a number ≤ 500"),
            ("limit=1&limit=2", "the parameter limit is repeated"), ("active=1", "at /active: expected a boolean"),
            ("meta.key=other", "at /meta/key: expected \"value\""), ("limit=%zz", "not form-encoded"),
        ]
    )
    func wrongQuery(query: String, message: String) throws {
        let verdict = try verdict("GET", "https://example.com/users/list?\(query)")
        #expect(verdict.outcome == .broken)
        let request = try #require(verdict.request)
        let messages = request.faults.map(\.message) + (request.validation?.violations.map(\.message) ?? [])
        #expect(messages.contains { $0.contains(message) })
    }

    @Test("a request that breaks the contract and was refused is as it should be, and is told")
    func refused() throws {
        let verdict = try verdict(postData: ["text": #"{"limit": "x"}"#], status: 400, content: [:])
        #expect(verdict.outcome == .kept)
        #expect(verdict.isRefused)
        #expect(verdict.request?.validation?.violations.count == 1)
    }

    @Test(
        "a response is judged by its status, type and body",
        arguments: [
            (200, ["text": #"{"users":1}"#], "schema"), (200, ["text": "{"], "syntax"), (200, ["size": 0], "empty"),
            (200, ["text": "<p>", "mimeType": "text/html; charset=utf-8"], "contentType"), (500, users, "status"),
            (200, ["text": "eyJ1c2VycyI6MX0=", "encoding": "base64"], "schema"),
        ] as [(Int, JSONValue, String)]
    )
    func response(status: Int, content: JSONValue, code: String) throws {
        let verdict = try verdict(status: status, content: content)
        #expect(verdict.outcome == .broken)
        let response = try #require(verdict.response)
        let codes = response.faults.map(\.code) + (response.validation?.violations ?? []).map { _ in "schema" }
        #expect(codes == [code])
    }

    @Test(
        "a body in base64 is read, and one that is not readable is told and not judged",
        arguments: [
            (["text": "eyJ1c2VycyI6W119", "encoding": "base64"], nil),
            (["size": 12], "the body was not recorded"), (["text": "x", "encoding": "rot13"], "recorded as 'rot13'"),
            (["text": "=", "encoding": "base64"], "is none"),
            (["text": "H4sIAAAAAAAAA6tWKi1OLSpWsoqOrQUAzzvBZQwAAAA=", "encoding": "base64"], "compressed by gzip"),
        ] as [(JSONValue, String?)]
    )
    func encodings(content: JSONValue, remark: String?) throws {
        let verdict = try verdict(content: content)
        #expect(verdict.outcome == (remark == nil ? .kept : .unjudged))
        let response = try #require(verdict.response)
        #expect(response.isJudged == (remark == nil))
        #expect(response.remarks.count == (remark == nil ? 0 : 1))
        #expect(response.remarks.allSatisfy { $0.contains(remark ?? "") })
    }

    @Test(
        "what is no call of an operation is told apart",
        arguments: [
            ("GET", "https://example.com/app.js"), ("OPTIONS", "https://example.com/users/list"),
            ("GET", "https://example.com/users/list/"), ("BREW", "https://example.com/users/list"), ("GET", "nonsense"),
        ]
    )
    func unmatched(method: String, url: String) throws {
        #expect(try verdict(method, url).outcome == .unmatched)
    }

    @Test("a method that the operation does not have is a fault, unless it was refused")
    func method() throws {
        #expect(try verdict("DELETE").request?.faults.map(\.code) == ["method"])
        #expect(try verdict("DELETE").outcome == .broken)
        #expect(try verdict("DELETE", status: 405).outcome == .kept)
    }

    @Test("what was not answered is not judged")
    func unanswered() throws {
        #expect(try verdict(status: 0).outcome == .unanswered)
    }

    @Test(
        "only what went below the endpoint is judged when one is named",
        arguments: [
            ("https://example.com/users/list", "https://example.com", true),
            ("https://example.com/api/users/list", "https://EXAMPLE.com/api/", true),
            ("https://example.com/users/list", "https://other.com", false),
            ("http://example.com/users/list", "https://example.com", false),
            ("https://example.com/apiusers/list", "https://example.com/api", false),
            ("https://example.com/users/list", "HTTPS://example.com:443", true),
            ("https://me:pw@example.com:443/users/list", "https://example.com", true),
            ("https://example.com:8443/users/list", "https://example.com", false),
        ]
    )
    func endpoint(url: String, endpoint: String, isJudged: Bool) throws {
        #expect(try verdict("GET", url, endpoint: endpoint).outcome == (isJudged ? .kept : .unmatched))
    }

    @Test("a file that is no archive is told with the place in it")
    func noArchive() {
        #expect(throws: RecordingError.self) { try TrafficRecording(archive: ["log": [:]]) }
        do {
            _ = try TrafficRecording(archive: ["log": ["entries": [["request": ["method": "GET"]]]]])
            Issue.record("an entry without a URL is accepted")
        } catch {
            #expect(error.pointer.description == "/log/entries/0")
            #expect(error.message.contains("'url'"))
        }
    }

    @Test(
        "what can't be an endpoint is told from what can",
        arguments: [
            ("https://a.example", true), ("HTTP://a.example:8080/b", true), ("nonsense", false), ("a.example", false),
            ("ftp://a.example", false), ("https://", false), ("", false),
        ]
    )
    func endpoints(text: String, isOne: Bool) {
        #expect(TrafficJudge.isEndpoint(text) == isOne)
    }

    @Test("a response whose body was not recorded is not said to keep the contract", arguments: [nil, 20] as [Int?])
    func notRecorded(size: Int?) throws {
        let content: JSONValue = size.map { ["size": .number(JSONNumber($0))] } ?? [:]
        #expect(try verdict(content: content).outcome == .unjudged)
        #expect(try verdict(content: ["size": 0]).outcome == .broken)
        #expect(try verdict("DELETE", status: 405, content: content).outcome == .kept)
    }

    @Test("304 is an answer to who asked for what has changed, and to nobody else", arguments: [true, false])
    func notModified(isConditional: Bool) throws {
        let header: JSONValue = ["name": isConditional ? "If-None-Match" : "Accept", "value": "x"]
        let entry: JSONValue = [
            "request": ["method": "GET", "url": "/users/list", "headers": [header]],
            "response": ["status": 304, "content": ["size": 0]],
        ]
        let exchange = try #require(try TrafficRecording(archive: ["log": ["entries": [entry]]]).exchanges.first)
        let judge = TrafficJudge(contract: try Contract(text: Self.document, file: "c.yaml"), endpoint: nil)
        #expect(judge.verdict(on: exchange).outcome == (isConditional ? .kept : .broken))
    }

    @Test(
        "a secret is kept out of what is printed, wherever the recording has it",
        arguments: [
            ["url": "https://me:s3cret-1@example.com/users/list"], ["url": "/users/list?api_key=s3cret-1"],
            ["url": "/users/list?a=1&Access-Token=s3cret%2D1"],
            ["headers": [["name": "Cookie", "value": "a=b; sid=s3cret-1"]]],
            ["headers": [["name": "X-Api-Key", "value": "s3cret-1"]]],
            ["cookies": [["name": "a", "value": "s3cret-1"]]],
            ["postData": ["text": #"{"login":[{"client_secret":"s3cret-1"}]}"#]],
            ["postData": ["params": [["name": "password", "value": "s3cret-1"]]]],
        ] as [JSONValue]
    )
    func anySecret(request: JSONValue) throws {
        var members: JSONObject = ["method": "POST", "url": "/users/list"]
        for member in request.objectValue ?? [:] { members[member.key] = member.value }
        let recording = try TrafficRecording(archive: ["log": ["entries": [["request": .object(members)]]]])
        let redactor = Redactor(secrets: recording.secrets)
        #expect(redactor.redacted("found s3cret-1, not so") == "found [redacted], not so")
        #expect(recording.exchanges.allSatisfy { !$0.shownURL.contains("s3cret") })
    }

    @Test("a secret of a response is kept out, too")
    func secretOfResponse() throws {
        let response: JSONValue = ["headers": [["name": "Set-Cookie", "value": "sid=s3cret-1; Path=/"]]]
        let entry: JSONValue = ["request": ["method": "GET", "url": "/"], "response": response]
        let recording = try TrafficRecording(archive: ["log": ["entries": [entry]]])
        #expect(Redactor(secrets: recording.secrets).redacted("s3cret-1") == "[redacted]")
    }

    @Test("the credentials of requests are known, so that they can be kept out of what is printed")
    func secrets() throws {
        let headers: JSONValue = [
            ["name": "Authorization", "value": "Bearer abcdefghij"], ["name": "Accept", "value": "*"],
        ]
        let entry: JSONValue = ["request": ["method": "GET", "url": "/", "headers": headers]]
        let recording = try TrafficRecording(archive: ["log": ["entries": [entry, entry]]])
        #expect(recording.secrets.count == 1)
        #expect(Redactor(secrets: recording.secrets).redacted("x abcdefghij y") == "x [redacted] y")
    }
}
