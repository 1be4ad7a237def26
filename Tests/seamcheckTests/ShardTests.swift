import Foundation
import JSON
import Testing

@Suite("Shards")
struct ShardTests {
    /// Variables that name no shard, and the one that is told to be wrong.
    struct WrongVariables: Sendable, CustomTestStringConvertible {
        let variables: [String: String]
        let culprit: String
        var testDescription: String { variables.map { "\($0)=\($1)" }.sorted().joined(separator: " ") }

        init(_ variables: [String: String], _ culprit: String) {
            self.variables = variables
            self.culprit = culprit
        }
    }

    @Test(
        "a variable that names no shard is a usage error that names it",
        arguments: [
            WrongVariables(["JOB_COMPLETION_INDEX": "3", "JOB_COMPLETIONS": "3"], "JOB_COMPLETION_INDEX is '3'"),
            WrongVariables(["JOB_COMPLETION_INDEX": "-1", "JOB_COMPLETIONS": "3"], "JOB_COMPLETION_INDEX is '-1'"),
            WrongVariables(["JOB_COMPLETION_INDEX": "0"], "JOB_COMPLETION_INDEX is set without JOB_COMPLETIONS"),
            WrongVariables(["JOB_COMPLETION_INDEX": "0", "JOB_COMPLETIONS": "many"], "JOB_COMPLETIONS is 'many'"),
            WrongVariables(["CI_NODE_INDEX": "0", "CI_NODE_TOTAL": "3"], "CI_NODE_INDEX is '0'"),
            WrongVariables(["CI_NODE_INDEX": "9223372036854775807", "CI_NODE_TOTAL": "3"], "CI_NODE_INDEX is '9223"),
            WrongVariables(["CI_NODE_INDEX": "-9223372036854775808", "CI_NODE_TOTAL": "3"], "CI_NODE_INDEX is '-9223"),
            WrongVariables(
                ["JOB_COMPLETION_INDEX": "9223372036854775807", "JOB_COMPLETIONS": "3"],
                "JOB_COMPLETION_INDEX"
            ),
            WrongVariables(["CI_NODE_TOTAL": "3"], "CI_NODE_TOTAL is set without CI_NODE_INDEX"),
            WrongVariables(["CI_NODE_INDEX": "1", "CI_NODE_TOTAL": "0"], "CI_NODE_TOTAL is '0'"),
            WrongVariables(
                ["CI_NODE_INDEX": "1", "CI_NODE_TOTAL": "3", "JOB_COMPLETION_INDEX": "1", "JOB_COMPLETIONS": "3"],
                "JOB_COMPLETION_INDEX and CI_NODE_INDEX name different shards"
            ),
        ]
    )
    func wrongVariables(_ wrong: WrongVariables) async throws {
        let result = try await Program().run(["run", "--dry-run"], environment: wrong.variables)
        #expect(result.status == 64)
        #expect(result.errors.contains(wrong.culprit))
    }

    @Test(
        "the variables of schedulers name the same shard as the option, which goes before them",
        arguments: [
            ["JOB_COMPLETION_INDEX": "1", "JOB_COMPLETIONS": "3"], ["CI_NODE_INDEX": "2", "CI_NODE_TOTAL": "3"],
        ]
    )
    func variables(_ variables: [String: String]) async throws {
        let program = try Program()
        let second = try await program.run(["run", "--dry-run", "--shard", "2/3"])
        let first = try await program.run(["run", "--dry-run", "--shard", "1/3"])
        let named = try await program.run(["run", "--dry-run"], environment: variables)
        let overruled = try await program.run(["run", "--dry-run", "--shard", "1/3"], environment: variables)
        #expect(!second.output.isEmpty && first.output != second.output)
        #expect(named.output == second.output)
        #expect(overruled.output == first.output)
    }

    @Test("a job that is not split has no shard, be it that its scheduler says so")
    func notSplit() async throws {
        let all = try await Program().run(["run", "--dry-run"])
        let one = try await Program().run(["run", "--dry-run"], environment: ["CI_NODE_TOTAL": "1"])
        #expect(one.output == all.output)
    }

