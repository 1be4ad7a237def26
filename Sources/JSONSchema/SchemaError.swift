public import JSON

/// Why a schema can't be compiled: what is wrong with the document, where, and what to write instead.
public struct SchemaError: Error, Sendable, Hashable, CustomStringConvertible {
    /// What is wrong, as a lower-case fragment: `expected 'minLength' to be a whole number ≥ 0, found "x"`.
    public let message: String
    /// Where in the document; empty means the whole document.
    public let place: JSONPointer
    /// The URI of the document; empty for the compiler's own.
    public let document: String

    /// An error.
    ///
    /// - Parameters:
    ///   - message: what is wrong, as a lower-case fragment.
    ///   - place: where in the document.
    ///   - document: the URI of the document; empty for the compiler's own.
    public init(message: String, place: JSONPointer, document: String = "") {
        self.message = message
        self.place = place
        self.document = document
    }

    /// `#place: message`.
    public var description: String { "\(document)#\(place): \(message)" }
}

extension SchemaError {
    /// An error at a place that may be in another document.
    init(at place: SchemaPlace, _ message: String) {
        self.init(message: message, place: place.pointer, document: place.document)
    }
}
