import Files
import Foundation
import JSON
import JSONSchema
import Reports
import SeamContract

/// A schema as a user names it: a file, and perhaps a place in it.
struct SchemaReference {
    /// The file.
    let file: String
    /// What follows the `#`; nil when there is none.
    let fragment: String?

    /// The schema that a text names; a file whose own name has a `#` goes before a place.
    ///
    /// - Parameter text: `FILE` or `FILE#/POINTER`.
    init(_ text: String) {
        guard let mark = text.firstIndex(of: "#"), !FileManager.default.fileExists(atPath: text) else {
            (file, fragment) = (text, nil)
            return
        }
        (file, fragment) = (String(text[..<mark]), String(text[mark...].dropFirst()))
    }

    /// The schema, read and compiled; members that its files name twice are told on standard error.
    ///
    /// - Parameters:
    ///   - dialect: what its keywords mean; nil leaves it to the file.
    ///   - assertsFormats: whether a broken `format` is a violation; nil leaves it to the dialect.
    /// - Returns: the schema.
    /// - Throws: `UnreadableFile`, or `CommandFailure` when the file holds no schema there.
    func schema(dialect: SchemaDialect?, assertsFormats: Bool?) throws -> Schema {
        do {
            let schemaFile = try SchemaFile(
                text: try Input(path: file).text(atMost: ContractBounds.bytes),
                file: file,
                at: try pointer,
                dialect: dialect,
                assertsFormats: assertsFormats,
                reading: ContractFiles(beside: file).text
            )
            let duplicates = schemaFile.duplicates.map { "\($0)".visible + "\n" }
            Terminal.standardError.write(duplicates.joined())
            return schemaFile.schema
        } catch let error as ContractError {
            throw CommandFailure(problem: "\(error)")
        }
    }

    /// The place in the file.
    private var pointer: JSONPointer {
        get throws {
            do {
                return try JSONPointer(parsing: fragment ?? "")
            } catch {
                throw CommandFailure("--schema \(file)#\(fragment ?? ""): \(error)", status: .usage)
            }
        }
    }
}
