import Foundation
import Testing

@Suite("seamcheck schema validate")
struct SchemaValidateTests {
    /// A folder with a schema in two files.
    private func program() throws -> Program {
        let program = try Program()
        try program.write(#"{"properties": {"users": {"items": {"$ref": "user.json"}}}}"#, to: "list.json")
        try program.write(#"{"required": ["id"], "properties": {"id": {"type": "integer"}}}"#, to: "user.json")
        return program
    }

    private static let validate = ["schema", "validate", "--schema", "list.json"]

    @Test("files are judged one by one, with place and sentence, and one that is invalid decides the exit code")
    func files() async throws {
        let program = try program()
        try program.write(#"{"users": [{"id": 1}]}"#, to: "good.json")
        try program.write("{\"users\": [{\"id\": 1},\n  {\"id\": \"x\"},\n  {\"id\": \"x\"}]}", to: "bad.json")
        try program.write("{\"users\": [", to: "broken.json")
        let result = try await program.run(Self.validate + ["good.json", "bad.json", "broken.json"])
        #expect(result.status == 1)
        #expect(
            result.output == """
                good.json: valid
                bad.json:2:10: at /users/1/id and /2/id: expected an integer, found "x" (user.json#/properties/id/type)
                bad.json: invalid (2 violations)
                broken.json:1:12: no JSON: expected a value, found the end of the text
                broken.json: invalid
                1 of 3 files are valid

                """
        )
        #expect(try await program.run(Self.validate + ["good.json"]).status == 0)
    }

    @Test("a stream without a line is no success")
    func emptyStream() async throws {
        let program = try program()
        try program.write("", to: "empty.ndjson")
        let result = try await program.run(Self.validate + ["--ndjson", "empty.ndjson"])
        #expect(result.status == 2)
        #expect(result.errors.contains("there is no line to judge"))
    }

    @Test("as JSON, every single violation is listed with its place")
    func json() async throws {
        let program = try program()
        try program.write("{\"users\": [{\"id\": 1},\n  {\"id\": \"x\"}]}", to: "bad.json")
        let result = try await program.run(Self.validate + ["--format", "json", "bad.json"])
        #expect(result.status == 1)
        #expect(
            result.output == #"""
                {
                  "valid": false,
                  "files": [
                    {
                      "file": "bad.json",
                      "valid": false,
                      "violations": [
                        {
                          "instance": "/users/1/id",
                          "schema": "user.json#/properties/id/type",
                          "keyword": "type",
                          "expected": "an integer",
                          "actual": "\"x\"",
                          "message": "at /users/1/id: expected an integer, found \"x\" (user.json#/properties/id/type)",
                          "line": 2,
                          "column": 10
                        }
                      ]
                    }
                  ]
                }

                """#
        )
    }

    @Test("of a stream every line gets its verdict, in order, and a line that is no JSON does not end it")
    func stream() async throws {
        let program = try program()
        try program.write("{}\n{\"users\":[{}]}\n{\"a\":1,}\n\n[1]", to: "lines")
        let result = try await program.run(Self.validate + ["--ndjson", "lines"])
        #expect(result.status == 1)
        let broken = "expected a member name in double quotes, found '}'"
        let empty = "expected a value, found the end of the text"
        #expect(
            result.output == #"""
                {"valid":true}
                {"valid":false,"violations":[{"instance":"/users/0","schema":"user.json#/required",\#
                "keyword":"required","expected":"member \"id\"","actual":"{}","member":"id",\#
                "message":"at /users/0: member \"id\" is missing (required by user.json#)"}]}
                {"valid":false,"error":{"message":"\#(broken)","file":"lines","line":3,"column":8}}
                {"valid":false,"error":{"message":"\#(empty)","file":"lines","line":4,"column":1}}
                {"valid":true}

                """#
        )
        let text = try await program.run(Self.validate + ["--ndjson", "--format", "text", "lines"])
        #expect(text.output.hasPrefix("lines:1: valid\nlines:2:11: at /users/0: member"))
    }

    /// The beginning of the next line is more than a pipe holds: once it is sent, the program has read on behind the line.
    @Test("in a pipe a verdict is there before the next line has been sent to its end")
    func pipe() async throws {
        let script = """
            mkfifo lines verdicts
            "$@" <lines >verdicts &
            exec 3>lines 4<verdicts
            for line in '{}' 'no' '{"users":[1]}'; do
              printf '%s\\n%1048576s' "$line" '' >&3
              read -t 0 <&4 || { echo "no verdict on $line"; break; }
              read -r verdict <&4
              echo "${verdict:0:15}"
            done
            echo 1 >&3
            exec 3>&-
            wait $!
            """
        let bash = URL(fileURLWithPath: "/bin/bash")
        let result = try await program().run(Self.validate + ["--ndjson", "-"], by: script, shell: bash)
        #expect(result.status == 1)
        #expect(result.output == "{\"valid\":true}\n{\"valid\":false,\n{\"valid\":true}\n")
    }

    @Test("standard input is read as a file")
    func standardInput() async throws {
        let result = try await program().run(Self.validate + ["-"], by: #"echo '{"users":[{}]}' | "$@""#)
        #expect(result.status == 1)
        #expect(result.output.hasPrefix("stdin:1:11: at /users/0: "))
    }

    @Test(
        "a schema that can't be used is told by file, line and column, and nothing is judged",
        arguments: zip(
            [
                #"{"type": "strin"}"#, #"{"$ref": "none.json"}"#, #"{"$ref": "https://example.com/a.json"}"#, "{",
                "\u{7}",
            ],
            [
                "wrong.json:1:10: expected 'type' to be", "wrong.json:1:10: 'none.json' can't be followed",
                "wrong.json:1:10: 'https://example.com/a.json' can't be followed: nothing is fetched",
                "wrong.json:1:2: expected a member name", "wrong.json:1:1: ",
            ]
        )
    )
    func wrongSchema(text: String, message: String) async throws {
        let program = try program()
        try program.write(text, to: "wrong.json")
        let result = try await program.run(["schema", "validate", "--schema", "wrong.json", "--ndjson", "-"])
        #expect(result.status == 65)
        #expect(result.errors.hasPrefix(message))
        #expect(result.output.isEmpty)
    }

    @Test(
        "a file that can't be read is told",
        arguments: [("none.json", "there is no such file"), (".", "it is a folder, not a file")]
    )
    func unreadable(path: String, reason: String) async throws {
        let result = try await program().run(Self.validate + [path])
        #expect(result.status == 65)
        #expect(result.errors == "seamcheck: can't read \(path): \(reason)\n")
    }

    @Test(
        "what is wrong on the command line is a usage error",
        arguments: [
            Self.validate, ["schema", "validate", "x.json"], Self.validate + ["--dialect", "draft-3", "x.json"],
            ["schema", "validate", "--schema", "list.json#users", "x.json"],
        ]
    )
    func usage(arguments: [String]) async throws {
        #expect(try await program().run(arguments).status == 64)
    }

    @Test("a place behind the file's name is the schema, and formats are asserted when asked for")
    func place() async throws {
        let program = try Program()
        try program.write(#"{"openapi": "3.1.0", "components": {"schemas": {"id": {"format": "uuid"}}}}"#, to: "a.json")
        try program.write(#""x""#, to: "id.json")
        let arguments = ["schema", "validate", "--schema", "a.json#/components/schemas/id", "id.json"]
        #expect(try await program.run(arguments).output == "id.json: valid\n")
        #expect(try await program.run(arguments + ["--formats"]).status == 1)
        #expect(try await program.run(["schema", "validate", "--schema", "a.json", "id.json"]).status == 65)
    }

    @Test("members that are written again are told with their places, in the instance and in the schema")
    func duplicates() async throws {
        let program = try Program()
        try program.write(#"{"type": "object", "type": "object"}"#, to: "schema.json")
        try program.write("{\"a\": 1,\n \"a\": 2}", to: "twice.json")
        let validate = ["schema", "validate", "--schema", "schema.json", "twice.json"]
        let told = try await program.run(validate)
        #expect(told.status == 0)
        #expect(
            told.output == """
                twice.json:2:2: member 'a' is written again; only the last is judged
                twice.json: valid

                """
        )
        #expect(
            told.errors == "schema.json:1:20: member 'type' is written twice, and the first is lost (keep one)\n"
        )
        let json = try await program.run(validate + ["--format", "json"])
        #expect(json.output.contains(#""duplicates": ["#))
        #expect(json.output.contains(#""instance": "/a""#))
        try program.write("{\"a\":1,\"a\":2}\n{\"a\":1}\n", to: "twice.json")
        let lines = try await program.run(validate + ["--ndjson"])
        #expect(
            lines.output == #"""
                {"valid":true,"duplicates":[{"instance":"/a","line":1,"column":8}]}
                {"valid":true}

                """#
        )
        let text = try await program.run(validate + ["--ndjson", "--format", "text"])
        #expect(
            text.output == """
                twice.json:1:8: member 'a' is written again; only the last is judged
                twice.json:1: valid
                twice.json:2: valid

                """
        )
    }

    @Test("a text can't write control characters to the terminal, nor repeat a key")
    func hostile() async throws {
        let program = try program()
        try program.write(#"{"users": [{"id": "\u001b[31m seam_test1Abc2Def3Ghi"}]}"#, to: "bad.json")
        let result = try await program.run(Self.validate + ["bad.json"])
        #expect(result.output.contains(#"found "\u001b[31m [redacted]""#))
    }
}
