import Testing

@Suite("seamcheck contract validate")
struct ContractValidateTests {
    private static let validate = ["contract", "validate"]
    private static let create = validate + ["--operation", "user_identities.create"]

    @Test("a response is held against what the contract documents for its status")
    func response() async throws {
        let program = try Program()
        try program.write(#"{"ok": true, "x": 1}"#, to: "good.json")
        try program.write("{\n  \"ok\": 1}", to: "bad.json")
        let link = Self.validate + ["--operation", "/user_identities/add_acs_user", "--response"]
        let good = try await program.run(link + ["good.json"])
        #expect(good.status == 0)
        #expect(
            good.output == """
                good.json: note: the contract does not know /x
                good.json: keeps the contract of /user_identities/add_acs_user as a response 200

                """
        )
        let bad = try await program.run(link + ["bad.json"])
        #expect(bad.status == 1)
        #expect(bad.output.hasPrefix("bad.json:2:9: at /ok: expected "))
        #expect(bad.output.contains("bad.json: breaks the contract of /user_identities/add_acs_user as a response 200"))
    }

    @Test("a status that the contract does not document breaks it, one that is known to come can't be judged")
    func status() async throws {
        let program = try Program()
        try program.write("{}", to: "body.json")
        let response = Self.create + ["--response", "body.json", "--status"]
        let unknown = try await program.run(response + ["418"])
        #expect(unknown.status == 1)
        #expect(unknown.output.hasPrefix("body.json: the contract does not document status 418 (expected one of 200, "))
        #expect(try await program.run(response + ["404"]).status == 2)
        #expect(try await program.run(response + ["400"]).status == 1)
    }

