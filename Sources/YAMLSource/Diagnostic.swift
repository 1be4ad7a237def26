/// One thing that is wrong in a file that people write, and where.
public struct Diagnostic: Sendable, Hashable, Comparable, CustomStringConvertible {
    /// Where it is wrong.
    public let place: SourcePlace
    /// What is wrong and what to write instead, as a lower-case fragment.
    public let message: String

    /// A diagnostic.
    ///
    /// - Parameters:
    ///   - place: where it is wrong.
    ///   - message: what is wrong and what to write instead, as a lower-case fragment.
    public init(place: SourcePlace, message: String) {
        self.place = place
        self.message = message
    }

    /// `file:line:column: message`.
    public var description: String { "\(place): \(message)" }

    /// By place, then message.
    public static func < (left: Diagnostic, right: Diagnostic) -> Bool {
        (left.place, left.message) < (right.place, right.message)
    }
}
