import JSON
import JSONSchema
import Timestamps

extension Matcher {
    /// Whether the operators that say yes or no hold for a value.
    func holds(
        for value: JSONValue,
        in subject: Subject,
        by judgement: inout Judgement
    ) throws(TemplateError) -> Bool {
        switch self {
        case .equals(let expected): return value == (try expected.value(in: &judgement.scope))
        case .type(let types): return types.contains { $0.contains(value) }
        case .format(let name):
            guard let text = value.stringValue else { return false }
            return SchemaFormat.named(name)?.accepts(text) ?? false
        case .pattern(let pattern): return try matches(pattern, value, by: &judgement)
        case .startsWith(let prefix):
            let prefix = try prefix.text(in: &judgement.scope)
            return value.stringValue?.unicodeScalars.starts(with: prefix.unicodeScalars) ?? false
        case .compared(let relation, let other):
            return relation.holds(value, try other.value(in: &judgement.scope))
        case .sameInstant(let other):
            let other = try other.value(in: &judgement.scope)
            // What is no date-time is the same only as itself; that it is none is for others to tell.
            return value == other || value.instant.map { $0 == other.instant } ?? false
        case .near(let other, let distance):
            guard let other = try other.value(in: &judgement.scope).instant, let instant = value.instant else {
                return false
            }
            return max(instant, other) - min(instant, other) <= distance
        case .count(let range): return value.length.map { range.contains($0) } ?? false
        case .contains(let matcher): return try contains(matcher, value, in: subject, by: &judgement)
        case .sameAs(let reference): return value == (try judgement.value(of: reference))
        case .setEquals(let items): return value.isSameSet(as: try items.value(in: &judgement.scope))
        case .present, .absent, .all, .anyOf, .not, .each, .none, .unique: return true
        }
    }

    /// Whether a regular expression is found in a value.
    private func matches(
        _ pattern: Template,
        _ value: JSONValue,
        by judgement: inout Judgement
    ) throws(TemplateError) -> Bool {
        guard let text = value.stringValue else { return false }
        let source = try pattern.text(in: &judgement.scope)
        do {
            return try RegularExpression(source).occurs(in: text)
        } catch {
            throw TemplateError(
                template: pattern.description,
                message: "'\(source)' can't be used as a pattern: \(error)"
            )
        }
    }

    /// Whether a matching item is in an array, a matching name in an object, or the text in a text.
    private func contains(
        _ matcher: Matcher,
        _ value: JSONValue,
        in subject: Subject,
        by judgement: inout Judgement
    ) throws(TemplateError) -> Bool {
        let candidates: [JSONValue]
        switch value {
        case .array(let items): candidates = items
        case .object(let object): candidates = object.keys.map { .string($0) }
        case .string(let text):
            guard case .equals(let part) = matcher else { return false }
            return try part.value(in: &judgement.scope).stringValue.map { text.holds($0) } ?? false
        default: return false
        }
        for (index, candidate) in candidates.enumerated() {
            let item = Subject(name: subject.name, value: candidate, place: subject.place?.appending(String(index)))
            if try matcher.mismatches(in: item, by: &judgement).isEmpty { return true }
        }
        return false
    }
}

extension Judgement {
    /// What `same-as` compares with; nil when there is no such part.
    mutating func value(of reference: Matcher.Reference) throws(TemplateError) -> JSONValue? {
        switch reference {
        case .path(let path): try Subject(try path.path(in: &scope), in: body).value
        case .value(let template): try template.value(in: &scope)
        }
    }
}

extension Matcher.ValueType {
    /// Whether a value is of the type; a number without a fraction is an integer too.
    func contains(_ value: JSONValue) -> Bool {
        self == .integer ? value.numberValue?.isInteger ?? false : rawValue == value.kind.rawValue
    }
}

extension Matcher.Relation {
    /// Whether two numbers, or two date-times as instants, are in the relation; anything else is not.
    func holds(_ left: JSONValue, _ right: JSONValue) -> Bool {
        if let left = left.numberValue, let right = right.numberValue { return holds(left, right) }
        if let left = left.instant, let right = right.instant { return holds(left, right) }
        return false
    }

    /// Whether two values are in the relation.
    private func holds<Value: Comparable>(_ left: Value, _ right: Value) -> Bool {
        switch self {
        case .greaterThan: left > right
        case .atLeast: left >= right
        case .lessThan: left < right
        case .atMost: left <= right
        }
    }
}

extension JSONValue {
    /// The instant that a date-time stands for; nil for anything else.
    var instant: Timestamp? {
        stringValue.flatMap { Timestamp(rfc3339: $0) }
    }

    /// Whether two arrays have the same items, each as often, in any order.
    func isSameSet(as other: JSONValue) -> Bool {
        guard case .array(let left) = self, case .array(let right) = other, left.count == right.count else {
            return false
        }
        var counts: [JSONValue: Int] = [:]
        for item in left { counts[item, default: 0] += 1 }
        for item in right { counts[item, default: 0] -= 1 }
        return counts.values.allSatisfy { $0 == 0 }
    }
}

extension String {
    /// Whether a text occurs in this one, compared by Unicode scalars.
    fileprivate func holds(_ part: String) -> Bool {
        guard !part.isEmpty else { return true }
        return unicodeScalars.contains(Array(part.unicodeScalars))
    }
}
