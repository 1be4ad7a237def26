import Foundation
import Testing

@Suite("Stores and reports that can't be written")
struct StoreTroubleTests {
    @Test("a run that the store does not have is a wrong argument", arguments: [["history", "show"], ["report"]])
    func unknownRun(command: [String]) async throws {
        let program = try Program()
        _ = try await program.run(["run", "--id", "identity-create-echo"])
        let result = try await program.run(command + ["zzzz"])
        #expect(result.status == 64)
        #expect(result.errors.contains("zzzz"))
    }

    @Test("a store from a newer version is left alone, with the advice to update")
    func newerStore() async throws {
        let program = try Program()
        let first = try await program.run(["run", "--id", "identity-create-*", "--store", "s.sqlite"])
        #expect(first.status == 0)
        try program.markAsNewer("s.sqlite")
        let before = try Data(contentsOf: program.folder.appendingPathComponent("s.sqlite"))
        let result = try await program.run(["run", "--store", "s.sqlite"])
        #expect(result.status == 65)
        #expect(result.errors.contains("newer"))
        #expect(try Data(contentsOf: program.folder.appendingPathComponent("s.sqlite")) == before)
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

    #if os(Linux)
    @Test("a store where nothing can be written is told before anything is sent")
    func readOnlyStore() async throws {
        let result = try await Program().run(["run", "--store", "/proc/seamcheck.sqlite"])
        #expect(result.status == 74)
        #expect(result.errors.contains("/proc/seamcheck.sqlite"))
    }

    @Test("a full disk costs the report, not the verdict")
    func fullDisk() async throws {
        let result = try await Program().run(["run", "--id", "identity-create-*", "--report", "html=/dev/full"])
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
}
