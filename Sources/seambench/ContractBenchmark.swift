import BundledSuite
import Foundation
import JSON
import JSONSchema
import SeamContract

/// How long contract documents take to load, and to judge a first response.
enum ContractBenchmark {
    /// Measures and prints.
    static func run() throws {
        let bundled = try Measurement(rounds: 7) { try ValidationBenchmark.bundledContract() }
        Bench.say("the bundled contract", bundled.summary, target: "under 30 ms")
        let path = UserListSchema.publishedDocument
        guard FileManager.default.fileExists(atPath: path) else {
            Bench.say("  Seam's published document: not measured, \(path) is not there")
            return
        }
        let text = try String(contentsOfFile: path, encoding: .utf8)
        let response = Documents.getResponse().serializedBytes()
        let published = try Measurement(rounds: 7) {
            let contract = try Contract(text: text, file: path)
            return try contract["/acs/users/get"]?.response(for: 200)?.schema?.validate(JSONValue(parsing: response))
        }
        Bench.say("Seam's document, and judge one response", published.summary, target: "under 400 ms")
    }
}
