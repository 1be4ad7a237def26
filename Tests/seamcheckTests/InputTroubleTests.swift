import Foundation
import Testing

@Suite("Trouble with what is read")
struct InputTroubleTests {
    /// Every way to name a file that is read; `FILE` stands for the file.
    private static let commands = [
        ["scenarios", "check", "FILE"], ["scenarios", "check", "."], ["run", "FILE"], ["run", "--contract", "FILE"],
        ["run", "--policy", "FILE"], ["contract", "check", "FILE"], ["contract", "show", "--contract", "FILE"],
        ["contract", "diff", "FILE", "FILE"], ["contract", "validate", "--traffic", "FILE"],
        ["contract", "validate", "--operation", "user_identities.get", "--request", "FILE"],
        ["schema", "validate", "--schema", "FILE", "message.json"],
        ["schema", "validate", "--schema", "schema.json", "FILE"], ["history", "runs", "--store", "FILE"],
        ["history", "merge", "FILE"], ["report", "--store", "FILE"],
    ]

    @Test("a named pipe that nobody writes to is refused by every command, and not waited for", arguments: commands)
    func pipe(arguments: [String]) async throws {
        let program = try Program()
        try program.write("{}", to: "schema.json")
        try program.write("{}", to: "message.json")
        let pipe = program.folder.appending(path: "pipe.yaml").path
        #expect(mkfifo(pipe, 0o600) == 0)
        let result = try await program.run(arguments.map { $0 == "FILE" ? "pipe.yaml" : $0 })
        #expect(result.status == 65)
        #expect(result.errors.contains("a named pipe, not a file"))
    }

    @Test("a link in a folder of scenarios is followed within it, and refused by its name when it leads out of it")
    func links() async throws {
        let program = try Program()
        try program.makeFolder("suite/real")
        try program.makeFolder("other")
        let text = try String(contentsOfFile: SuiteFile.threeCases, encoding: .utf8)
        for file in ["suite/real/a.yaml", "other/b.yaml"] { try program.write(text, to: file) }
        let link = { (name: String, target: String) in
            let path = program.folder.appending(path: name).path
            try FileManager.default.createSymbolicLink(atPath: path, withDestinationPath: target)
        }
        try link("suite/within", "real")
        let within = try await program.run(["scenarios", "list", "suite"])
        #expect(within.status == 0, "\(within.errors)")
        #expect(within.output.split(separator: "\n").count == 3)
        try link("suite/without", "../other")
        for arguments in [
            ["scenarios", "check", "suite"], ["run", "suite"], ["gate", "--run", "--scenarios", "suite"],
        ] {
            let result = try await program.run(arguments)
            #expect(result.status == 65)
            #expect(result.errors.contains("suite/without: it is a link that leads out of suite"), "\(result.errors)")
        }
    }

    @Test(
        "a document that asks for endless work is refused or cut, and the message says what to do",
        arguments: [
            (["scenarios", "check"], "blocks.yaml", 65, "has more than 1000 steps once its blocks are laid out"),
            (["scenarios", "check"], "repeat.yaml", 65, "more than 1048576 bytes come of it"),
            (["contract", "show", "a", "--contract"], "contract.json", 0, "parts are left out"),
        ]
    )
    func endless(arguments: [String], file: String, status: Int32, words: String) async throws {
        let program = try Program()
        try program.write(Self.blocks, to: "blocks.yaml")
        try program.write(Self.repetition, to: "repeat.yaml")
        try program.write(Self.contract, to: "contract.json")
        let result = try await program.run(arguments + [file])
        #expect(result.status == status)
        #expect((result.output + result.errors).contains(words))
    }

    /// Ten blocks, each of which uses the one before ten times.
    private static let blocks: String = {
        let others = (1..<10).map { number in
            let uses = Array(repeating: "{ use: b\(number - 1) }", count: 10).joined(separator: ", ")
            return "  - { block: b\(number), steps: [\(uses)] }"
        }
        let first = "  - { block: b0, steps: [{ call: user_identities.list }] }"
        return (["blocks:", first] + others).joined(separator: "\n")
    }()

    /// A template that comes to 6.9 TB.
    private static let repetition = """
        scenarios:
          - id: a
            title: t
            steps:
              - call: user_identities.list
                body: { search: "${now | first 7 | repeat 1000000 | repeat 1000000}" }
        """

    /// Thirty schemas, each of which takes in the next one eight times.
    private static let contract: String = {
        let schemas = (0..<30).map { number in
            let next = Array(repeating: ##"{"$ref":"#/components/schemas/s\##(number + 1)"}"##, count: 8)
            return #""s\#(number)":{"allOf":[\#(next.joined(separator: ","))]}"#
        }
        return ##"{"openapi":"3.0.3","info":{"title":"t","version":"1"},"paths":{"/a":{"post":{"responses":{},"##
            + ##""requestBody":{"content":{"application/json":{"schema":{"$ref":"#/components/schemas/s0"}}}}}}},"##
            + ##""components":{"schemas":{\##(schemas.joined(separator: ",")),"s30":{"type":"object"}}}}"##
    }()
}
