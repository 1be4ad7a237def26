import JSON

extension Evaluation {
    /// Walks the value by `anyOf` or `oneOf`.
    ///
    /// - Returns: whether as many branches pass as must.
    mutating func evaluateAlternatives(
        _ value: JSONValue,
        _ node: SchemaNode,
        _ alternatives: Alternatives,
        _ seen: inout SeenSet
    ) -> Bool {
        guard let candidates = candidates(value, node, alternatives, &seen) else { return false }
        if candidates.count == 1 { return evaluateOnly(candidates[0], value, alternatives, &seen) }
        var passing: [Int] = []
        for index in candidates {
            guard let passed = attempt(value, alternatives.branches[index]) else { continue }
            seen.merge(passed)
            passing.append(index)
        }
        if passing.isEmpty { return explain(value, node, alternatives, candidates, &seen) }
        guard alternatives.keyword == .oneOf, passing.count > 1 else { return true }
        let list = passing.map(String.init).joined(separator: " and ")
        return fail(value, node, "oneOf", "exactly one of \(alternatives.all.count) branches to match, not \(list)")
    }

    /// The branches worth trying; nil, with a violation, when the discriminator chooses none.
    private mutating func candidates(
        _ value: JSONValue,
        _ node: SchemaNode,
        _ alternatives: Alternatives,
        _ seen: inout SeenSet
    ) -> [Int]? {
        guard let discriminator = alternatives.discriminator, case .object(let object) = value else {
            return alternatives.all
        }
        let found = object[discriminator.member]
        if case .string(let value)? = found, let chosen = discriminator.branches(for: value) { return chosen }
        guard discriminator.others.isEmpty else { return discriminator.others }
        seen.fill()
        guard !isQuiet else { return nil }
        let name = Self.quoted(discriminator.member)
        let phrase = ValueRules.phrase(discriminator.values.map { .string($0) })
        let expected = found == nil ? "member \(name) with \(phrase)" : "\(name) to be \(phrase)"
        _ = fail(found ?? value, node, "discriminator", expected, member: discriminator.member)
        return nil
    }

    /// Walks the value by the only branch there is to try; its violations are told as the branch's.
    private mutating func evaluateOnly(
        _ index: Int,
        _ value: JSONValue,
        _ alternatives: Alternatives,
        _ seen: inout SeenSet
    ) -> Bool {
        let count = violations.count
        guard !evaluate(value, by: alternatives.branches[index], &seen) else { return true }
        guard violations.count > count else { return false }
        let label = label(of: index, value, alternatives, among: 1)
        for number in count..<violations.count where violations[number].branch == nil {
            violations[number].branch = label
        }
        return false
    }

    /// Reports what the closest branch finds wrong, or that none comes close.
    private mutating func explain(
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
        guard let best = close.min(by: { Closeness($0.found) < Closeness($1.found) }) else {
            let expected = shapes(alternatives)
            return fail(value, node, alternatives.keyword.rawValue, expected)
        }
        let label = label(of: best.index, value, alternatives, among: candidates.count)
        for var violation in best.found {
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

    /// Names a branch for a message.
    private func label(of index: Int, _ value: JSONValue, _ alternatives: Alternatives, among count: Int) -> String {
        if let discriminator = alternatives.discriminator, let chosen = value[discriminator.member] {
            return "\(discriminator.member) \(ValueExcerpt.of(chosen))"
        }
        let branch = "\(alternatives.keyword.rawValue)/\(index)"
        return count == 1 ? branch : "\(branch), the closest of \(count)"
    }

    /// The violations of one branch; nothing else is kept of the walk.
    private mutating func violations(of value: JSONValue, _ branch: SchemaNode) -> [Violation] {
        let before = mark
        let outer = violations
        violations = []
        defer {
            violations = outer
            isQuiet = false
            rollBack(to: before)
        }
        var seen = SeenSet()
        _ = evaluate(value, by: branch, &seen)
        return violations
    }
}

/// How close a branch comes to a value: fewer violations first, then deeper ones.
private struct Closeness: Comparable {
    let count: Int
    let depth: Int

    init(_ violations: [Violation]) {
        count = violations.count
        depth = violations.map(\.instance.tokens.count).max() ?? 0
    }

    static func < (left: Closeness, right: Closeness) -> Bool {
        left.count != right.count ? left.count < right.count : left.depth > right.depth
    }
}
