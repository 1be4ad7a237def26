import JSON
import YAMLSource

extension Contract {
    /// Reads an OpenAPI document, 3.0 or 3.1, written as JSON or YAML.
    ///
    /// Of the methods of one path the first, POST where it is offered, says what is asked and answered.
    /// - Parameters:
    ///   - text: the document.
    ///   - file: the path that messages name.
    /// - Throws: ``ContractError`` when the text is neither, is no OpenAPI document, or can't be followed or compiled.
    public init(text: String, file: String) throws(ContractError) {
        let document = try Self.document(in: text, file: file)
        do throws(DocumentFault) {
            let reader = try OpenAPIReader(document)
            var hash = StableHash()
            hash.feed(document)
            self.init(
                title: reader.info("title"),
                version: reader.info("version"),
                file: file,
                fingerprint: hash.hexadecimal,
                operations: try reader.operations()
            )
        } catch {
            throw ContractError(error, in: text, file: file)
        }
    }

    /// The document of a text: JSON when it begins like an object or is named so, else YAML.
    private static func document(in text: String, file: String) throws(ContractError) -> JSONValue {
        let first = text.utf8.first { !" \t\r\n".utf8.contains($0) }
        let isNamedJSON = file.hasSuffix(".json")
        if isNamedJSON || first == UInt8(ascii: "{") {
            do throws(JSONSyntaxError) {
                return try JSONValue(parsing: text)
            } catch {
                // A YAML mapping in flow style begins like JSON; let the YAML reader say whether it is one.
                guard !isNamedJSON else { throw ContractError(error, file: file) }
            }
        }
        do throws(YAMLSourceError) {
            return try LocatedValue(yaml: text, file: file).json
        } catch {
            throw ContractError(place: error.place, message: error.message)
        }
    }
}

extension ContractError {
    /// A text that is no JSON.
    fileprivate init(_ error: JSONSyntaxError, file: String) {
        let place = SourcePlace(file: file, line: error.position.line, column: error.position.column)
        self.init(place: place, message: error.message)
    }

    /// A fault of a document, with its place in the text (JSON is YAML too, so one reader finds both).
    fileprivate init(_ fault: DocumentFault, in text: String, file: String) {
        let place: SourcePlace
        do {
            place = try LocatedValue(yaml: text, file: file).place(of: fault.pointer)
        } catch {
            place = SourcePlace(file: file)
        }
        let pointer = fault.pointer.tokens.isEmpty ? "" : " at \(fault.pointer)"
        self.init(place: place, message: fault.message + pointer)
    }
}
