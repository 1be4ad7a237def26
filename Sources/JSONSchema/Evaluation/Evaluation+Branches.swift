import JSON

extension Evaluation {
    /// Walks the value by the subschemas that apply to it.
    ///
    /// - Returns: whether it keeps what they ask together.
    mutating func evaluateBranches(
        _ value: JSONValue,
        _ node: SchemaNode,
        _ shared: SharedRules<BranchRules>,
        _ seen: inout SeenSet
    ) -> Bool {
        var isValid = true
        for branch in shared.rules.allOf {
            isValid = evaluate(value, by: branch, &seen) && isValid
            if !isValid && isQuiet { return false }
        }
        if !shared.rules.oneOf.isEmpty {
            isValid = evaluateOneOf(value, node, shared, &seen) && isValid
            if !isValid && isQuiet { return false }
        }
        if !shared.rules.anyOf.isEmpty {
            isValid = evaluateAnyOf(value, node, shared, &seen) && isValid
            if !isValid && isQuiet { return false }
        }
        if let negated = shared.rules.negated, attempt(value, negated) != nil {
            isValid = fail(value, node, "not", "a value that does not match \(negated.place)")
        }
        if let condition = shared.rules.condition {
            isValid = evaluateCondition(value, condition, &seen) && isValid
        }
        return isValid
    }

    /// Tries a schema quietly.
    ///
    /// - Returns: what it has evaluated; nil when the value breaks it.
    private mutating func attempt(_ value: JSONValue, _ node: SchemaNode) -> SeenSet? {
        let before = mark
        let wasQuiet = isQuiet
        isQuiet = true
        defer { isQuiet = wasQuiet }
        var seen = SeenSet()
        if evaluate(value, by: node, &seen) { return seen }
        rollBack(to: before)
        return nil
    }

    /// Walks the value by `then` or `else`.
    private mutating func evaluateCondition(
        _ value: JSONValue,
        _ condition: BranchRules.Condition,
        _ seen: inout SeenSet
    ) -> Bool {
        if let tested = attempt(value, condition.test) {
            seen.merge(tested)
            return condition.consequence.map { evaluate(value, by: $0, &seen) } ?? true
        }
        return condition.alternative.map { evaluate(value, by: $0, &seen) } ?? true
    }

    /// Walks the value by `anyOf`.
    private mutating func evaluateAnyOf(
        _ value: JSONValue,
        _ node: SchemaNode,
        _ shared: SharedRules<BranchRules>,
        _ seen: inout SeenSet
    ) -> Bool {
        var candidates = Array(shared.rules.anyOf.indices)
        if shared.rules.oneOf.isEmpty, let discriminator = shared.rules.discriminator, case .object(let object) = value
        {
            guard let chosen = choose(object, discriminator, node, &seen) else { return false }
            candidates = chosen
        }
        var passes = false
        for index in candidates {
            guard let passed = attempt(value, shared.rules.anyOf[index]) else { continue }
            seen.merge(passed)
            passes = true
        }
        return passes
            || explain(value, node, "anyOf", shared.rules.anyOf, candidates, shared.rules.discriminator, &seen)
    }

    /// Walks the value by `oneOf`.
    private mutating func evaluateOneOf(
        _ value: JSONValue,
        _ node: SchemaNode,
        _ shared: SharedRules<BranchRules>,
        _ seen: inout SeenSet
    ) -> Bool {
        var candidates = Array(shared.rules.oneOf.indices)
        if let discriminator = shared.rules.discriminator, case .object(let object) = value {
            guard let chosen = choose(object, discriminator, node, &seen) else { return false }
            candidates = chosen
        }
        var passing: [Int] = []
        for index in candidates {
            guard let passed = attempt(value, shared.rules.oneOf[index]) else { continue }
            seen.merge(passed)
            passing.append(index)
            if passing.count > 1 && isQuiet { return false }
        }
        if passing.count == 1 { return true }
        if passing.isEmpty {
            return explain(value, node, "oneOf", shared.rules.oneOf, candidates, shared.rules.discriminator, &seen)
        }
        let list = passing.map(String.init).joined(separator: " and ")
        return fail(value, node, "oneOf", "exactly one of \(shared.rules.oneOf.count) branches to match, not \(list)")
    }

    /// The branches that the discriminator chooses; nil, with a violation, when it chooses none.
    private mutating func choose(
        _ object: JSONObject,
        _ discriminator: Discriminator,
        _ node: SchemaNode,
        _ seen: inout SeenSet
    ) -> [Int]? {
        let found = object[discriminator.member]
        if case .string(let name)? = found, let chosen = discriminator.branches[name] {
            return chosen + discriminator.others
        }
        guard discriminator.others.isEmpty else { return discriminator.others }
        seen.fill()
        let phrase = ValueRules.phrase(discriminator.values.map { .string($0) })
        let name = Self.quoted(discriminator.member)
        guard let found else {
            let expected = "member \(name) with \(phrase)"
            _ = fail(.object(object), node, "discriminator", expected, member: discriminator.member)
            return nil
        }
        _ = fail(found, node, "discriminator", "\(name) to be \(phrase)", member: discriminator.member)
        return nil
    }

    /// Reports what the closest branch finds wrong, or that none comes close.
    private mutating func explain(
        _ value: JSONValue,
        _ node: SchemaNode,
        _ keyword: String,
        _ branches: [SchemaNode],
        _ candidates: [Int],
        _ discriminator: Discriminator?,
        _ seen: inout SeenSet
    ) -> Bool {
        seen.fill()
        guard !isQuiet else { return false }
        let attempts = candidates.map { (index: $0, found: violations(of: value, branches[$0])) }
        let depth = path.count
        let close = attempts.filter { attempt in
            !attempt.found.contains { $0.instance.tokens.count == depth && ["type", "false"].contains($0.keyword) }
        }
        guard let best = close.min(by: { Closeness($0.found) < Closeness($1.found) }) else {
            let phrase = branches.compactMap { resolved($0).rules.types?.phrase }
            let isComplete = phrase.count == branches.count
            return fail(value, node, keyword, isComplete ? Self.list(phrase) : "one of \(branches.count) shapes")
        }
        let label = label(of: best.index, value, keyword, count: candidates.count, discriminator)
        for var violation in best.found {
            violation.branch = violation.branch ?? label
            violations.append(violation)
        }
        return false
    }

    /// Phrases joined by `or`, each once.
    private static func list(_ phrases: [String]) -> String {
        var listed = Set<String>()
        return phrases.filter { listed.insert($0).inserted }.joined(separator: " or ")
    }

    /// Names a branch for a message.
    private func label(
        of index: Int,
        _ value: JSONValue,
        _ keyword: String,
        count: Int,
        _ discriminator: Discriminator?
    ) -> String {
        if let discriminator, let chosen = value[discriminator.member], case .string = chosen {
            return "\(discriminator.member) \(ValueExcerpt.of(chosen))"
        }
        return count == 1 ? "\(keyword)/\(index)" : "\(keyword)/\(index), the closest of \(count)"
    }

    /// The violations of one branch; nothing else is kept of the walk.
    private mutating func violations(of value: JSONValue, _ branch: SchemaNode) -> [Violation] {
        let before = mark
        let outer = violations
        violations = []
        defer {
            violations = outer
            rollBack(to: before)
        }
        var seen = SeenSet()
        _ = evaluate(value, by: branch, &seen)
        return violations
    }

    /// The schema behind a reference.
    private func resolved(_ node: SchemaNode) -> SchemaNode {
        node.rules.types == nil ? node.rules.reference.flatMap(targets.node) ?? node : node
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
