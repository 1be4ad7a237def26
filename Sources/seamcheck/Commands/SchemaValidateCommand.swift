import ArgumentParser
import Conformance
import Files
import Foundation
import JSON
import JSONSchema
import SeamContract

/// `seamcheck schema validate --schema FILE FILE…`: JSON files, or the lines of a stream, against a JSON Schema.
struct SchemaValidateCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "validate",
        abstract: "Holds JSON files, or each line of a stream, against a JSON Schema.",
        discussion: """
            The schema may be JSON or YAML, and may refer to other files below its folder; nothing is ever fetched. One of \
            the schemas of an OpenAPI document is named by its place: --schema openapi.yaml#/components/schemas/user.

            With --ndjson every line is an instance, and every line gets its verdict at once, in the same order: \
            {"valid":true}, {"valid":false,"violations":[…]}, or {"valid":false,"error":{…}} for a line that is no JSON.

            Exit codes: 0 all are valid, 1 one is not, 2 a stream has no line, 65 the schema is wrong or a file can't be \
            read.
            """
    )

    @Option(help: ArgumentHelp("The schema; behind a '#', the JSON Pointer of a part of the file.", valueName: "file"))
    var schema: String

    @Option(help: "2020-12, draft-4, openapi-3.0 or openapi-3.1; without it the schema says, or it is 2020-12.")
    var dialect: DialectName?

    @Flag(help: "A broken format is a violation, also in the dialects that only note formats.")
    var formats = false

    @Flag(help: "Every line of the files is an instance (newline-delimited JSON).")
    var ndjson = false

    @Option(help: "text or json; without it text, and json with --ndjson.")
    var format: ListFormat?

    @Argument(help: "The JSON files; - is standard input.")
    var files: [String]

    func run() throws {
        let schema = try SchemaReference(schema).schema(dialect: dialect?.dialect, assertsFormats: formats ? true : nil)
        let inputs = files.map { Input(path: $0) }
        let output = VerdictOutput(environment: ProcessInfo.processInfo.environment)
        let isValid: Bool? =
            ndjson
            ? try StreamValidation(schema: schema, format: format ?? .json, output: output).run(inputs)
            : try FileValidation(schema: schema, format: format ?? .text, output: output).run(inputs)
        guard let isValid else {
            throw CommandFailure("there is no line to judge", status: .nothingTested)
        }
        if !isValid { throw CommandFailure("", status: .doesNotConform) }
    }
}

/// How `--dialect` names a dialect.
enum DialectName: String, ExpressibleByArgument, CaseIterable {
    /// The dialect of that name.
    case draft202012 = "2020-12"
    case draft4 = "draft-4"
    case openAPI30 = "openapi-3.0"
    case openAPI31 = "openapi-3.1"

    /// The dialect.
    var dialect: SchemaDialect {
        switch self {
        case .draft202012: .draft2020_12
        case .draft4: .draft4
        case .openAPI30: .openAPI30
        case .openAPI31: .openAPI31
        }
    }
}
