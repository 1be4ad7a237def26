/// Why a text is not YAML that stands for one JSON value, and where.
public struct YAMLSourceError: Error, Sendable, Hashable, CustomStringConvertible {
    /// Where it is wrong.
    public let place: SourcePlace
    /// What is wrong, as a lower-case fragment.
    public let message: String
    /// The text as it would be without what is wrong, each other line where it was, for a reader that looks for more; nil
    /// when that can't be said.
    package let rest: String?

    /// An error.
    ///
    /// - Parameters:
    ///   - place: where it is wrong.
    ///   - message: what is wrong, as a lower-case fragment.
    public init(place: SourcePlace, message: String) {
        self.init(place: place, message: message, rest: nil)
    }

    /// An error that leaves a text to go on with.
    init(place: SourcePlace, message: String, rest: String?) {
        self.place = place
        self.message = message
        self.rest = rest
    }

    /// The error in the form in which all that is wrong in a file is told.
    public var diagnostic: Diagnostic { Diagnostic(place: place, message: message) }

    /// `file:line:column: message`.
    public var description: String { diagnostic.description }
}
