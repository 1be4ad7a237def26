/// A reference that was followed from a place of the value.
struct ReferenceVisit: Hashable {
    /// The number of what it leads to.
    let target: Int
    /// The way to the place, as positions of members or items.
    let path: [Int]
}

/// What came of following a reference.
struct ReferenceOutcome {
    /// How much one walk remembers of outcomes, by their size.
    static let limit = 400_000

    /// Whether the value keeps the schema.
    let isValid: Bool
    /// What the value breaks; nil when nobody asked.
    let violations: [Violation]?
    /// What of the value the schema has evaluated.
    let seen: SeenSet
    /// The members that no schema knew, as ways of positions.
    let unknown: [[Int]]
    /// The members that some schema knew, if that was asked for.
    let known: [[Int]]

    /// How many things it remembers, itself included.
    var size: Int { 1 + (violations?.count ?? 0) + unknown.count + known.count }
}