    @Test("the parameters of a request are held against the contract")
    func request() async throws {
        let request = Self.create + ["--request", "-"]
        let bad = try await Program().run(request, by: #"echo '{"email_address": 5}' | "$@""#)
        #expect(bad.status == 1)
        #expect(bad.output.hasPrefix("stdin:1:19: at /email_address: expected a string, found 5 (#/paths/"))
        let good = try await Program().run(request, by: #"echo '{"email_address": "a@example.com"}' | "$@""#)
        #expect(good.output == "stdin: keeps the contract of /user_identities/create as a request\n")
        let broken = try await Program().run(request, by: #"echo '{,}' | "$@""#)
        #expect(broken.status == 1)
        #expect(broken.output.hasPrefix("stdin:1:2: no JSON: expected a member name or '}', found ','\n"))
    }

    @Test("as JSON the verdict says what was judged, and what is wrong")
    func json() async throws {
        let program = try Program()
        try program.write("nope", to: "body.json")
        let result = try await program.run(Self.create + ["--response", "body.json", "--format", "json"])
        #expect(result.status == 1)
        #expect(
            result.output == """
                {
                  "operation": "/user_identities/create",
                  "part": "response",
                  "status": 200,
                  "valid": false,
                  "judged": true,
                  "faults": [
                    {
                      "code": "syntax",
                      "message": "no JSON: expected 'null', found 'o'",
                      "line": 1,
                      "column": 2
                    }
                  ]
                }

                """
        )
    }

    /// An archive with a call that keeps the contract, one that breaks it, one of another site, and one without an answer.
    private static let archive = #"""
        {"log": {"version": "1.2", "entries": [
        {"request": {"method": "POST", "url": "https://example.com/user_identities/add_acs_user",
          "headers": [{"name": "authorization", "value": "Bearer very-secret-key"}],
          "postData": {"mimeType": "application/json", "text": "{\"user_identity_id\":\"very-secret-key\"}"}},
          "response": {"status": 200, "content": {"mimeType": "application/json", "text": "{\"ok\":true}"}}},
        {"request": {"method": "GET", "url": "https://example.com/app.js?token=very-secret-key"}, "response": {"status": 200}},
        {"request": {"method": "POST", "url": "https://example.com/user_identities/add_acs_user"},
          "response": {"status": 0}},
        {"request": {"method": "DELETE", "url": "https://example.com/user_identities/add_acs_user"},
          "response": {"status": 404, "content": {}}}
        ]}}
        """#

    @Test("of recorded traffic every entry gets its verdict, with a summary, and no secret shows")
    func traffic() async throws {
        let program = try Program()
        try program.write(Self.archive, to: "a.har")
        let result = try await program.run(Self.validate + ["--traffic", "a.har"])
        #expect(result.status == 1)
        #expect(!result.output.contains("very-secret-key"))
        let lines = result.output.split(separator: "\n").filter { !$0.hasPrefix("  ") }
        let path = "https://example.com/user_identities/add_acs_user"
        #expect(
            lines == [
                "broken     a.har:2:1: POST \(path) → 200",
                "unmatched  a.har:6:1: GET https://example.com/app.js?token=[redacted] → 200",
                "unanswered a.har:7:1: POST \(path) → no response",
                "kept       a.har:9:1: DELETE \(path) → 404",
                "1 of 4 entries kept the contract, 1 broke it, 1 matched no operation, 1 had no response",
            ]
        )
        #expect(result.output.contains("  request: at /user_identity_id: expected a UUID"))
        let json = try await program.run(Self.validate + ["--traffic", "a.har", "--format", "json"])
        #expect(json.status == 1)
        #expect(!json.output.contains("very-secret-key"))
        #expect(json.output.contains(#""entry": "/log/entries/3""#))
        #expect(json.output.contains(#""summary": {"#))
    }

    @Test("traffic of which nothing can be judged is no success")
    func nothingJudged() async throws {
        let program = try Program()
        try program.write(Self.archive, to: "a.har")
        let elsewhere = ["--traffic", "a.har", "--endpoint", "https://other.example.com"]
        #expect(try await program.run(Self.validate + elsewhere).status == 2)
    }

    @Test(
        "a file that is no archive is told by its place",
        arguments: zip(
            ["{}", "{", "{\"log\": {\"entries\": [\n1]}}"],
            ["a.har:1:1: not an HTTP Archive", "a.har:1:2: no JSON: ", "a.har:2:1: the entry has no text 'method'"]
        )
    )
    func noArchive(text: String, message: String) async throws {
        let program = try Program()
        try program.write(text, to: "a.har")
        let result = try await program.run(Self.validate + ["--traffic", "a.har"])
        #expect(result.status == 65)
        #expect(result.errors.hasPrefix(message))
    }

    @Test(
        "what does not go together is a usage error",
        arguments: [
            [], ["--response", "a"], ["--operation", "x", "--traffic", "a"],
            ["--operation", "x", "--request", "a", "--status", "200"],
            ["--operation", "x", "--response", "a", "--status", "99"],
            ["--operation", "x", "--response", "a", "--request", "b"],
            ["--operation", "user_identities.creat", "--response", "a"],
        ]
    )
    func usage(options: [String]) async throws {
        let result = try await Program().run(Self.validate + options)
        #expect(result.status == 64)
        if options.contains("user_identities.creat") {
            #expect(result.errors.contains("did you mean '/user_identities/create'?"))
        }
    }

    @Test("another contract can be named, and one that is wrong is told")
    func otherContract() async throws {
        let program = try Program()
        try program.write("openapi: 3.0.3\npaths:\n  /a: { post: { responses: { '200': {} } } }", to: "own.yaml")
        try program.write("{}", to: "body.json")
        let response = Self.validate + ["--operation", "a", "--response", "body.json", "--contract"]
        #expect(try await program.run(response + ["own.yaml"]).status == 2)
        let wrong = try await program.run(response + ["body.json"])
        #expect(wrong.status == 65)
        #expect(wrong.errors.hasPrefix("body.json:1:1: not an OpenAPI document"))
    }
}
