public import JSON

/// Why a schema can't be compiled: what is wrong with the document, where, and what to write instead.
public struct SchemaError: Error, Sendable, Hashable, CustomStringConvertible {
    /// What is wrong, as a lower-case fragment: `expected 'minLength' to be a whole number ≥ 0, found "x"`.
    public let message: String
    /// Where in the document; empty means the whole document.
    public let place: JSONPointer

    /// An error.
    ///
    /// - Parameters:
    ///   - message: what is wrong, as a lower-case fragment.
    ///   - place: where in the document.
    public init(message: String, place: JSONPointer) {
        self.message = message
        self.place = place
    }

    /// `#place: message`.
    public var description: String { "#\(place): \(message)" }
}
