import JSON
import Timestamps

extension Expression.Filter: CustomStringConvertible {
    /// The filtered value; nil when the filter does not fit it.
    func applied(to value: JSONValue) -> JSONValue? {
        switch (self, value) {
        case (.upper, .string(let text)): .string(text.uppercased())
        case (.lower, .string(let text)): .string(text.lowercased())
        case (.repeated(let count), .string(let text)): .string(String(repeating: text, count: count))
        case (.first(let count), .string(let text)):
            .string(String(String.UnicodeScalarView(text.unicodeScalars.prefix(count))))
        case (.last(let count), .string(let text)):
            .string(String(String.UnicodeScalarView(text.unicodeScalars.suffix(count))))
        case (.first(let count), .array(let items)): .array(Array(items.prefix(count)))
        case (.last(let count), .array(let items)): .array(Array(items.suffix(count)))
        case (.plus(let duration), .string(let text)): Timestamp(rfc3339: text).flatMap { shifted($0, by: duration) }
        case (.length, _): value.length.map { .number(JSONNumber($0)) }
        default: nil
        }
    }

    /// Whether the filter would make more of a value than ``ScenarioBounds`` allow.
    func exceedsBound(of value: JSONValue) -> Bool {
        guard case .repeated(let count) = self, count > 1, case .string(let text) = value else { return false }
        let (size, isOutside) = text.utf8.count.multipliedReportingOverflow(by: count)
        return isOutside || size > ScenarioBounds.builtBytes
    }

    /// A date-time so much later; nil when it could not be read back.
    private func shifted(_ instant: Timestamp, by duration: Duration) -> JSONValue? {
        guard let text = instant.advanced(by: duration)?.rfc3339, Timestamp(rfc3339: text) != nil else { return nil }
        return .string(text)
    }

    /// The filter as written.
    var description: String {
        switch self {
        case .upper: "upper"
        case .lower: "lower"
        case .length: "length"
        case .repeated(let count): "repeat \(count)"
        case .first(let count): "first \(count)"
        case .last(let count): "last \(count)"
        case .plus(let duration) where duration < .zero: "minus \((.zero - duration).scenarioText)"
        case .plus(let duration): "plus \(duration.scenarioText)"
        }
    }
}

extension JSONValue {
    /// How many items, members or Unicode scalars there are; nil for a value that has none of these.
    var length: Int? {
        switch self {
        case .string(let text): text.unicodeScalars.count
        case .array(let items): items.count
        case .object(let object): object.count
        default: nil
        }
    }
}
