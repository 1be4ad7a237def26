public import YAMLSource

/// Why a text can't serve as a contract, and where.
public struct ContractError: Error, Sendable, Hashable, CustomStringConvertible {
    /// What is wrong and where; a place in a JSON text is as exact as the message's pointer.
    public let diagnostic: Diagnostic

    /// An error.
    ///
    /// - Parameters:
    ///   - place: where it is wrong.
    ///   - message: what is wrong, as a lower-case fragment.
    init(place: SourcePlace, message: String) {
        diagnostic = Diagnostic(place: place, message: message)
    }

    /// `file:line:column: message`.
    public var description: String { diagnostic.description }
}
