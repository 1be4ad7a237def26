import JSON

extension Evaluation {
    /// Walks an object by the rules for objects.
    ///
    /// - Returns: whether it keeps them.
    mutating func evaluateObject(
        _ object: JSONObject,
        _ shared: SharedRules<ObjectRules>,
        _ node: SchemaNode,
        _ seen: inout SeenSet
    ) -> Bool {
        if shared.rules.listsMembers { seen.listsMembers = true }
        var isValid = checkCount(object, shared, node)
        let table = shared.rules.members
        let layout = layouts.layout(of: object, table)
        let isPlain = shared.rules.patterns.isEmpty
        if isQuiet {
            // A branch that is tried mostly fails for want of a member or by one that tells it from others: cheap to see.
            guard isValid, layout.requiredCount >= table.requiredCount,
                keepsScalars(object, layout, shared, node)
            else { return false }
        }
        for position in 0..<object.count {
            if !isValid && isQuiet { return false }
            let entry = Int(layout.entries[position])
            if entry >= 0, isPlain, table.entries[entry].check?.accepts(object.values[position]) == true {
                seen.insert(position)
                continue
            }
            let schema = entry >= 0 ? table.entries[entry].node : nil
            isValid = evaluateMember(object[position], at: position, schema, shared, node, &seen) && isValid
        }
        if layout.requiredCount < table.requiredCount { isValid = reportMissing(object, shared, node) }
        if !isValid && isQuiet { return false }
        if let names = shared.rules.names { isValid = evaluateNames(object, names) && isValid }
        return evaluateDependents(object, shared, node, &seen) && isValid
    }

    /// Whether the members that are no arrays or objects keep their schemas; for a quiet walk, which stops at the first that
    /// does not.
    private mutating func keepsScalars(
        _ object: JSONObject,
        _ layout: MemberLayout,
        _ shared: SharedRules<ObjectRules>,
        _ node: SchemaNode
    ) -> Bool {
        let table = shared.rules.members
        var hasContainers = false
        for position in 0..<object.count where object.values[position].isContainer { hasContainers = true }
        guard hasContainers else { return true }
        var ignored = SeenSet()
        for position in 0..<object.count where !object.values[position].isContainer {
            let entry = Int(layout.entries[position])
            let schema = entry >= 0 ? table.entries[entry].node : nil
            guard evaluateMember(object[position], at: position, schema, shared, node, &ignored) else { return false }
        }
        return true
    }

    /// Walks a member by what `properties`, `patternProperties` or else `additionalProperties` say of it.
    private mutating func evaluateMember(
        _ member: JSONObject.Member,
        at position: Int,
        _ schema: SchemaNode?,
        _ shared: SharedRules<ObjectRules>,
        _ node: SchemaNode,
        _ seen: inout SeenSet
    ) -> Bool {
        var isValid = true
        var isKnown = false
        if let schema {
            isKnown = true
            isValid = evaluateChild(member.value, at: position, by: schema)
        }
        for (pattern, schema) in shared.rules.patterns where pattern.occurs(in: member.key) {
            isKnown = true
            isValid = evaluateUnlisted(member.value, at: position, by: schema) && isValid
        }
        if !isKnown, let additional = shared.rules.additional {
            isKnown = true
            isValid = evaluateAdditional(member, at: position, by: additional, node, "additionalProperties")
        }
        if isKnown { seen.insert(position) }
        return isValid
    }

    /// Walks a member that no other keyword of the schema has evaluated.
    mutating func evaluateAdditional(
        _ member: JSONObject.Member,
        at position: Int,
        by schema: SchemaNode,
        _ node: SchemaNode,
        _ keyword: String
    ) -> Bool {
        guard schema.rules.isFalse else { return evaluateUnlisted(member.value, at: position, by: schema) }
        return fail(member.value, node, keyword, "no member \(Self.quoted(member.key))", member: member.key)
    }

    /// Checks how many members there are.
    private mutating func checkCount(
        _ object: JSONObject,
        _ shared: SharedRules<ObjectRules>,
        _ node: SchemaNode
    ) -> Bool {
        var isValid = true
        if let minimum = shared.rules.minProperties, object.count < minimum {
            let expected = "at least " + Self.plural(minimum, "member", "members")
            isValid = fail(.object(object), node, "minProperties", expected)
        }
        if let maximum = shared.rules.maxProperties, object.count > maximum {
            let expected = "at most " + Self.plural(maximum, "member", "members")
            isValid = fail(.object(object), node, "maxProperties", expected)
        }
        return isValid
    }

    /// Reports each required member that is missing.
    private mutating func reportMissing(
        _ object: JSONObject,
        _ shared: SharedRules<ObjectRules>,
        _ node: SchemaNode
    ) -> Bool {
        guard !isQuiet else { return false }
        for name in shared.rules.required where object[name] == nil {
            _ = fail(.object(object), node, "required", "member \(Self.quoted(name))", member: name)
        }
        return false
    }

    /// Walks the members' names by the schema of `propertyNames`.
    private mutating func evaluateNames(_ object: JSONObject, _ names: SchemaNode) -> Bool {
        var isValid = true
        for member in object {
            isValid = evaluateChild(.string(member.key), by: names) && isValid
            if !isValid && isQuiet { return false }
        }
        return isValid
    }

    /// Walks the object by what is asked when some member is there.
    private mutating func evaluateDependents(
        _ object: JSONObject,
        _ shared: SharedRules<ObjectRules>,
        _ node: SchemaNode,
        _ seen: inout SeenSet
    ) -> Bool {
        var isValid = true
        for (trigger, required) in shared.rules.dependentRequired where object[trigger] != nil {
            for name in required where object[name] == nil {
                let expected = "member \(Self.quoted(name)) beside \(Self.quoted(trigger))"
                isValid = fail(.object(object), node, "dependentRequired", expected, member: name)
            }
        }
        for (trigger, schema) in shared.rules.dependentSchemas where object[trigger] != nil {
            isValid = evaluate(.object(object), by: schema, &seen) && isValid
        }
        return isValid
    }
}

extension JSONValue {
    /// Whether it is an array or an object.
    fileprivate var isContainer: Bool {
        switch self {
        case .array, .object: true
        default: false
        }
    }
}
