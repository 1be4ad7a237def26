import JSONSchema

extension Form {
    /// The operators of a matcher.
    static let matcher = Form(
        name: .matcher,
        summary: "Operators that must all hold.",
        keys: [
            Key(name: "equals", shape: .any, summary: "equal as JSON"),
            Key(
                name: "type",
                shape: .either([.word("type", typeNames), .list(.word("type", typeNames), atLeast: 1)]),
                summary: "one of these types"
            ),
            Key(name: "format", shape: .word("format", formatNames), summary: "text in this format"),
            Key(name: "pattern", shape: .text(.any), summary: "text in which this regular expression is found"),
            Key(name: "starts-with", shape: .text(.any), summary: "text that starts so"),
        ] + comparisons + [
            Key(name: "same-instant-as", shape: .text(.any), summary: "a date-time of the same instant"),
            Key(name: "near", shape: .form(.near), summary: "a date-time near another"),
            Key(name: "count", shape: .count, summary: "so many items, members or characters"),
            Key(name: "contains", shape: .matcher, summary: "a matching item or member name, or this text, is in it"),
            Key(
                name: "same-as",
                shape: .text(.any),
                summary: "equal to what a JSONPath finds, or to a template's value"
            ),
            Key(name: "absent", shape: .yes, summary: "not there"),
            Key(name: "present", shape: .yes, summary: "there, be it null"),
            Key(
                name: "set-equals",
                shape: .either([.list(.any), .text(.template)]),
                summary: "exactly these items in any order"
            ),
            Key(name: "each", shape: .matcher, summary: "an array of which each item matches"),
            Key(name: "none", shape: .matcher, summary: "an array of which no item matches"),
            Key(name: "not", shape: .matcher, summary: "there, and not so"),
            Key(name: "any-of", shape: .list(.matcher, atLeast: 1), summary: "one of these matchers holds"),
            Key(name: "unique", shape: .yes, summary: "an array without equal items"),
        ]
    )

    /// The operators that compare.
    private static let comparisons = Matcher.Relation.allCases.map { relation in
        Key(
            name: relation.rawValue,
            shape: .comparable,
            summary: "\(relation.words) this, as numbers or as instants"
        )
    }

    /// The names of the types.
    private static let typeNames = Matcher.ValueType.allCases.map(\.rawValue)

    /// The names of the formats that can be checked.
    static let formatNames = SchemaFormat.all.map(\.name)
}
