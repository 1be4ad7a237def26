import Foundation
import JSON

/// The parser beside Foundation's, on a small document and on one of a megabyte, and beside `orjson` on a typical list.
enum ParserBenchmark {
    /// Measures and prints.
    static func run() throws {
        try compare("500-byte document", Documents.smallResponse())
        try compare("1 MB document", Documents.listResponse(count: 1200))
        try compareWithPeer("list of 500 users", Documents.listResponse(count: 500))
    }

    /// Times our parser and Foundation's on the same bytes.
    private static func compare(_ name: String, _ document: JSONValue) throws {
        let bytes = document.serializedBytes()
        let data = Data(bytes)
        let ours = try Measurement { try JSONText(parsing: bytes) }
        let foundation = try Measurement { try JSONSerialization.jsonObject(with: data) }
        let ratio = Measurement.rounded(foundation.median / ours.median)
        Bench.say(
            "\(name), \(bytes.count) bytes",
            "\(ours.summary), \(speed(of: ours, bytes)), \(ratio)x JSONSerialization (\(foundation.summary))",
            target: "at least 3x"
        )
    }

    /// Times our parser and `orjson` on the same bytes, turn by turn.
    private static func compareWithPeer(_ name: String, _ document: JSONValue) throws {
        let bytes = document.serializedBytes()
        let label = "\(name), \(bytes.count) bytes"
        let target = "at least 1x orjson, never below 0.75x"
        guard
            let peer = try PythonPeer(
                "orjson",
                preparation: "import orjson; text = open(paths[0], 'rb').read()",
                work: "orjson.loads(text)",
                inputs: [bytes]
            )
        else {
            let ours = try Measurement { try JSONText(parsing: bytes) }
            Bench.say(label, "\(ours.summary), \(speed(of: ours, bytes)), orjson is not installed", target: target)
            return
        }
        let both = try SideBySide(peer) { try JSONText(parsing: bytes) }
        Bench.say(
            label,
            "\(both.ours.summary), \(speed(of: both.ours, bytes)), "
                + "\(both.speedup)x \(peer.name) (\(both.theirs.summary), \(speed(of: both.theirs, bytes)))",
            target: target
        )
    }

    /// How many megabytes a second that is.
    private static func speed(of timing: Measurement, _ bytes: [UInt8]) -> String {
        "\(Measurement.rounded(Double(bytes.count) / timing.median * 1_000)) MB/s"
    }
}
