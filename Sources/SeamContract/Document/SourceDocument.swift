import JSON
import YAMLSource

/// One file of a contract, as it was read.
struct SourceDocument: Sendable {
    /// The path that messages name.
    let file: String
    /// What is in the file.
    let text: String
    /// The document: JSON or YAML.
    let value: JSONValue

    /// Reads a text: as JSON when it begins like an object or is named so, else as YAML.
    ///
    /// - Parameters:
    ///   - text: what is in the file.
    ///   - file: the path that messages name.
    /// - Throws: ``ContractError`` when the text is neither.
    init(text: String, file: String) throws(ContractError) {
        self.text = text
        self.file = file
        value = try Self.value(of: text, file: file)
    }

    /// The document with the places of all its parts.
    ///
    /// - Throws: `YAMLSourceError` when the text has none, which a text that was read has.
    func located() throws(YAMLSourceError) -> LocatedValue {
        guard Self.mayBeJSON(text, file: file), let located = LocatedValue(json: text, file: file) else {
            return try LocatedValue(yaml: text, file: file)
        }
        return located
    }

    /// Where a part of the document stands in the file.
    func place(of pointer: JSONPointer) -> SourcePlace {
        (try? located())?.place(of: pointer) ?? SourcePlace(file: file)
    }

    /// The members that a JSON text names again, at the later name; YAML refuses such a text.
    var duplicates: [Diagnostic] {
        guard Self.mayBeJSON(text, file: file), let json = try? JSONText(parsing: Array(text.utf8)) else { return [] }
        return json.duplicateMembers.map { member in
            let place = SourcePlace(file: file, line: member.position.line, column: member.position.column)
            let name = member.pointer.tokens.last ?? ""
            let message = "member '\(name)' is written twice, and the first is lost (keep one)"
            return Diagnostic(place: place, message: message)
        }
    }

    /// Whether a text is tried as JSON first.
    private static func mayBeJSON(_ text: String, file: String) -> Bool {
        file.hasSuffix(".json") || text.utf8.first { !" \t\r\n".utf8.contains($0) } == UInt8(ascii: "{")
    }

    private static func value(of text: String, file: String) throws(ContractError) -> JSONValue {
        if mayBeJSON(text, file: file) {
            do throws(JSONSyntaxError) {
                return try JSONValue(parsing: text)
            } catch {
                // A YAML mapping in flow style begins like JSON; let the YAML reader say whether it is one.
                guard !file.hasSuffix(".json") else {
                    let place = SourcePlace(file: file, line: error.position.line, column: error.position.column)
                    throw ContractError(place: place, message: error.message)
                }
            }
        }
        do throws(YAMLSourceError) {
            return try LocatedValue(yaml: text, file: file).json
        } catch {
            throw ContractError(place: error.place, message: error.message)
        }
    }
}
