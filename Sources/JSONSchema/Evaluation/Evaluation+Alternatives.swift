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

    /// Names a branch for a message: by the tag that chooses it, or else by its number.
    func label(
        of index: Int,
        _ value: JSONValue,
        _ alternatives: Alternatives,
        among count: Int,
        tag: String? = nil
    ) -> String {
        if let tag = alternatives.discriminator?.member ?? tag, let chosen = value[tag] {
            return "\(tag) \(ValueExcerpt.of(chosen))"
        }
        let branch = "\(alternatives.keyword.rawValue)/\(index)"
        return count == 1 ? branch : "\(branch), the closest of \(count)"
    }
}
