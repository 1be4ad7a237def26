import JSON

/// What `enum` and `const` accept (JSON Schema Validation 2020-12 §6.1.2, §6.1.3).
final class ValueRules: Sendable {
    /// The values of one of the keywords.
    struct Choice: Sendable {
        /// The keyword: `enum` or `const`.
        let keyword: String
        /// All accepted values, in the order of the schema.
        let values: [JSONValue]
        /// The accepted strings.
        private let strings: NameIndex
        /// The accepted values that are not strings; empty when they are many.
        private let others: [JSONValue]
        /// The same, when they are many.
        private let manyOthers: Set<JSONValue>
        /// How many values are gone through one by one: hashing a number costs more than comparing a few.
        private static let fewness = 8

        /// A choice among values.
        init(keyword: String, values: [JSONValue]) {
            self.keyword = keyword
            self.values = values
            strings = NameIndex(values.compactMap(\.stringValue))
            let others = values.filter { $0.kind != .string }
            let areFew = others.count <= Self.fewness
            self.others = areFew ? others : []
            manyOthers = areFew ? [] : Set(others)
        }

        /// Whether the value is among the accepted ones.
        func accepts(_ value: JSONValue) -> Bool {
            if case .string(let string) = value { return strings[string] != nil }
            return manyOthers.isEmpty ? others.contains(value) : manyOthers.contains(value)
        }

        /// With how many of the accepted values another one is compared at most; among many it is looked up by its hash.
        var mostComparisons: Int { max(others.count, 1) }

        /// The accepted values for a message.
        var phrase: String { ValueRules.phrase(values) }
    }

    /// The keywords' values; not empty.
    private let choices: [Choice]

    /// Rules that accept what all the choices accept.
    init(_ choices: [Choice]) {
        self.choices = choices
    }

    /// The first choice that does not accept the value; nil when all do.
    func refusal(of value: JSONValue) -> Choice? {
        choices.first { !$0.accepts(value) }
    }

    /// The values of the first keyword.
    var values: [JSONValue] { choices.first?.values ?? [] }

    /// A list of values for a message: `"a"`, `one of "a", "b"`.
    static func phrase(_ values: [JSONValue]) -> String {
        let shown = values.prefix(20).map(ValueExcerpt.of).joined(separator: ", ")
        let rest = values.count > 20 ? " and \(values.count - 20) more" : ""
        return values.count == 1 ? shown : "one of " + shown + rest
    }
}
