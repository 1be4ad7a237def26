import Foundation
import JSON
import Testing

@Suite("Stores and reports that can't be written")
struct StoreTroubleTests {
    @Test("a run that the store does not have is a wrong argument", arguments: [["history", "show"], ["report"]])
    func unknownRun(command: [String]) async throws {
        let program = try Program()
        _ = try await program.run(SuiteFile.runOfOne)
        let result = try await program.run(command + ["zzzz"])
        #expect(result.status == 64)
        #expect(result.errors.contains("zzzz"))
    }

    @Test("a store from a newer version is left alone, with the advice to update")
    func newerStore() async throws {
        let program = try Program()
        let first = try await program.run(SuiteFile.runOfCreations + ["--store", "s.sqlite"])
        #expect(first.status == 0)
        try program.markAsNewer("s.sqlite")
        let before = try Data(contentsOf: program.folder.appendingPathComponent("s.sqlite"))
        let result = try await program.run(["run", "--store", "s.sqlite"])
        #expect(result.status == 65)
        #expect(result.errors.contains("newer"))
        #expect(try Data(contentsOf: program.folder.appendingPathComponent("s.sqlite")) == before)
    }

    @Test("a store that is damaged where its schema is told is wrong, and nothing is sent", arguments: [-1, 0, 1])
    func damagedSchema(number: Int) async throws {
        let program = try Program()
        _ = try await program.run(SuiteFile.runOfOne + ["--store", "s.sqlite"])
        try program.markSchema(of: "s.sqlite", as: number)
        for command in [["run"], ["history", "show"], ["history", "check"], ["gate"]] {
            let result = try await program.run(command + ["--store", "s.sqlite"])
            #expect(result.status == 65, "\(command)")
            #expect(result.errors.hasPrefix("seamcheck: s.sqlite: the store is damaged"), "\(result.errors)")
        }
    }

    @Test("a file that is no store is left alone")
    func noStore() async throws {
        let program = try Program()
        try program.write(
            "my notes, and more than a hundred bytes of them, so that it can't be an empty file\n",
            to: "notes"
        )
        let result = try await program.run(["run", "--store", "notes"])
        #expect(result.status == 65)
        #expect(result.errors.contains("notes"))
        #expect(try program.text(of: "notes").hasPrefix("my notes"))
    }

    @Test(
        "a store that is lost while the run writes costs the run's record, not its verdict",
        arguments: [
            (["run", SuiteFile.creations], "rm -r kept"),
            (["run", SuiteFile.creations], "cp kept/s.sqlite other; mv other kept/s.sqlite"),
            (["run", SuiteFile.creations], "mv kept moved"),
            (["gate", "--run", "--scenarios", SuiteFile.creations, "--baseline-file", "known.yaml"], "rm -r kept"),
        ]
    )
    func lostStore(command: [String], loss: String) async throws {
        let program = try Program()
        _ = try await program.run(["run", SuiteFile.creations])
        _ = try await program.run(["gate", "--write-baseline", "known.yaml"])
        // The pipe holds less than the events of the run, so that it waits until the store is gone.
        let result = try await program.run(
            command + ["--store", "kept/s.sqlite", "--report", "ndjson=/dev/stdout"],
            by: #"{ "$@"; echo $? > status; } | { read -r line; \#(loss); cat; }; exit $(cat status)"#
        )
        #expect(result.status == 74)
        #expect(result.output.split(separator: "\n").contains { $0.hasPrefix("conforms") || $0.hasPrefix("gate open") })
        #expect(
            result.errors.contains(
                "seamcheck: kept/s.sqlite: the store was removed, moved or replaced while it was in use (what was written"
            )
        )
    }

    #if os(Linux)
    @Test("a store where nothing can be written is told before anything is sent")
    func readOnlyStore() async throws {
        let result = try await Program().run(["run", "--store", "/proc/seamcheck.sqlite"])
        #expect(result.status == 74)
        #expect(result.errors.contains("/proc/seamcheck.sqlite"))
    }

    @Test("a full disk costs the report, not the verdict")
    func fullDisk() async throws {
        let result = try await Program().run(SuiteFile.runOfCreations + ["--report", "html=/dev/full"])
        #expect(result.status == 74)
        #expect(result.output.contains("conforms"))
        #expect(result.errors.contains("/dev/full"))
    }
    #endif

    @Test("an interrupted run ends with 130 and is kept as interrupted")
    func interrupted() async throws {
        let program = try Program()
        let result = try await program.run(["run", "--concurrency", "1"], trigger: .init(text: " of ", signal: SIGINT))
        #expect(result.status == 130)
        let runs = try await program.run(["history", "runs"])
        #expect(runs.status == 0)
        #expect(runs.output.contains("interrupted"))
    }

    @Test("a run that was killed is kept as interrupted, with the cases it had finished")
    func killed() async throws {
        let program = try Program()
        let result = try await program.run(
            ["run", "--concurrency", "1"],
            trigger: .init(text: " of ", signal: SIGKILL)
        )
        #expect(result.status == 9)
        let runs = try await program.run(["history", "runs", "--format", "json"])
        #expect(runs.output.contains("\"interrupted\""))
        let shown = try await program.run(["history", "show"])
        #expect(shown.status == 0)
        #expect(shown.output.contains("interrupted"))
    }

    @Test("two runs that write one store at once both finish, and both are whole")
    func twoRuns() async throws {
        let program = try Program()
        async let first = program.run(["run", SuiteFile.uniqueValues, "--label", "run=first"])
        async let second = program.run(["run", SuiteFile.uniqueValues, "--label", "run=second"])
        #expect(try await first.status == 0)
        #expect(try await second.status == 0)
        let runs = try await program.run(["history", "runs"])
        #expect(runs.output.matches(of: /conforms/).count == 2)
        #expect(try await program.run(["history", "check"]).status == 0)
    }

    @Test(
        "a label may have any text, and no text of it reaches a terminal as a command",
        arguments: [
            "build='; DROP TABLE run; --", "a b=\u{1B}[2J\u{202E}", "k=\n\t\"\\", "e\u{301}=\u{1F468}\u{200D}\u{1F469}",
        ]
    )
    func anyLabel(_ label: String) async throws {
        let program = try Program()
        let result = try await program.run(SuiteFile.runOfOne + ["--label", label])
        #expect(result.status == 0)
        let line = try await program.run(["history", "case", "identity-create-echo", "--format", "json"])
        #expect(line.status == 0)
        let labels = try JSONValue(parsing: line.output)["runs"]?[0]?["labels"]
        let parts = label.split(separator: "=", maxSplits: 1).map(String.init)
        #expect(labels?[parts[0]] == .string(parts[1]))
        for command in [["history", "case", "identity-create-echo"], ["history", "show"]] {
            let shown = try await program.run(command)
            #expect(shown.status == 0)
            #expect(!shown.output.unicodeScalars.contains { ["\u{1B}", "\u{202E}"].contains($0) })
        }
    }
}
