import Conformance
import Files
import JSON
import JSONSchema
import SeamContract
import YAMLSource

/// Holds recorded traffic against the contract.
struct TrafficValidation {
    /// The contract.
    let contract: Contract
    /// The URL below which the operations are; nil takes any host.
    let endpoint: String?
    /// How verdicts are printed.
    let format: ListFormat

    /// Judges an HTTP Archive, and prints a verdict for each entry and a summary.
    ///
    /// - Parameters:
    ///   - input: the archive.
    ///   - environment: the variables of the process, of which some hold secrets.
    /// - Returns: what to end with.
    /// - Throws: `UnreadableFile` when it can't be read, `CommandFailure` when it is no archive.
    func run(_ input: Input, _ environment: [String: String]) throws -> ExitStatus {
        var bytes = try input.bytes()
        // HAR 1.2, "The HAR format": a byte order mark is to be passed over.
        if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { bytes.removeFirst(3) }
        let recording = try recording(in: bytes, named: input.name)
        let output = VerdictOutput(environment: environment, secrets: recording.secrets)
        let judge = TrafficJudge(contract: contract, endpoint: endpoint)
        let entries = recording.exchanges.map { JSONPointer(tokens: ["log", "entries", String($0.index)]) }
        let places = format == .text ? JSONPlaces(of: entries, in: bytes) : nil
        var summary = TrafficSummary()
        var told: [JSONValue] = []
        for (exchange, pointer) in zip(recording.exchanges, entries) {
            let verdict = judge.verdict(on: exchange)
            summary.count(verdict.outcome)
            if let places {
                output.write(lines: verdict.lines(at: place(places[pointer], in: input.name)))
            } else {
                told.append(verdict.json(at: pointer))
            }
        }
        switch format {
        case .text: output.write(lines: [summary.text])
        case .json: output.write(["entries": .array(told), "summary": summary.json])
        }
        return summary.status
    }

    /// The traffic in a file.
    private func recording(in bytes: [UInt8], named name: String) throws -> TrafficRecording {
        let archive: JSONValue
        do throws(JSONSyntaxError) {
            archive = try JSONValue(parsing: bytes)
        } catch {
            throw CommandFailure(problem: error.line(in: name))
        }
        do throws(RecordingError) {
            return try TrafficRecording(archive: archive)
        } catch {
            let position = JSONPlaces(of: [error.pointer], in: bytes)[error.pointer]
            throw CommandFailure(problem: "\(place(position, in: name)): \(error.message)")
        }
    }

    private func place(_ position: JSONPosition?, in file: String) -> SourcePlace {
        position.map { SourcePlace(file: file, line: $0.line, column: $0.column) } ?? SourcePlace(file: file)
    }
}
