public import JSON

/// What holding a value against a schema has shown.
public struct Validation: Sendable, Hashable {
    /// The most violations, and the most undocumented members, that are listed; a hostile value may have any number.
    ///
    /// Once so many violations are found, the rest of the value is not looked at.
    public static let limit = 1000

    /// Every violation, in the order of the value's members; empty means that the value is valid.
    public let violations: [Violation]
    /// The members that no schema of a passing branch knew, where a schema lists members and does not forbid others.
    ///
    /// Objects whose schema says nothing of members, and members that are forbidden (a violation), are not listed. Empty when
    /// so many violations were found that the rest of the value was not looked at.
    public let undocumented: [JSONPointer]

    /// Whether there is no violation.
    public var isValid: Bool { violations.isEmpty }
}
