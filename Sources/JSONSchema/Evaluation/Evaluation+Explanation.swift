import JSON

extension Evaluation {
    /// Reports what the branch that was meant finds wrong, or that none comes close.
    ///
    /// Meant is a branch whose tag the value has: a member that several branches tell apart by `const` or `enum`. Without
    /// one, or among several, it is the closest.
    /// - Returns: false, for the caller to return.
    mutating func explain(
        _ value: JSONValue,
        _ node: SchemaNode,
        _ alternatives: Alternatives,
        _ candidates: [Int],
        _ seen: inout SeenSet
    ) -> Bool {
        seen.fill()
        guard !isQuiet else { return false }
        let attempts = candidates.map { (index: $0, found: violations(of: value, alternatives.branches[$0])) }
        let close = attempts.filter { !refusesKind($0.found) }
        let tags = BranchTags(of: value, among: close.map { alternatives.branches[$0.index] }, targets)
        if let unknown = tags.unknown {
            path.append(unknown.position)
            defer { path.removeLast() }
            return fail(unknown.found, node, alternatives.keyword.rawValue, ValueRules.phrase(unknown.values))
        }
        let ranks = zip(close, tags.refusals).map { Closeness($0.found, at: path.count, refusedTags: $1) }
        guard let best = ranks.indices.min(by: { ranks[$0] < ranks[$1] }) else {
            let expected = shapes(alternatives)
            return fail(value, node, alternatives.keyword.rawValue, expected)
        }
        let label = label(of: close[best].index, value, alternatives, among: candidates.count, tag: tags.choices[best])
        for var violation in close[best].found {
            violation.branch = violation.branch ?? label
            append(violation)
        }
        return false
    }

    /// Whether a branch finds the value itself, not something in it, to be of the wrong kind.
    private func refusesKind(_ found: [Violation]) -> Bool {
        found.contains { $0.instance.tokens.count == path.count && ["type", "false"].contains($0.keyword) }
    }

    /// The types of the branches for a message: `a string or an object`.
    private func shapes(_ alternatives: Alternatives) -> String {
        var types = TypeSet()
        for branch in alternatives.branches {
            let node = branch.rules.types == nil ? branch.rules.reference.flatMap(targets.node) ?? branch : branch
            guard let known = node.rules.types else { return "one of \(alternatives.branches.count) shapes" }
            types.formUnion(known)
        }
        return types.phrase
    }

    /// The violations of one branch; nothing else is kept of the walk.
    private mutating func violations(of value: JSONValue, _ branch: SchemaNode) -> [Violation] {
        let before = mark
        let outer = violations
        violations = []
        bounds.trial += 1
        defer {
            violations = outer
            isQuiet = false
            bounds.trial -= 1
            rollBack(to: before)
        }
        var seen = SeenSet()
        _ = evaluate(value, by: branch, &seen)
        return violations
    }
}

/// How close a branch comes to a value.
///
/// In this order: the fewest tags that it refuses; the fewest kinds of violations, since one mistake in a list shows many
/// times; the fewest of them about the value itself, which has then at least the members of the branch; the deepest.
private struct Closeness: Comparable {
    private let refusedTags: Int
    private let count: Int
    private let ownCount: Int
    private let depth: Int

    init(_ violations: [Violation], at level: Int, refusedTags: Int) {
        self.refusedTags = refusedTags
        count = ViolationGroup.groups(of: violations).count
        ownCount = violations.count { $0.instance.tokens.count == level }
        depth = violations.map(\.instance.tokens.count).max() ?? 0
    }

    static func < (left: Closeness, right: Closeness) -> Bool {
        (left.refusedTags, left.count, left.ownCount, -left.depth)
            < (right.refusedTags, right.count, right.ownCount, -right.depth)
    }
}
