import Foundation
import JSON
import Testing

/// A process that is killed can't clean up: what it has told must be in the store already.
@Suite("Killed runs", .serialized)
struct KillTests {
    private static let isSoak = ProcessInfo.processInfo.environment["SOAK"] == "1"
    /// At how many moments a run is killed, and which run that is.
    private static let moments = isSoak ? 100 : 2
    private static let run =
        ["run", "--report", "ndjson=/dev/stdout"] + (isSoak ? [] : ["--id", "identity-*"])

    @Test("whenever a run is killed, the store is whole, has every verdict that was told, and the run is interrupted")
    func anyMoment() async throws {
        let whole = try await Program().run(Self.run)
        #expect(whole.status == 0)
        var state: UInt64 = 42
        for moment in 0..<Self.moments {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            let bytes = 1 + Int(state >> 33) % whole.output.utf8.count
            try await kill(after: bytes, "moment \(moment), after \(bytes) bytes")
        }
    }

    /// Kills a run when it has told so many bytes of events, and looks at what it left.
    private func kill(after bytes: Int, _ moment: Comment) async throws {
        let program = try Program()
        let killed = try await program.run(Self.run, trigger: .init(outputBytes: bytes, signal: SIGKILL))
        let told = events(in: killed.output)

        let check = try await program.run(["history", "check"])
        #expect(check.status == 0, moment)
        let kept = events(in: try await program.run(["report", "--format", "ndjson"]).output)
        #expect(verdicts(in: told).isSubset(of: verdicts(in: kept)), moment)
        if told.contains(where: { $0["event"] == "finished" }) { return }
        let runs = try await program.run(["history", "runs", "--format", "json"])
        let verdict = try JSONValue(parsing: runs.output)[0]?["verdict"]?.stringValue
        let hasEnded = kept.contains { $0["event"] == "finished" && $0["reason"] == "complete" }
        #expect(verdict == (hasEnded ? "conforms" : "interrupted"), moment)
    }

    /// The events that were told in whole lines.
    private func events(in text: String) -> [JSONValue] {
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false).dropLast()
        return lines.compactMap { try? JSONValue(parsing: String($0)) }
    }

    /// The cases that have ended, with their verdicts.
    private func verdicts(in events: [JSONValue]) -> Set<[String]> {
        Set(
            events.filter { $0["event"] == "caseFinished" }.map { event in
                [event["case"]?.stringValue ?? "", event["verdict"]?.stringValue ?? ""]
            }
        )
    }
}
