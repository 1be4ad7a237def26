/// A set of Unicode scalars.
struct ScalarClass: Sendable {
    /// The ranges in the set.
    var ranges: [ClosedRange<Unicode.Scalar>] = []
    /// The general categories in the set, and those whose complement is.
    var categories: [GeneralCategory] = []
    /// Further sets in the set.
    var parts: [ScalarClass] = []
    /// Whether the set is what is not listed.
    var isNegated = false

    /// Any scalar but line feed and carriage return: `.` of RFC 9485.
    static let dot = ScalarClass(ranges: ["\n"..."\n", "\r"..."\r"], isNegated: true)

    /// One scalar.
    static func single(_ scalar: Unicode.Scalar) -> ScalarClass {
        ScalarClass(ranges: [scalar...scalar])
    }

    /// The complement.
    var negated: ScalarClass {
        var complement = self
        complement.isNegated.toggle()
        return complement
    }

    /// Whether a scalar is in the set.
    func contains(_ scalar: Unicode.Scalar) -> Bool {
        let isListed =
            ranges.contains { $0 ~= scalar } || categories.contains { $0.contains(scalar) }
            || parts.contains { $0.contains(scalar) }
        return isListed != isNegated
    }
}
