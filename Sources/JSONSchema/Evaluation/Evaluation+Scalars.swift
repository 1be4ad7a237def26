import JSON

extension Evaluation {
    /// Checks a number.
    ///
    /// - Returns: whether it keeps the shared.rules.
    mutating func check(_ number: JSONNumber, _ shared: SharedRules<NumberRules>, _ node: SchemaNode) -> Bool {
        var isValid = true
        for bound in shared.rules.bounds where !bound.relation.holds(number, bound.limit) {
            let expected = "a number \(bound.relation.rawValue) \(bound.limit.text)"
            isValid = fail(.number(number), node, bound.keyword, expected)
        }
        if let divisor = shared.rules.divisor, !number.isMultiple(of: divisor) {
            isValid = fail(.number(number), node, "multipleOf", "a multiple of \(divisor.text)")
        }
        return isValid
    }

    /// Checks a string.
    ///
    /// - Returns: whether it keeps the shared.rules.
    mutating func check(_ string: String, _ shared: SharedRules<StringRules>, _ node: SchemaNode) -> Bool {
        var isValid = checkLength(of: string, shared, node)
        if let pattern = shared.rules.pattern, !pattern.occurs(in: string) {
            isValid = fail(.string(string), node, "pattern", "a string that matches \(pattern.source)")
        }
        if let format = shared.rules.format, !format.accepts(string) {
            isValid = fail(.string(string), node, "format", "\(format.phrase)")
        }
        return isValid
    }

    /// Checks how many Unicode scalars a string has.
    private mutating func checkLength(
        of string: String,
        _ shared: SharedRules<StringRules>,
        _ node: SchemaNode
    ) -> Bool {
        guard shared.rules.minLength != nil || shared.rules.maxLength != nil else { return true }
        let bytes = string.utf8.count
        if bytes <= shared.rules.maxLength ?? .max, bytes / 4 >= shared.rules.minLength ?? 0 { return true }
        let count = string.unicodeScalars.count
        var isValid = true
        if let minimum = shared.rules.minLength, count < minimum {
            let expected = "at least " + Self.plural(minimum, "character", "characters")
            isValid = fail(.string(string), node, "minLength", expected)
        }
        if let maximum = shared.rules.maxLength, count > maximum {
            let expected = "at most " + Self.plural(maximum, "character", "characters")
            isValid = fail(.string(string), node, "maxLength", expected)
        }
        return isValid
    }
}
