/// A reference that was followed from a place of the value.
struct ReferenceVisit: Hashable {
    /// The number of what it leads to.
    let target: Int
    /// The way to the place, as positions of members or items.
    let path: [Int]
}

/// What came of following a reference.
struct ReferenceOutcome {
    /// The most outcomes that one walk remembers.
    static let limit = 200_000

    /// Whether the value keeps the schema.
    let isValid: Bool
    /// What of the value the schema has evaluated.
    let seen: SeenSet
    /// The members that no schema knew, as ways of positions.
    let unknown: [[Int]]
    /// The members that some schema knew, if that was asked for.
    let known: [[Int]]
}
