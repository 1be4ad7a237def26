public import Results

/// The events of a run, one JSON object a line (https://github.com/ndjson/ndjson-spec), in the form of ``EventWire``.
public struct NDJSONReport: Sendable {
    private let record: RunRecord

    /// The report of a run.
    ///
    /// - Parameter record: the run.
    public init(_ record: RunRecord) {
        self.record = record
    }

    /// The lines, each with its line break: first the run, then case by case, then the notes and the ending.
    public var text: String {
        record.events.map { EventWire.line($0) + "\n" }.joined()
    }

    /// Reads the events back.
    ///
    /// - Parameter text: the lines; empty ones are passed over.
    /// - Returns: the events, in their order.
    /// - Throws: `EventWireError` for the first line that can't be read.
    public static func events(in text: String) throws(EventWireError) -> [RunEvent] {
        var events: [RunEvent] = []
        var number = 0
        for line in text.utf8.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false) {
            number += 1
            if line.allSatisfy({ $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\r") }) { continue }
            events.append(try EventWire.event(String(Substring(line)), number: number))
        }
        return events
    }
}
