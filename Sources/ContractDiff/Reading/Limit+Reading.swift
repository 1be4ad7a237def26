import JSON
import JSONSchema
import SeamContract

extension Limit {
    /// The keyword that gives a bound which leaves its own number out; nil when there is none.
    private var exclusiveKeyword: String? {
        switch self {
        case .minimum: "exclusiveMinimum"
        case .maximum: "exclusiveMaximum"
        default: nil
        }
    }

    /// The bound that a schema gives, the tighter one where it gives two; nil when it gives none or one without effect.
    ///
    /// - Parameter schema: the schema; OpenAPI 3.0 writes exclusive bounds as a Boolean, 3.1 as a number.
    /// - Returns: the bound.
    func bound(in schema: DocumentPart) -> Found<Value>? {
        let place = schema.place.appending(rawValue)
        if self == .uniqueItems {
            let isUnique = schema.value[rawValue]?.boolValue == true
            return isUnique ? Found(value: Value(number: JSONNumber(1)), place: place) : nil
        }
        let exclusion = exclusiveKeyword.flatMap { schema.value[$0] }
        let plain = schema.value[rawValue]?.numberValue.map { number in
            Found(value: Value(number: number, isExclusive: exclusion?.boolValue == true), place: place)
        }
        let exclusive = exclusion?.numberValue.map { number in
            Found(
                value: Value(number: number, isExclusive: true),
                place: schema.place.appending(exclusiveKeyword ?? rawValue)
            )
        }
        return tighter(plain, exclusive).flatMap { isWithoutEffect($0.value) ? nil : $0 }
    }

    /// The tighter of two bounds.
    func tighter(_ first: Found<Value>?, _ second: Found<Value>?) -> Found<Value>? {
        allowsMore(first?.value, than: second?.value) ? second : first
    }

    /// Whether a bound forbids nothing, as `minLength: 0`.
    private func isWithoutEffect(_ value: Value) -> Bool {
        switch self {
        case .minLength, .minItems, .minProperties: value.number == JSONNumber(0)
        default: false
        }
    }
}

extension Limit.Value {
    /// The bound for a message: `10`, or `more than 0` and `less than 1` where the number itself is out.
    func phrase(of limit: Limit) -> String {
        switch limit {
        case .uniqueItems: "on"
        case .minimum where isExclusive: "more than \(number)"
        case .maximum where isExclusive: "less than \(number)"
        default: "\(number)"
        }
    }
}
