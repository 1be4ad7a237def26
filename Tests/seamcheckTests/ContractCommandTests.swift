import JSON
import Testing

@Suite("Contract commands")
struct ContractCommandTests {
    private static let document = """
        openapi: 3.0.3
        info: { title: Doors, version: '1' }
        paths:
          /doors/open:
            post:
              summary: Opens a door
              responses: { '200': { $ref: 'common/answers.yaml#/done' } }

        """
    private static let answers = """
        done:
          description: Done
          content: { application/json: { schema: { type: object, properties: { ok: { type: boolean } } } } }

        """

    /// A program in a folder with a contract of two files.
    private static func program() throws -> Program {
        let program = try Program()
        try program.makeFolder("common")
        try program.write(document, to: "doors.yaml")
        try program.write(answers, to: "common/answers.yaml")
        return program
    }

    @Test("the contract that the binary carries has no problem")
    func bundled() async throws {
        let result = try await Program().run(["contract", "check"])
        #expect(result.status == 0)
        #expect(result.output == "bundled: 38 paths, 68 operations, no problem found\n")
    }

    @Test("a document of several files is checked as one, and shown")
    func severalFiles() async throws {
        let program = try Self.program()
        let result = try await program.run(["contract", "check", "doors.yaml"])
        #expect(result.status == 0)
        #expect(result.output == "doors.yaml: 1 path, 1 operation, no problem found\n")
        let shown = try await program.run(["contract", "show", "doors.open", "--contract", "doors.yaml"])
        #expect(shown.output.contains("answer 200: Done\n  ok"))
        let listed = try await program.run(["contract", "show", "--contract", "doors.yaml"])
        #expect(listed.output == "/doors/open  POST  Opens a door\n")
    }

    @Test("all problems are told on standard output, by place, and errors end with 65")
    func problems() async throws {
        let program = try Self.program()
        try program.write(Self.answers.replacing("boolean", with: "bool"), to: "common/answers.yaml")
        try program.write(Self.document.replacing("summary", with: "sumary"), to: "doors.yaml")
        let result = try await program.run(["contract", "check", "doors.yaml"])
        #expect(result.status == 65)
        #expect(
            result.output == """
                common/answers.yaml:3:84: error: expected 'type' to be boolean, integer, number, string, array or object \
                (for null, write 'nullable': true), found "bool" [schema-keyword]
                doors.yaml:6:7: error: an operation has no member 'sumary' (did you mean 'summary'?) [unknown-member]
                doors.yaml: 1 path, 1 operation, 2 errors

                """
        )
        let json = try await program.run(["contract", "check", "doors.yaml", "--format", "json"])
        #expect(json.status == 65)
        let object = try JSONValue(parsing: json.output)
        #expect(object["errors"] == 2)
        #expect(object["warnings"] == 0)
        #expect(
            object["problems"]?[1] == [
                "severity": "error", "rule": "unknown-member", "file": "doors.yaml", "line": 6, "column": 7,
                "pointer": "/paths/~1doors~1open/post/sumary",
                "message": "an operation has no member 'sumary' (did you mean 'summary'?)",
            ]
        )
    }

    @Test("warnings alone are no failure")
    func warnings() async throws {
        let program = try Self.program()
        try program.write("done: { description: Done }\n", to: "common/answers.yaml")
        let result = try await program.run(["contract", "check", "doors.yaml"])
        #expect(result.status == 0)
        #expect(result.output.hasSuffix("doors.yaml: 1 path, 1 operation, 1 warning\n"))
    }

    @Test("a reference may not leave the folders of the contract and of the user, nor lead to what is no file")
    func outside() async throws {
        let program = try Self.program()
        try program.makeFolder("api")
        for (reference, reason) in [
            ("/etc/hostname", "it lies outside of the contract's folder and of the one you are in"),
            ("../../../../../../etc/hostname", "it lies outside of the contract's folder"),
            ("../none.yaml", "there is no such file"), ("../api", "it is a folder"),
        ] {
            let text = Self.document.replacing("common/answers.yaml#/done", with: reference)
            try program.write(text, to: "api/doors.yaml")
            let result = try await program.run(["contract", "check", "api/doors.yaml"])
            #expect(result.status == 65)
            #expect(result.output.contains("api/doors.yaml:7:35: error: '\(reference)' can't be followed: "))
            #expect(result.output.contains(reason), "\(result.output)")
        }
        let beside = Self.document.replacing("common/", with: "../common/")
        try program.write(beside, to: "api/doors.yaml")
        #expect(try await program.run(["contract", "check", "api/doors.yaml"]).status == 0)
    }

    @Test("a missing document ends with 65, an unknown operation with 64 and the nearest names")
    func badInput() async throws {
        let missing = try await Program().run(["contract", "check", "none.yaml"])
        #expect(missing.status == 65)
        #expect(missing.errors == "seamcheck: can't read none.yaml: there is no such file\n")
        let unknown = try await Program().run(["contract", "show", "acs/user/get"])
        #expect(unknown.status == 64)
        #expect(
            unknown.errors
                == "seamcheck: there is no operation 'acs/user/get' (did you mean '/acs/users/get'?)\n"
        )
        let strange = try await Program().run(["contract", "show", "zzzzzz"])
        #expect(strange.errors == "seamcheck: there is no operation 'zzzzzz' ('seamcheck contract show' lists them)\n")
    }

    @Test("an operation is shown as text or JSON, in any way to write its name")
    func show() async throws {
        for name in ["/acs/users/get", "acs/users/get", "acs.users.get"] {
            let result = try await Program().run(["contract", "show", name])
            #expect(result.status == 0)
            #expect(result.output.hasPrefix("POST, GET /acs/users/get\n"))
        }
        let json = try await Program().run(["contract", "show", "acs.users.get", "--format", "json"])
        #expect(try JSONValue(parsing: json.output)["response_key"] == "acs_user")
        let list = try await Program().run(["contract", "show", "--format", "json"])
        #expect(try JSONValue(parsing: list.output).arrayValue?.count == 38)
    }
}

