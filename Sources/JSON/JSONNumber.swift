/// A JSON number with the digits it was written with, so that nothing is lost on the way through.
public struct JSONNumber: Sendable {
    /// The number as written, in the grammar of RFC 8259 section 6.
    public let text: String

    /// A whole number.
    ///
    /// - Parameter value: the number.
    public init(_ value: Int) {
        text = String(value)
    }

    /// A number whose text is known to keep the grammar.
    package init(validText text: String) {
        self.text = text
    }

    /// The number as an `Int`: nil when it has a fraction or does not fit.
    public var intValue: Int? {
        Int(text)
    }

    /// The nearest `Double`; infinite when the number is too large for one.
    public var doubleValue: Double {
        Double(text) ?? .nan
    }
}
