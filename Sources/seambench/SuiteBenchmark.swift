import Foundation
import JSON
import Timestamps

/// The built `seamcheck` beside this program, judging the embedded server.
enum SuiteBenchmark {
    /// Measures and prints.
    static func run() throws {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("seambench-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        var runs: [ChildProcess] = []
        var starts: [Duration] = []
        for round in 0..<5 {
            let events = folder.appendingPathComponent("\(round).ndjson").path
            let store = folder.appendingPathComponent("\(round).sqlite").path
            let run = try ChildProcess(
                running: seamcheck,
                ["run", "--store", store, "--report", "ndjson=\(events)"]
            )
            guard run.status == 0 else { throw BenchFailure("seamcheck run ended with \(run.status)") }
            runs.append(run)
            starts.append(try firstExchange(in: events, after: run.startedAt))
        }
        let cases = try String(contentsOfFile: folder.appendingPathComponent("0.ndjson").path, encoding: .utf8)
            .split(separator: "\n").count { $0.contains("\"caseFinished\"") }
        Bench.say(
            "the whole suite, \(cases) cases",
            Measurement(runs.map(\.duration)).summary,
            target: "60 cases under 2 s"
        )
        Bench.say("start to first exchange", Measurement(starts).summary, target: "under 150 ms")
        let memory = runs.map(\.peakMemory).sorted()[runs.count / 2] >> 20
        Bench.say("peak memory", "\(memory) MB", target: "under 150 MB")
    }

    /// The path of the `seamcheck` that was built beside this program.
    static var seamcheck: String {
        URL(fileURLWithPath: CommandLine.arguments[0]).deletingLastPathComponent().appendingPathComponent("seamcheck")
            .path
    }

    /// From the start of the process to the first exchange that the events tell of.
    private static func firstExchange(in path: String, after start: Date) throws -> Duration {
        for line in try String(contentsOfFile: path, encoding: .utf8).split(separator: "\n") {
            let event = try JSONValue(parsing: String(line))
            guard event["event"] == "exchanged" else { continue }
            if let text = event["startedAt"]?.stringValue, let instant = Timestamp(rfc3339: text) {
                return instant - Timestamp(milliseconds: Int64(start.timeIntervalSince1970 * 1000))
            }
        }
        throw BenchFailure("\(path) tells of no exchange")
    }
}