    @Test("shards that run at once and are merged are one run, which is incomplete until all have come")
    func merge() async throws {
        let program = try Program()
        let statuses = try await withThrowingTaskGroup(of: Int32.self) { group in
            for number in 1...3 {
                group.addTask {
                    let arguments = [
                        "run", SuiteFile.uniqueValues, "--shard", "\(number)/3", "--run-set", "night 7",
                    ]
                    return try await program.run(arguments + ["--store", "\(number).sqlite"]).status
                }
            }
            return try await group.reduce(into: []) { $0.append($1) }
        }
        #expect(statuses == [0, 0, 0])
        let partly = try await program.run(["history", "merge", "1.sqlite", "3.sqlite", "-o", "all.sqlite"])
        #expect(partly.output.contains("incomplete: shard 2 of 3 did not come"))
        let shown = try await program.run(["history", "show", "--store", "all.sqlite"])
        #expect(shown.output.contains("shards 1, 3 of 3 of night 7"))
        #expect(shown.output.contains("shard 2 of 3 did not come"))
        let gate = try await program.run(["gate", "--store", "all.sqlite"])
        #expect(gate.status == 1)

        let wholly = try await program.run(["history", "merge", "2.sqlite", "--into", "all.sqlite"])
        #expect(wholly.output.contains("all 3 shards of night 7, complete"))
        let runs = try await program.run(["history", "runs", "--store", "all.sqlite", "--format", "json"])
        let run = try JSONValue(parsing: runs.output)[0]
        #expect(run?["verdict"] == "conforms")
        #expect(run?["shards"]?["missing"] == [])
        #expect(try await program.run(["history", "check", "--store", "all.sqlite"]).status == 0)

        let again = ["history", "merge", "3.sqlite", "2.sqlite", "1.sqlite", "2.sqlite", "-o", "other.sqlite"]
        _ = try await program.run(again)
        for format in ["html", "junit", "ndjson", "sarif"] {
            let one = try await program.run(["report", "--store", "all.sqlite", "--format", format])
            let other = try await program.run(["report", "--store", "other.sqlite", "--format", format])
            #expect(one.status == 0 && one.output == other.output, "\(format)")
        }
    }

    @Test("a shard that no case belongs to is well, and counts as come")
    func emptyShard() async throws {
        let program = try Program()
        for number in 1...2 {
            let arguments = SuiteFile.runOfOne + ["--shard", "\(number)/2", "--run-set", "7"]
            let result = try await program.run(arguments + ["--store", "\(number).sqlite"])
            #expect(result.status == 0, "\(result.errors)")
        }
        let merged = try await program.run(["history", "merge", "1.sqlite", "2.sqlite", "--format", "json"])
        let run = try JSONValue(parsing: merged.output)["sharded"]?[0]
        #expect(run?["ended"] == "complete")
        #expect(run?["shards"]?["missing"] == [])
    }

    @Test("shards that were told no set are not taken for one run")
    func noSet() async throws {
        let program = try Program()
        for number in 1...2 {
            let arguments = ["run", SuiteFile.uniqueValues, "--shard", "\(number)/2"]
            _ = try await program.run(arguments + ["--store", "\(number).sqlite"])
        }
        let merged = try await program.run(["history", "merge", "1.sqlite", "2.sqlite", "--format", "json"])
        #expect(try JSONValue(parsing: merged.output)["sharded"]?.arrayValue?.count == 2)
    }

    @Test("the id of a pipeline is the set of its shards")
    func pipeline() async throws {
        let program = try Program()
        for number in 1...2 {
            _ = try await program.run(
                ["run", SuiteFile.uniqueValues, "--store", "\(number).sqlite"],
                environment: ["CI_NODE_INDEX": "\(number)", "CI_NODE_TOTAL": "2", "CI_PIPELINE_ID": "1187"]
            )
        }
        let merged = try await program.run(["history", "merge", "1.sqlite", "2.sqlite"])
        #expect(merged.output.contains("all 2 shards of 1187, complete"))
    }

    @Test("a set without a shard is a usage error")
    func setAlone() async throws {
        let result = try await Program().run(["run", "--run-set", "7", "--id", "identity-create-echo"])
        #expect(result.status == 64)
        #expect(result.errors.contains("--shard K/N"))
    }

    @Test(
        "a store that can't be merged is named, with the code that says why",
        arguments: ["missing", "newer", "text"]
    )
    func unusable(kind: String) async throws {
        let program = try Program()
        _ = try await program.run(SuiteFile.runOfOne + ["--store", "good.sqlite"])
        if kind == "text" { try program.write(String(repeating: "my notes\n", count: 99), to: "bad.sqlite") }
        if kind == "newer" {
            _ = try await program.run(SuiteFile.runOfOne + ["--store", "bad.sqlite"])
            try program.markAsNewer("bad.sqlite")
        }
        let result = try await program.run(["history", "merge", "good.sqlite", "bad.sqlite", "-o", "all.sqlite"])
        #expect(result.status == 65)
        #expect(result.errors.hasPrefix("seamcheck: bad.sqlite: "))
        #expect(throws: (any Error).self) { try program.text(of: "all.sqlite") }
    }
}
