import JSON

extension Matcher {
    /// What a value must be like, as a lower-case fragment with all templates filled in.
    ///
    /// A value that must be there is shown where it differs from the one found; nil shows it from its beginning.
    func expectation(
        beside found: JSONValue? = nil,
        by judgement: inout Judgement
    ) throws(TemplateError) -> String {
        switch self {
        case .all(let matchers): return try list(matchers, joined: " and ", by: &judgement)
        case .anyOf(let matchers): return try list(matchers, joined: " or ", by: &judgement)
        case .not(let matcher): return "not " + (try matcher.expectation(by: &judgement))
        case .each(let matcher): return "an array, each item " + (try matcher.expectation(by: &judgement))
        case .none(let matcher): return "an array, no item " + (try matcher.expectation(by: &judgement))
        case .contains(let matcher): return "containing " + (try matcher.expectation(by: &judgement))
        case .setEquals(let items): return "in any order " + (try excerpt(items, by: &judgement))
        case .equals(let value): return try value.value(in: &judgement.scope).excerpt(beside: found)
        case .type(let types): return "of type " + types.map(\.rawValue).joined(separator: " or ")
        case .format(let name): return "text in the format \(name)"
        case .pattern(let pattern): return "text matching " + (try pattern.text(in: &judgement.scope))
        case .startsWith(let prefix):
            return "text starting with " + JSONValue.string(try prefix.text(in: &judgement.scope)).excerpt
        case .compared(let relation, let value): return "\(relation.words) " + (try excerpt(value, by: &judgement))
        case .sameInstant(let value): return "the same instant as " + (try excerpt(value, by: &judgement))
        case .near(let value, let distance):
            return "within \(distance.scenarioText) of " + (try excerpt(value, by: &judgement))
        case .count(let range): return "\(range) in number"
        case .sameAs(let reference): return try expectation(reference, beside: found, by: &judgement)
        case .absent: return "absent"
        case .present: return "present"
        case .unique: return "an array without equal items"
        }
    }

    /// What several matchers ask for.
    private func list(
        _ matchers: [Matcher],
        joined separator: String,
        by judgement: inout Judgement
    ) throws(TemplateError) -> String {
        var texts: [String] = []
        for matcher in matchers {
            texts.append(try matcher.expectation(by: &judgement))
        }
        return texts.joined(separator: separator)
    }

    /// The value to compare with, and where it is from.
    private func expectation(
        _ reference: Reference,
        beside found: JSONValue?,
        by judgement: inout Judgement
    ) throws(TemplateError) -> String {
        let value = try judgement.value(of: reference)?.excerpt(beside: found) ?? "absent"
        switch reference {
        case .path(let path): return "the same as \(path), \(value)"
        case .value: return value
        }
    }

    /// A value in bounded length.
    private func excerpt(_ value: TemplatedValue, by judgement: inout Judgement) throws(TemplateError) -> String {
        try value.value(in: &judgement.scope).excerpt
    }
}

extension Matcher.Relation {
    /// The relation in words.
    var words: String {
        switch self {
        case .greaterThan: "greater than"
        case .atLeast: "at least"
        case .lessThan: "less than"
        case .atMost: "at most"
        }
    }
}
