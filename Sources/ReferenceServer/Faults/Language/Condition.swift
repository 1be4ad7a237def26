import JSON

/// What a value, or the lack of one, has to be like for a fault to show.
indirect enum Condition: Sendable {
    /// There is a value; null is one.
    case present
    /// There is none.
    case absent
    /// There is none, or it is null.
    case unset
    /// The value is null.
    case null
    /// The value is of that kind.
    case kind(JSONValue.Kind)
    /// The value is this one.
    case equal(JSONValue)
    /// The value is a text, an array or an object without anything in it.
    case empty
    /// The value is a text with this text in it.
    case contains(String)
    /// The value is a text that ends so.
    case ends(String)
    /// The value is a text of digits alone.
    case digits
    /// The value is a text with so many characters (Unicode scalars), or an array with so many items.
    case count(ClosedRange<Int>)
    /// The value is a text with a character beyond the Basic Multilingual Plane, such as an emoji.
    case astral
    /// The value is there and not like that.
    case not(Condition)

    /// Whether a value is like that.
    ///
    /// - Parameter value: the value; nil when there is none.
    /// - Returns: true when it is.
    func holds(for value: JSONValue?) -> Bool {
        guard let value else { return isAboutLack }
        switch self {
        case .present: return true
        case .absent: return false
        case .unset, .null: return value.isNull
        case .kind(let kind): return value.kind == kind
        case .equal(let other): return value == other
        case .empty: return value.size == 0
        case .contains(let text): return value.stringValue?.contains(text) ?? false
        case .ends(let text): return value.stringValue?.hasSuffix(text) ?? false
        case .digits: return value.stringValue?.utf8.allSatisfy { (0x30...0x39).contains($0) } ?? false
        case .count(let range): return value.size.map(range.contains) ?? false
        case .astral: return value.stringValue?.unicodeScalars.contains { $0.value > 0xFFFF } ?? false
        case .not(let other): return !other.holds(for: value)
        }
    }

    /// Whether it holds where there is no value.
    private var isAboutLack: Bool {
        switch self {
        case .absent, .unset: true
        default: false
        }
    }
}

extension JSONValue {
    /// How many characters, items or members it has; nil for what has none of these.
    fileprivate var size: Int? {
        switch self {
        case .string(let text): text.unicodeScalars.count
        case .array(let items): items.count
        case .object(let object): object.count
        default: nil
        }
    }
}

extension JSONValue {
    /// The first value at a place; nil when there is none.
    func value(at place: Place) -> JSONValue? {
        place.steps.reduce(self) { value, step in
            guard let value else { return nil }
            if case .array(let items) = value { return step == "*" ? items.first : Int(step).flatMap { value[$0] } }
            return value[step]
        }
    }
}
