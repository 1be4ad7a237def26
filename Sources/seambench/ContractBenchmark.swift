import BundledSuite
import Foundation
import SeamContract

/// How long contract documents take to load.
enum ContractBenchmark {
    /// Measures and prints.
    static func run() throws {
        let bundled = try Measurement(rounds: 7) { try ValidationBenchmark.bundledContract() }
        Bench.say("the bundled contract", bundled.summary, target: "under 30 ms")
        let path = "../shared/data/seam-openapi/openapi.json"
        guard FileManager.default.fileExists(atPath: path) else {
            Bench.say("  Seam's published document: not measured, \(path) is not there")
            return
        }
        let text = try String(contentsOfFile: path, encoding: .utf8)
        let published = try Measurement(rounds: 7) { try Contract(text: text, file: path) }
        Bench.say("Seam's published document, 317 paths", published.summary, target: "under 1 s")
    }
}
