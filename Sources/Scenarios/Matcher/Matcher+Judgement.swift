public import JSON
import JSONSchema

extension Matcher {
    /// How a value differs from what it must be like; empty when it matches.
    ///
    /// - Parameters:
    ///   - value: the value; nil when there is none.
    ///   - place: where it stands in the body.
    ///   - body: the body that `same-as` refers to.
    ///   - scope: the names.
    /// - Returns: the differences, in the order of the operators and items.
    /// - Throws: ``TemplateError`` when a template has no value.
    public func mismatches(
        in value: JSONValue?,
        at place: JSONPointer,
        of body: JSONValue?,
        scope: Scope
    ) throws(TemplateError) -> [Mismatch] {
        var judgement = Judgement(scope: scope, body: body)
        return try mismatches(in: Subject(name: "value", value: value, place: place), by: &judgement)
    }

    /// How a value differs from what it must be like.
    func mismatches(in subject: Subject, by judgement: inout Judgement) throws(TemplateError) -> [Mismatch] {
        switch self {
        case .absent:
            return subject.value == nil ? [] : [subject.mismatch(expected: "absent")]
        case .all(let matchers):
            return try all(matchers, in: subject, by: &judgement)
        case .anyOf(let matchers):
            return try anyOf(matchers, in: subject, by: &judgement)
        default:
            guard let value = subject.value else {
                return [subject.mismatch(expected: try expectation(by: &judgement))]
            }
            return try mismatches(of: value, in: subject, by: &judgement)
        }
    }

    /// How a value that is there differs from what it must be like.
    private func mismatches(
        of value: JSONValue,
        in subject: Subject,
        by judgement: inout Judgement
    ) throws(TemplateError) -> [Mismatch] {
        switch self {
        case .each(let matcher):
            return try each(matcher, of: value, in: subject, by: &judgement)
        case .none(let matcher):
            return try none(matcher, of: value, in: subject, by: &judgement)
        case .unique:
            return unique(value, in: subject)
        case .not(let matcher):
            guard try matcher.mismatches(in: subject, by: &judgement).isEmpty else { return [] }
            return [subject.mismatch(expected: try expectation(by: &judgement))]
        default:
            guard try !holds(for: value, in: subject, by: &judgement) else { return [] }
            let expected = try expectation(beside: value, by: &judgement)
            let equal = try counterpart(by: &judgement)
            return [subject.mismatch(expected: expected, actual: actual(of: value, beside: equal))]
        }
    }

    /// What is shown of a value: beside it, its length where that is what counts.
    private func actual(of value: JSONValue, beside counterpart: JSONValue?) -> String {
        guard case .count = self, let length = value.length else { return value.excerpt(beside: counterpart) }
        return "\(length) in \(value.excerpt)"
    }

    /// The value that the one found must be equal to; nil for a matcher that asks for something else.
    private func counterpart(by judgement: inout Judgement) throws(TemplateError) -> JSONValue? {
        switch self {
        case .equals(let value): try value.value(in: &judgement.scope)
        case .sameAs(let reference): try judgement.value(of: reference)
        default: nil
        }
    }

    /// The differences from every one of these.
    private func all(
        _ matchers: [Matcher],
        in subject: Subject,
        by judgement: inout Judgement
    ) throws(TemplateError) -> [Mismatch] {
        var mismatches: [Mismatch] = []
        for matcher in matchers {
            for mismatch in try matcher.mismatches(in: subject, by: &judgement) where !mismatches.contains(mismatch) {
                mismatches.append(mismatch)
            }
        }
        return mismatches
    }

    /// The difference from all of these, when none holds.
    private func anyOf(
        _ matchers: [Matcher],
        in subject: Subject,
        by judgement: inout Judgement
    ) throws(TemplateError) -> [Mismatch] {
        for matcher in matchers where try matcher.mismatches(in: subject, by: &judgement).isEmpty {
            return []
        }
        return [subject.mismatch(expected: try expectation(by: &judgement))]
    }

    /// The differences of the items.
    private func each(
        _ matcher: Matcher,
        of value: JSONValue,
        in subject: Subject,
        by judgement: inout Judgement
    ) throws(TemplateError) -> [Mismatch] {
        guard case .array(let items) = value else { return [subject.mismatch(expected: "an array")] }
        var mismatches: [Mismatch] = []
        for (index, item) in items.enumerated() where mismatches.count < Self.itemLimit {
            mismatches += try matcher.mismatches(in: subject.item(index, item), by: &judgement)
        }
        return mismatches
    }

    /// The items that match though they must not.
    private func none(
        _ matcher: Matcher,
        of value: JSONValue,
        in subject: Subject,
        by judgement: inout Judgement
    ) throws(TemplateError) -> [Mismatch] {
        guard case .array(let items) = value else { return [subject.mismatch(expected: "an array")] }
        let expected = "not " + (try matcher.expectation(by: &judgement))
        var mismatches: [Mismatch] = []
        for (index, item) in items.enumerated() where mismatches.count < Self.itemLimit {
            let subject = subject.item(index, item)
            if try matcher.mismatches(in: subject, by: &judgement).isEmpty {
                mismatches.append(subject.mismatch(expected: expected))
            }
        }
        return mismatches
    }

    /// The items that are there a second time.
    private func unique(_ value: JSONValue, in subject: Subject) -> [Mismatch] {
        guard case .array(let items) = value else { return [subject.mismatch(expected: "an array")] }
        var seen: Set<JSONValue> = []
        var mismatches: [Mismatch] = []
        for (index, item) in items.enumerated() where mismatches.count < Self.itemLimit {
            if !seen.insert(item).inserted {
                mismatches.append(subject.item(index, item).mismatch(expected: "no item that is equal to another"))
            }
        }
        return mismatches
    }

    /// How many items that differ are told of one array; a thousand more tell nothing new.
    private static let itemLimit = 20
}