@Suite("Coverage command")
struct ContractCoverageCommandTests {
    @Test("a kept run tells what it exercised of the contract, in any form")
    func coverage() async throws {
        let program = try Program()
        let run = try await program.run(SuiteFile.runOfOne)
        #expect(run.status == 0)
        let table = try await program.run(["contract", "coverage"])
        #expect(table.status == 0)
        #expect(table.output.contains("\n/user_identities/create "))
        #expect(table.output.contains(" of 38 operations"))
        #expect(table.errors == "")
        let missing = try await program.run(["contract", "coverage", "latest", "--missing"])
        #expect(missing.output.contains("\nnever called\n  /acs/access_groups/add_user\n"))
        let json = try await program.run(["contract", "coverage", "--format", "json"])
        #expect(try JSONValue(parsing: json.output)["totals"]?["operations"]?["documented"] == 38)
        let markdown = try await program.run(["contract", "coverage", "--format", "markdown"])
        #expect(markdown.output.hasPrefix("# What the run exercised of the contract\n"))
    }

    @Test("a run held against another contract is told, a run that is not there is a usage error")
    func otherContract() async throws {
        let program = try Program()
        let run = try await program.run(SuiteFile.runOfOne + ["--store", "s.sqlite"])
        #expect(run.status == 0)
        try program.write("openapi: 3.0.3\npaths: { /user_identities/create: { post: {} } }\n", to: "c.yaml")
        let other = try await program.run(["contract", "coverage", "--store", "s.sqlite", "--contract", "c.yaml"])
        #expect(other.status == 0)
        #expect(other.errors.contains("was held against another contract, bundled"))
        #expect(other.output.contains("exercised: 1 of 1 operations"))
        let unknown = try await program.run(["contract", "coverage", "nope", "--store", "s.sqlite"])
        #expect(unknown.status == 64)
        let missing = try await program.run(["contract", "coverage", "--store", "none.sqlite"])
        #expect(missing.status == 65)
    }
}
