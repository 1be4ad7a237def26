extension JSONPathParser {
    /// A literal, a query or a function call before it is known what it is used for.
    enum Term {
        case literal(JSONValue)
        case query(JSONPath.Query)
        case value(JSONPath.Operand)
        case condition(JSONPath.Condition)
    }

    /// Reads a condition: alternatives with `||` between.
    mutating func condition() throws(JSONPathSyntaxError) -> JSONPath.Condition {
        try nested { parser throws(JSONPathSyntaxError) in
            var conditions = [try parser.conjunction()]
            while parser.takeOperator("||") {
                conditions.append(try parser.conjunction())
            }
            return conditions.count == 1 ? conditions[0] : .any(conditions)
        }
    }

    private mutating func conjunction() throws(JSONPathSyntaxError) -> JSONPath.Condition {
        var conditions = [try basicCondition()]
        while takeOperator("&&") {
            conditions.append(try basicCondition())
        }
        return conditions.count == 1 ? conditions[0] : .all(conditions)
    }

    private mutating func takeOperator(_ text: String) -> Bool {
        let start = place
        skipBlanks()
        guard take(text) else {
            place = start
            return false
        }
        skipBlanks()
        return true
    }

    private mutating func basicCondition() throws(JSONPathSyntaxError) -> JSONPath.Condition {
        if take("!") {
            skipBlanks()
            return .not(scalar == "(" ? try parentheses() : try test())
        }
        if scalar == "(" { return try parentheses() }
        let start = place
        let left = try term()
        guard let comparison = takeComparison() else { return try test(left, from: start) }
        let leftOperand = try operand(left, from: start)
        let rightStart = place
        return .comparison(leftOperand, comparison, try operand(try term(), from: rightStart))
    }

    private mutating func parentheses() throws(JSONPathSyntaxError) -> JSONPath.Condition {
        place += 1
        skipBlanks()
        let condition = try condition()
        skipBlanks()
        guard take(")") else { throw unexpected("'&&', '||' or ')'") }
        return condition
    }

    private mutating func test() throws(JSONPathSyntaxError) -> JSONPath.Condition {
        let start = place
        return try test(try term(), from: start)
    }

    private func test(_ term: Term, from start: Int) throws(JSONPathSyntaxError) -> JSONPath.Condition {
        switch term {
        case .query(let query): return .exists(query)
        case .condition(let condition): return condition
        case .literal: throw failure("a literal is no condition; compare it with something", at: start)
        case .value: throw failure("a function that gives a value is no condition; compare it", at: start)
        }
    }

    private mutating func takeComparison() -> JSONPath.Comparison? {
        let start = place
        skipBlanks()
        for comparison in JSONPath.Comparison.allCases where take(comparison.rawValue) {
            skipBlanks()
            return comparison
        }
        place = start
        return nil
    }

    /// What gives one value, from a term that must be of that kind.
    func operand(_ term: Term, from start: Int) throws(JSONPathSyntaxError) -> JSONPath.Operand {
        switch term {
        case .literal(let value): return .literal(value)
        case .value(let operand): return operand
        case .query(let query) where query.isSingular: return .query(query)
        case .query:
            throw failure("expected one value, but this query may find many; use value() or count()", at: start)
        case .condition: throw failure("expected a value, but this function tells only yes or no", at: start)
        }
    }
}
