import JSON

extension ValueOutline {
    /// Takes in the keywords of a schema that hold no schemas; what a later schema says goes before.
    mutating func addKeywords(of schema: JSONValue) {
        text = schema["description"]?.stringValue ?? text
        format = schema["format"]?.stringValue ?? format
        choices = schema["enum"]?.arrayValue ?? schema["const"].map { [$0] } ?? choices
        defaultValue = schema["default"] ?? defaultValue
        isDeprecated = isDeprecated || schema.isDeprecated
        let names = schema["type"]?.arrayValue?.compactMap(\.stringValue) ?? []
        if schema["nullable"]?.boolValue == true || names.contains("null") || choices.contains(where: \.isNull) {
            isNullable = true
        }
        choices.removeAll(where: \.isNull)
        limits += Self.limits(of: schema)
    }

    private static func limits(of schema: JSONValue) -> [String] {
        var limits: [String] = []
        func number(_ keyword: String) -> String? { schema[keyword]?.numberValue?.text }
        func isSet(_ keyword: String) -> Bool { schema[keyword]?.boolValue == true }
        if let minimum = number("minimum") { limits.append((isSet("exclusiveMinimum") ? "> " : "≥ ") + minimum) }
        if let minimum = number("exclusiveMinimum") { limits.append("> \(minimum)") }
        if let maximum = number("maximum") { limits.append((isSet("exclusiveMaximum") ? "< " : "≤ ") + maximum) }
        if let maximum = number("exclusiveMaximum") { limits.append("< \(maximum)") }
        if let divisor = number("multipleOf") { limits.append("a multiple of \(divisor)") }
        for (noun, low, high) in [
            ("characters", number("minLength"), number("maxLength")), ("items", number("minItems"), number("maxItems")),
            ("members", number("minProperties"), number("maxProperties")),
        ] {
            switch (low, high) {
            case (nil, nil): break
            case (let low?, nil): limits.append("at least \(low) \(low == "1" ? String(noun.dropLast()) : noun)")
            case (nil, let high?): limits.append("at most \(high) \(noun)")
            case (let low?, let high?): limits.append(low == high ? "\(low) \(noun)" : "\(low) to \(high) \(noun)")
            }
        }
        if let pattern = schema["pattern"]?.stringValue { limits.append("matches \(pattern)") }
        return limits
    }
}
