import BundledSuite
import JSON
import JSONSchema
import SeamContract

/// The validation of responses: of one by the bundled contract, and of a list beside `jsonschema-rs`.
enum ValidationBenchmark {
    /// Measures and prints.
    static func run() throws {
        try validateOne()
        guard let text = try UserListSchema.draft2020(), let schema = try UserListSchema.compiled() else {
            Bench.say("  a list of users: not measured, \(UserListSchema.publishedDocument) is not there")
            return
        }
        try validateList(by: schema, text)
    }

    /// Times the validation of one response by the bundled contract.
    private static func validateOne() throws {
        let contract = try bundledContract()
        guard let schema = contract["/acs/users/get"]?.response(for: 200)?.schema else {
            throw BenchFailure("the bundled contract has no schema for /acs/users/get")
        }
        let response = Documents.getResponse()
        try requireValid(response, schema)
        let timing = Measurement { schema.validate(response) }
        Bench.say("an acs_user response", timing.summary, target: "under 20 µs")
    }

    /// Times the validation of a parsed list by the same schema, ours and `jsonschema-rs` turn by turn.
    private static func validateList(by schema: Schema, _ text: JSONValue) throws {
        let bytes = Documents.listResponse(count: 500).serializedBytes()
        let list = try JSONValue(parsing: bytes)
        try requireValid(list, schema)
        let label = "list of 500 users, formats checked"
        let target = "faster than jsonschema-rs"
        guard
            let peer = try PythonPeer(
                "jsonschema-rs",
                preparation: """
                    import json, jsonschema_rs
                    schema, instance = [json.load(open(path, 'rb')) for path in paths]
                    validator = jsonschema_rs.Draft202012Validator(schema, validate_formats=True)
                    assert validator.is_valid(instance)
                    """,
                work: "validator.is_valid(instance)",
                inputs: [text.serializedBytes(), bytes]
            )
        else {
            let ours = Measurement { schema.validate(list) }
            Bench.say(label, "\(ours.summary), jsonschema-rs is not installed", target: target)
            return
        }
        let both = try SideBySide(peer) { schema.validate(list) }
        let figure = "\(both.ours.summary), \(both.speedup)x \(peer.name) (\(both.theirs.summary))"
        Bench.say(label, figure, target: target)
    }

    /// Makes sure that what is timed is the way a valid value takes.
    private static func requireValid(_ value: JSONValue, _ schema: Schema) throws {
        let validation = schema.validate(value)
        guard validation.isValid, validation.undocumented.isEmpty else {
            throw BenchFailure("the sample breaks the schema: \(validation)")
        }
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
