extension JSONPathEvaluator {
    /// Whether a node of a filter fulfils a condition.
    mutating func holds(
        _ condition: JSONPath.Condition,
        for current: JSONValue
    ) throws(JSONPathExhaustion) -> Bool {
        switch condition {
        case .any(let conditions):
            for condition in conditions where try holds(condition, for: current) { return true }
            return false
        case .all(let conditions):
            for condition in conditions where try !holds(condition, for: current) { return false }
            return true
        case .not(let condition): return try !holds(condition, for: current)
        case .exists(let query): return try exists(query, for: current)
        case .comparison(let left, let comparison, let right):
            let (left, right) = (try value(of: left, for: current), try value(of: right, for: current))
            return comparison.holds(left, right)
        case .matches(let operand, let pattern, let wholly):
            return try matches(value(of: operand, for: current), pattern, wholly: wholly, for: current)
        }
    }

    private mutating func exists(
        _ query: JSONPath.Query,
        for current: JSONValue
    ) throws(JSONPathExhaustion) -> Bool {
        if query.isSingular { return singleValue(of: query, for: current) != nil }
        return try !nodes(of: query, current: current).isEmpty
    }

    /// The value of an operand, nil for "nothing".
    private mutating func value(
        of operand: JSONPath.Operand,
        for current: JSONValue
    ) throws(JSONPathExhaustion) -> JSONValue? {
        switch operand {
        case .literal(let value): return value
        case .query(let query): return singleValue(of: query, for: current)
        case .length(let operand): return try value(of: operand, for: current).flatMap(length)
        case .count(let query): return .number(JSONNumber(try nodes(of: query, current: current).count))
        case .value(let query):
            let found = try nodes(of: query, current: current)
            guard found.count == 1 else { return .none }
            return found[0].value
        }
    }

    /// The value that a singular query finds, without keeping places.
    private func singleValue(of query: JSONPath.Query, for current: JSONValue) -> JSONValue? {
        var value = query.isRelative ? current : root
        for segment in query.segments {
            let next: JSONValue? =
                switch segment.selectors[0] {
                case .name(let name): value[name]
                case .index(let index): value[index < 0 ? (value.arrayValue?.count ?? 0) + index : index]
                case .wildcard, .slice, .filter: nil
                }
            guard let next else { return nil }
            value = next
        }
        return value
    }

    /// The function `length` (RFC 9535 section 2.4.4).
    private func length(_ value: JSONValue) -> JSONValue? {
        switch value {
        case .string(let string): .number(JSONNumber(string.unicodeScalars.count))
        case .array(let items): .number(JSONNumber(items.count))
        case .object(let object): .number(JSONNumber(object.count))
        case .null, .bool, .number: nil
        }
    }

    /// The functions `match` and `search` (RFC 9535 sections 2.4.6 and 2.4.7).
    private mutating func matches(
        _ subject: JSONValue?,
        _ pattern: JSONPath.Pattern,
        wholly: Bool,
        for current: JSONValue
    ) throws(JSONPathExhaustion) -> Bool {
        guard let subject = subject?.stringValue else { return false }
        let expression: IRegexp?
        switch pattern {
        case .fixed(let fixed): expression = fixed
        case .computed(let operand):
            expression = try value(of: operand, for: current)?.stringValue.flatMap { try? IRegexp($0) }
        }
        guard let expression else { return false }
        return wholly ? expression.matches(subject) : expression.occurs(in: subject)
    }
}

extension JSONPath.Comparison {
    /// Whether two values, nil for "nothing", compare so (RFC 9535 section 2.3.5.2.2).
    func holds(_ left: JSONValue?, _ right: JSONValue?) -> Bool {
        switch self {
        case .equal: left == right
        case .notEqual: left != right
        case .less: isLess(left, right)
        case .lessOrEqual: isLess(left, right) || left == right
        case .greater: isLess(right, left)
        case .greaterOrEqual: isLess(right, left) || left == right
        }
    }

    private func isLess(_ left: JSONValue?, _ right: JSONValue?) -> Bool {
        switch (left, right) {
        case (.number(let left)?, .number(let right)?): left < right
        case (.string(let left)?, .string(let right)?): left.utf8.lexicographicallyPrecedes(right.utf8)
        default: false
        }
    }
}
