import Foundation
import JSON
import Testing

/// Whatever ends a run early, what it made is deleted and what it found is kept.
@Suite("Signals and closed streams")
struct SignalTests {
    private static let run = ["run", "--report", "ndjson=/dev/stdout"]

    @Test(
        "Ctrl-C, SIGTERM and a closed terminal end a run with 130, with its store whole and nothing left behind",
        arguments: [SIGINT, SIGTERM, SIGHUP]
    )
    func stopped(signal: Int32) async throws {
        let program = try Program()
        let result = try await program.run(Self.run, trigger: .init(outputBytes: 40_000, signal: signal))
        #expect(result.status == 130)
        #expect(result.errors.contains("interrupted: deleting what was created"))
        let events = try result.output.split(separator: "\n").filter { $0.hasPrefix("{") }.map {
            try JSONValue(parsing: String($0))
        }
        #expect(events.last?["event"] == "finished" && events.last?["reason"] == "interrupted")
        #expect(try leftovers(in: events).isEmpty)
        #expect(try await program.run(["history", "check"]).status == 0)
    }

    @Test("a run that was started to survive its terminal does not notice that it is closed")
    func nohup() async throws {
        let script = #"trap '' HUP; exec "$@""#
        let result = try await Program().run(
            Self.run + ["--id", "identity-*"],
            by: script,
            trigger: .init(outputBytes: 10_000, signal: SIGHUP)
        )
        #expect(result.status == 0)
        #expect(result.errors.contains("interrupted") == false)
    }

    @Test("a reader that goes away ends no run: it goes on to its end, and the store has it")
    func reader() async throws {
        let program = try Program()
        let script = #"{ "$@"; echo $? > status; } | head -c 1"#
        _ = try await program.run(["run", "--id", "identity-*"], by: script)
        #expect(try program.text(of: "status") == "0\n")
        #expect(try await program.run(["history", "runs"]).output.contains("conforms"))
    }

    @Test("streams that were closed before the program began are not taken for files of its own")
    func closed() async throws {
        let program = try Program()
        let script = #""$@" <&- >&- 2>&-; echo $? > status"#
        _ = try await program.run(["run", "--id", "identity-*", "--report", "tap=run.tap"], by: script)
        #expect(try program.text(of: "status") == "74\n")
        let report = try program.text(of: "run.tap")
        #expect(report.hasPrefix("TAP version 14\n"))
        #expect(report.components(separatedBy: "conforms: ").count == 2)
        #expect(try await program.run(["history", "check"]).status == 0)
    }

    /// The ids of identities that were made and not deleted, by the events of a run.
    private func leftovers(in events: [JSONValue]) throws -> Set<String> {
        var made: Set<String> = []
        for event in events {
            guard event["event"] == "exchanged", event["response"]?["status"] == 200 else { continue }
            let body = try JSONValue(parsing: event["response"]?["body"]?["text"]?.stringValue ?? "null")
            switch event["operation"]?.stringValue {
            case "/user_identities/create":
                if let id = body["user_identity"]?["user_identity_id"]?.stringValue { made.insert(id) }
            case "/user_identities/delete":
                let request = event["request"]
                let words = (request?["url"]?.stringValue ?? "") + (request?["body"]?["text"]?.stringValue ?? "")
                made = made.filter { !words.contains($0) }
            default: break
            }
        }
        return made
    }
}
