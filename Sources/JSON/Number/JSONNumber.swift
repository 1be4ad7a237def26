/// A JSON number with the digits it was written with, so that nothing is lost on the way through.
///
/// Two numbers are equal when their values are, however large and however written: `1E2` equals `100`, `0.10` equals
/// `0.1`, and `1e400` is less than `1e401`.
public struct JSONNumber: Sendable {
    /// The number as written, in the grammar of RFC 8259 section 6.
    public let text: String

    /// A whole number.
    ///
    /// - Parameter value: the number.
    public init(_ value: Int) {
        text = String(value)
    }

    /// A number with the shortest digits that give the same `Double` again; nil for infinity and "not a number".
    ///
    /// - Parameter value: the number.
    public init?(_ value: Double) {
        guard value.isFinite else { return nil }
        let digits = value.description
        text = digits.hasSuffix(".0") ? String(digits.dropLast(2)) : digits
    }

    /// A number as written; nil when the text does not keep the grammar of RFC 8259 section 6.
    ///
    /// - Parameter text: the number, without space around it.
    public init?(text: String) {
        guard case .number(let number)? = try? JSONValue(parsing: text), number.text == text else { return nil }
        self = number
    }

    /// A number whose text is known to keep the grammar.
    package init(validText text: String) {
        self.text = text
    }

    /// The number as an `Int` by its value, `1.0` and `1e2` too: nil when it has a fraction or does not fit.
    public var intValue: Int? {
        Int(text) ?? Decimal(text).intValue
    }

    /// Whether the number has no fraction, by its value: `1.0` and `1e2` have none.
    public var isInteger: Bool {
        Int(text) != nil || Decimal(text).isInteger
    }

    /// The nearest `Double`; infinite when the number is too large for one.
    public var doubleValue: Double {
        Double(text) ?? .nan
    }

    /// Whether the number is a whole multiple of another, exactly (JSON Schema `multipleOf`).
    ///
    /// - Parameter divisor: the other number; of zero, only zero is a multiple.
    /// - Returns: whether it is.
    public func isMultiple(of divisor: JSONNumber) -> Bool {
        if let value = Int(text), let divisor = Int(divisor.text) { return value.isMultiple(of: divisor) }
        return Decimal(text).isMultiple(of: Decimal(divisor.text))
    }

    /// The number in one form for each value: whole numbers up to 21 digits plainly, others as in `1.5e-7`.
    var canonicalText: String {
        if let value = Int(text) { return String(value) }
        return Decimal(text).text
    }
}

extension JSONNumber: Comparable {
    /// Whether both are the same number, however written.
    public static func == (left: JSONNumber, right: JSONNumber) -> Bool {
        if left.text == right.text { return true }
        if let left = Int(left.text), let right = Int(right.text) { return left == right }
        return Decimal(left.text) == Decimal(right.text)
    }

    /// Whether one number is less than another, exactly.
    public static func < (left: JSONNumber, right: JSONNumber) -> Bool {
        if let left = Int(left.text), let right = Int(right.text) { return left < right }
        return Decimal(left.text) < Decimal(right.text)
    }
}

extension JSONNumber: Hashable {
    /// Feeds the number's value.
    public func hash(into hasher: inout Hasher) {
        if let value = Int(text) {
            hasher.combine(value)
            return
        }
        let decimal = Decimal(text)
        if let value = decimal.intValue {
            hasher.combine(value)
        } else {
            hasher.combine(decimal)
        }
    }
}

extension JSONNumber: CustomStringConvertible {
    /// The number as written.
    public var description: String { text }
}
