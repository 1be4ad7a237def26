import JSON

extension Evaluation {
    /// Walks what no other keyword has evaluated (JSON Schema Core 2020-12 §11).
    ///
    /// - Parameters:
    ///   - value: the value.
    ///   - node: the schema with `unevaluatedItems` or `unevaluatedProperties`.
    ///   - seen: what the schema's other keywords have evaluated.
    /// - Returns: whether the rest keeps the schema.
    mutating func evaluateRest(_ value: JSONValue, _ node: SchemaNode, _ seen: inout SeenSet) -> Bool {
        switch value {
        case .array(let items):
            guard let rest = node.rules.unevaluatedItems else { return true }
            return evaluateRest(items, by: rest, node, &seen)
        case .object(let object):
            guard let rest = node.rules.unevaluatedProperties else { return true }
            return evaluateRest(object, by: rest, node, &seen)
        default: return true
        }
    }

    /// Walks the items that no other keyword has evaluated.
    private mutating func evaluateRest(
        _ items: [JSONValue],
        by rest: SchemaNode,
        _ node: SchemaNode,
        _ seen: inout SeenSet
    ) -> Bool {
        var isValid = true
        for position in items.indices where !seen.contains(position) {
            if rest.rules.isFalse {
                isValid = fail(items[position], node, "unevaluatedItems", "no item \(position)")
            } else {
                isValid = evaluateChild(items[position], at: position, by: rest) && isValid
            }
            if !isValid && isQuiet { return false }
        }
        seen.fill()
        return isValid
    }

    /// Walks the members that no other keyword has evaluated.
    private mutating func evaluateRest(
        _ object: JSONObject,
        by rest: SchemaNode,
        _ node: SchemaNode,
        _ seen: inout SeenSet
    ) -> Bool {
        var isValid = true
        for position in 0..<object.count where !seen.contains(position) {
            let member = object[position]
            isValid = evaluateAdditional(member, at: position, by: rest, node, "unevaluatedProperties") && isValid
            if !isValid && isQuiet { return false }
        }
        seen.fill()
        return isValid
    }
}
