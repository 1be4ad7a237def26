import JSON

/// A bound of a string's length, a number's value, or the size of an array or object.
enum Limit: String, Sendable, Hashable, CaseIterable {
    case minLength, maxLength, minimum, maximum, multipleOf, minItems, maxItems, uniqueItems, minProperties,
        maxProperties

    /// A bound's value.
    struct Value: Sendable, Equatable {
        /// The number; 1 for `uniqueItems`.
        let number: JSONNumber
        /// Whether the number itself is out of bounds.
        var isExclusive = false
    }

    /// The types of the values that the bound is for.
    var types: ValueTypes {
        switch self {
        case .minLength, .maxLength: .string
        case .minimum, .maximum, .multipleOf: .number
        case .minItems, .maxItems, .uniqueItems: .array
        case .minProperties, .maxProperties: .object
        }
    }

    /// The rules for a bound that is tighter or looser than before.
    var rules: (tightened: SchemaRule, loosened: SchemaRule) {
        switch self {
        case .minLength, .maxLength: (.lengthTightened, .lengthLoosened)
        case .minimum, .maximum, .multipleOf: (.rangeTightened, .rangeLoosened)
        case .minItems, .maxItems, .uniqueItems, .minProperties, .maxProperties: (.sizeTightened, .sizeLoosened)
        }
    }

    /// Whether one value allows something that another does not.
    ///
    /// - Parameters:
    ///   - value: the one; nil means that there is no bound.
    ///   - other: the other; nil means that there is no bound.
    /// - Returns: true when it does.
    func allowsMore(_ value: Value?, than other: Value?) -> Bool {
        guard let other else { return false }
        guard let value else { return true }
        switch self {
        case .minLength, .minItems, .minProperties, .minimum:
            return value.number < other.number
                || value.number == other.number && other.isExclusive && !value.isExclusive
        case .maxLength, .maxItems, .maxProperties, .maximum:
            return value.number > other.number
                || value.number == other.number && other.isExclusive && !value.isExclusive
        case .multipleOf: return !value.number.isMultiple(of: other.number)
        case .uniqueItems: return false
        }
    }
}
