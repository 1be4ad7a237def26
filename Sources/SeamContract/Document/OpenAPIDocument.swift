package import JSONSchema
package import YAMLSource

/// An OpenAPI document as it was written, with the files that it refers to.
///
/// ``Contract`` says what a document promises; this is for what looks at how it says so.
package struct OpenAPIDocument: Sendable {
    /// The whole document.
    package let root: DocumentPart
    private let files: DocumentSet

    /// Reads a document that makes a contract.
    ///
    /// - Parameters:
    ///   - text: the document.
    ///   - file: the path that messages name, and to which references to other files are relative.
    ///   - read: what reads another file by its path; nil when no reference may leave the document.
    /// - Throws: ``ContractError`` in all cases in which there is no ``Contract`` of that text.
    package init(
        text: String,
        file: String,
        reading read: ((_ path: String) throws -> String)? = nil
    ) throws(ContractError) {
        files = try DocumentSet(text: text, file: file, reading: read)
        do throws(DocumentFault) {
            let reader = try OpenAPIReader(files)
            _ = try reader.operations()
            root = reader.document
        } catch {
            throw ContractError(error, in: files)
        }
    }

    /// The file that was named.
    package var file: String { files.root.file }

    /// The error that a fault of a part of this document is.
    package func error(_ fault: DocumentFault) -> ContractError {
        ContractError(fault, in: files)
    }

    /// Where parts of the document stand in its files.
    ///
    /// - Parameter places: the parts.
    /// - Returns: the place of each.
    package func sources(of places: Set<SchemaPlace>) -> [SchemaPlace: SourcePlace] {
        var sources: [SchemaPlace: SourcePlace] = [:]
        for (uri, places) in Dictionary(grouping: places, by: \.document) {
            let document = files.document(at: uri)
            let located = try? document.located()
            for place in places {
                sources[place] = located?.place(of: place.pointer) ?? SourcePlace(file: document.file)
            }
        }
        return sources
    }
}
