extension JSONPath {
    /// What the node of a filter has to fulfil (RFC 9535 section 2.3.5); well-typed by its shape.
    indirect enum Condition: Sendable {
        /// One of them at least (`||`).
        case any([Condition])
        /// All of them (`&&`).
        case all([Condition])
        /// Not this one (`!`).
        case not(Condition)
        /// The query finds a node.
        case exists(Query)
        /// Two values compare so.
        case comparison(Operand, Comparison, Operand)
        /// The functions `match` (the whole string) and `search` (a part of it).
        case matches(Operand, Pattern, wholly: Bool)
    }

    /// What gives one value or nothing: the ValueType of RFC 9535 section 2.4.1.
    indirect enum Operand: Sendable {
        /// A literal.
        case literal(JSONValue)
        /// The value of the one node that a singular query finds.
        case query(Query)
        /// The function `length`.
        case length(Operand)
        /// The function `count`.
        case count(Query)
        /// The function `value`.
        case value(Query)
    }

    /// The second argument of `match` and `search`.
    enum Pattern: Sendable {
        /// A literal, compiled once; nil when it is no string or no I-Regexp, which matches nothing.
        case fixed(IRegexp?)
        /// A value known only when the query is asked.
        case computed(Operand)
    }

    /// A comparison operator.
    enum Comparison: String, Sendable, CaseIterable {
        case equal = "=="
        case notEqual = "!="
        case lessOrEqual = "<="
        case greaterOrEqual = ">="
        case less = "<"
        case greater = ">"
    }
}
