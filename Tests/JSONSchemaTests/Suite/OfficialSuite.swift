import Foundation
import JSON
import JSONSchema

/// The official JSON Schema test suite (<https://github.com/json-schema-org/JSON-Schema-Test-Suite>), when it is at hand.
enum OfficialSuite {
    /// One schema and a value, with what the suite says of them.
    struct Case: Sendable {
        /// `ref.json`.
        let file: String
        /// `ref.json: root pointer ref / match`.
        let name: String
        /// The schema.
        let schema: JSONValue
        /// The value.
        let value: JSONValue
        /// Whether the value keeps the schema.
        let isValid: Bool
    }

    /// Where the suite is kept, beside the package.
    static let folder = URL(filePath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        .appending(path: "../shared/data/json-schema-test-suite").standardizedFileURL

    /// Whether the suite is there.
    static let isPresent = FileManager.default.fileExists(atPath: folder.path(percentEncoded: false))

    /// The JSON of a file.
    static func json(_ file: URL) throws -> JSONValue {
        try JSONValue(parsing: [UInt8](Data(contentsOf: file)))
    }

    /// The cases of the files directly in a folder under `tests`, in the order of the files' names.
    static func cases(in name: String) throws -> [Case] {
        let folder = folder.appending(path: "tests/" + name)
        let files = try FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)
        var cases: [Case] = []
        for file in files.filter({ $0.pathExtension == "json" }).sorted(by: { $0.path() < $1.path() }) {
            for group in try json(file).arrayValue ?? [] {
                for test in group["tests"]?.arrayValue ?? [] {
                    let titles = [group["description"], test["description"]].compactMap { $0?.stringValue }
                    let name = file.lastPathComponent + ": " + titles.joined(separator: " / ")
                    guard let schema = group["schema"], let value = test["data"], let isValid = test["valid"]?.boolValue
                    else { continue }
                    cases.append(
                        Case(file: file.lastPathComponent, name: name, schema: schema, value: value, isValid: isValid)
                    )
                }
            }
        }
        return cases
    }

    /// The documents that the suite serves at `http://localhost:1234`, by URI.
    static func remotes() throws -> [String: JSONValue] {
        let root = folder.appending(path: "remotes")
        let paths = try FileManager.default.subpathsOfDirectory(atPath: root.path(percentEncoded: false))
        var remotes: [String: JSONValue] = [:]
        for path in paths where path.hasSuffix(".json") {
            remotes["http://localhost:1234/" + path] = try json(root.appending(path: path))
        }
        return remotes
    }

    /// The cases where the outcome is not the suite's, with the reason.
    static func failures(
        _ cases: [Case],
        _ dialect: SchemaDialect,
        remotes: [String: JSONValue],
        assertsFormats: Bool = false
    ) -> [String] {
        cases.compactMap { test in
            let compiler = SchemaCompiler(
                document: test.schema,
                dialect: dialect,
                remotes: remotes,
                assertsFormats: assertsFormats
            )
            do {
                let validation = try compiler.schema().validate(test.value)
                return validation.isValid == test.isValid ? nil : "\(test.name): \(validation.violations)"
            } catch {
                return "\(test.name): \(error)"
            }
        }
    }
}
