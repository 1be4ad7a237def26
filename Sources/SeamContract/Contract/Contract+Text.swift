import JSON
import JSONSchema
import YAMLSource

extension Contract {
    /// Reads an OpenAPI document, 3.0 or 3.1, written as JSON or YAML.
    ///
    /// Of the methods of one path the first, POST where it is offered, says what is asked and answered.
    /// - Parameters:
    ///   - text: the document.
    ///   - file: the path that messages name, and to which references to other files are relative.
    ///   - read: what reads another file, JSON or YAML, by its path, where the document refers to one; it says what is wrong
    ///     by an error whose text follows `can't be followed: `. Without one no reference may leave the document.
    /// - Throws: ``ContractError`` when the text is neither, is no OpenAPI document, or can't be followed or compiled.
    public init(
        text: String,
        file: String,
        reading read: ((_ path: String) throws -> String)? = nil
    ) throws(ContractError) {
        let files = try DocumentSet(text: text, file: file, reading: read)
        do throws(DocumentFault) {
            let reader = try OpenAPIReader(files)
            self.init(
                title: reader.info("title"),
                version: reader.info("version"),
                file: file,
                fingerprint: files.fingerprint,
                document: reader.document,
                operations: try reader.operations()
            )
        } catch {
            throw ContractError(error, in: files)
        }
    }
}

extension ContractError {
    /// A fault of a document, with its place in the text.
    init(_ fault: DocumentFault, in files: DocumentSet) {
        let pointer = fault.place.pointer
        self.init(
            place: files.document(at: fault.place.document).place(of: pointer),
            message: fault.message + (pointer.tokens.isEmpty ? "" : " at \(pointer)")
        )
    }
}
