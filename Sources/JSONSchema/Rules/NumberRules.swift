import JSON

/// What is asked of numbers (JSON Schema Validation 2020-12 §6.2).
struct NumberRules: Sendable {
    /// One bound.
    struct Bound: Sendable {
        /// The keyword that sets it.
        let keyword: String
        /// How a number relates to a limit that it keeps.
        let relation: Relation
        /// The limit.
        let limit: JSONNumber
    }

    /// How a number must relate to a limit.
    enum Relation: String, Sendable {
        case atLeast = "≥"
        case above = ">"
        case atMost = "≤"
        case below = "<"

        /// Whether the number keeps the limit.
        func holds(_ number: JSONNumber, _ limit: JSONNumber) -> Bool {
            switch self {
            case .atLeast: number >= limit
            case .above: number > limit
            case .atMost: number <= limit
            case .below: number < limit
            }
        }
    }

    /// The bounds, in the order of their keywords' names.
    var bounds: [Bound] = []
    /// The divisor of `multipleOf`; nil when there is none.
    var divisor: JSONNumber?
}
