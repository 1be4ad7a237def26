/// How a JSON value is written.
public struct JSONStyle: Sendable, Hashable {
    /// How many spaces a level is indented by; nil writes all in one line without spaces.
    public var indentation: Int?
    /// Whether members are sorted by the Unicode scalars of their names, rather than kept in their order.
    public var sortsMembers: Bool
    /// Whether numbers are written in one form for each value, rather than with the digits they came with.
    public var unifiesNumbers: Bool

    /// A style.
    ///
    /// - Parameters:
    ///   - indentation: how many spaces a level is indented by; nil writes all in one line.
    ///   - sortsMembers: whether members are sorted by name.
    ///   - unifiesNumbers: whether numbers are written in one form for each value.
    public init(indentation: Int? = nil, sortsMembers: Bool = false, unifiesNumbers: Bool = false) {
        self.indentation = indentation
        self.sortsMembers = sortsMembers
        self.unifiesNumbers = unifiesNumbers
    }

    /// One line, no spaces, members and numbers as they are.
    public static let compact = JSONStyle()
    /// Lines indented by two spaces, members and numbers as they are.
    public static let pretty = JSONStyle(indentation: 2)
    /// One line, members sorted, numbers in one form: two values are equal exactly when their canonical forms are.
    public static let canonical = JSONStyle(sortsMembers: true, unifiesNumbers: true)
}
