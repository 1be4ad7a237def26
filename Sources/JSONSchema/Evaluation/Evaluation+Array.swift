import JSON

extension Evaluation {
    /// Walks an array by the rules for arrays.
    ///
    /// - Returns: whether it keeps them.
    mutating func evaluateArray(
        _ items: [JSONValue],
        _ shared: SharedRules<ArrayRules>,
        _ node: SchemaNode,
        _ seen: inout SeenSet
    ) -> Bool {
        var isValid = checkCount(items, shared, node)
        if !isValid && isQuiet { return false }
        for (position, schema) in zip(items.indices, shared.rules.prefix) {
            isValid = evaluateChild(items[position], at: position, by: schema) && isValid
            if !isValid && isQuiet { return false }
        }
        if let rest = shared.rules.rest {
            for position in items.indices.dropFirst(shared.rules.prefix.count) {
                isValid = evaluateChild(items[position], at: position, by: rest) && isValid
                if !isValid && isQuiet { return false }
            }
        }
        if targets.tracksItems { markItems(of: items.count, shared, &seen) }
        if let containment = shared.rules.containment {
            isValid = evaluateContainment(items, containment, node, &seen) && isValid
        }
        return isValid
    }

    /// Marks the items that `prefixItems` and `items` have evaluated.
    private func markItems(of count: Int, _ shared: SharedRules<ArrayRules>, _ seen: inout SeenSet) {
        if shared.rules.rest != nil {
            seen.fill()
        } else {
            for position in 0..<min(count, shared.rules.prefix.count) { seen.insert(position) }
        }
    }

    /// Checks how many items there are, and whether they differ.
    private mutating func checkCount(
        _ items: [JSONValue],
        _ shared: SharedRules<ArrayRules>,
        _ node: SchemaNode
    ) -> Bool {
        var isValid = true
        if let minimum = shared.rules.minItems, items.count < minimum {
            let expected = "at least " + Self.plural(minimum, "item", "items")
            isValid = fail(.array(items), node, "minItems", expected)
        }
        if let maximum = shared.rules.maxItems, items.count > maximum {
            let expected = "at most " + Self.plural(maximum, "item", "items")
            isValid = fail(.array(items), node, "maxItems", expected)
        }
        if shared.rules.uniqueItems, let twin = Self.firstTwin(in: items) {
            let expected = "no two equal items (item \(twin) repeats an earlier one)"
            isValid = fail(.array(items), node, "uniqueItems", expected)
        }
        return isValid
    }

    /// The position of the first item that equals an earlier one.
    private static func firstTwin(in items: [JSONValue]) -> Int? {
        guard items.count > 1 else { return nil }
        var earlier = Set<JSONValue>(minimumCapacity: items.count)
        return items.firstIndex { !earlier.insert($0).inserted }
    }

    /// Counts the items that match `contains`.
    private mutating func evaluateContainment(
        _ items: [JSONValue],
        _ containment: ArrayRules.Containment,
        _ node: SchemaNode,
        _ seen: inout SeenSet
    ) -> Bool {
        var count = 0
        for position in items.indices where isMatch(items[position], at: position, containment.node) {
            count += 1
            if targets.tracksItems { seen.insert(position) }
        }
        if count < containment.minimum {
            let keyword = containment.minimum == 1 ? "contains" : "minContains"
            let needed = Self.plural(containment.minimum, "matching item", "matching items")
            let expected = "at least \(needed), not \(count)"
            return fail(.array(items), node, keyword, expected)
        }
        if let maximum = containment.maximum, count > maximum {
            let expected = "at most \(Self.plural(maximum, "matching item", "matching items")), not \(count)"
            return fail(.array(items), node, "maxContains", expected)
        }
        return true
    }

    /// Whether an item matches a schema; nothing is reported when it does not.
    private mutating func isMatch(_ item: JSONValue, at position: Int, _ node: SchemaNode) -> Bool {
        let before = mark
        let wasQuiet = isQuiet
        isQuiet = true
        bounds.trial += 1
        defer {
            isQuiet = wasQuiet
            bounds.trial -= 1
        }
        let matches = evaluateChild(item, at: position, by: node)
        if !matches { rollBack(to: before) }
        return matches
    }
}
