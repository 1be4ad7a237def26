import BundledSuite
import JSON
import JSONSchema
import SeamContract

/// The validation of one response by the bundled contract.
enum ValidationBenchmark {
    /// Measures and prints.
    static func run() throws {
        let contract = try bundledContract()
        guard let schema = contract["/acs/users/get"]?.response(for: 200)?.schema else {
            throw BenchFailure("the bundled contract has no schema for /acs/users/get")
        }
        let response = Documents.getResponse()
        guard schema.validate(response).violations.isEmpty else {
            throw BenchFailure("the sample response breaks the contract: \(schema.validate(response).violations)")
        }
        let timing = Measurement { schema.validate(response) }
        Bench.say("an acs_user response", timing.summary, target: "under 20 µs")
    }

    /// The contract that the binary carries.
    static func bundledContract() throws -> Contract {
        guard let file = BundledSuite.files.first(where: { $0.path.hasPrefix("contract/") }) else {
            throw BenchFailure("the binary carries no contract")
        }
        return try Contract(text: file.text, file: file.path)
    }
}

/// A benchmark that can't be run.
struct BenchFailure: Error, CustomStringConvertible {
    /// Why.
    let description: String

    /// A failure.
    init(_ description: String) {
        self.description = description
    }
}
