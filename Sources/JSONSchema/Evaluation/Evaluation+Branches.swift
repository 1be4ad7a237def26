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
        if let alternatives = shared.rules.oneOf {
            isValid = evaluateAlternatives(value, node, alternatives, &seen) && isValid
            if !isValid && isQuiet { return false }
        }
        if let alternatives = shared.rules.anyOf {
            isValid = evaluateAlternatives(value, node, alternatives, &seen) && isValid
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
    mutating func attempt(_ value: JSONValue, _ node: SchemaNode) -> SeenSet? {
        let before = mark
        let wasQuiet = isQuiet
        isQuiet = true
        bounds.trial += 1
        defer {
            isQuiet = wasQuiet
            bounds.trial -= 1
        }
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
}
