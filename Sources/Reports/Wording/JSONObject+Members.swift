import JSON
import Timestamps

extension JSONObject {
    /// An object of these members, of which those that are nil are left out.
    ///
    /// - Parameter members: the members in order, no two with the same name.
    init(_ members: KeyValuePairs<String, JSONValue?>) {
        self.init()
        for (key, value) in members { self[key] = value }
    }
}

extension JSONValue {
    /// An object of these members, of which those that are nil are left out.
    ///
    /// - Parameter members: the members in order, no two with the same name.
    /// - Returns: the object.
    static func members(_ members: KeyValuePairs<String, JSONValue?>) -> JSONValue { .object(JSONObject(members)) }

    /// A text on one line that readers may show: nothing unseen, a thousand characters at most.
    ///
    /// - Parameter text: the text.
    /// - Returns: the string.
    static func line(_ text: String) -> JSONValue { .string(text.told) }

    /// A text of several lines that readers may show: nothing unseen, and cut.
    ///
    /// - Parameters:
    ///   - text: the text.
    ///   - limit: the most characters.
    /// - Returns: the string.
    static func lines(_ text: String, limit: Int = 20_000) -> JSONValue {
        .string(text.visibleLines(upTo: limit))
    }

    /// A whole number.
    ///
    /// - Parameter number: the number.
    /// - Returns: the value.
    static func count(_ number: Int) -> JSONValue { .number(JSONNumber(number)) }

    /// Milliseconds since 1970.
    ///
    /// - Parameter instant: the instant.
    /// - Returns: the value.
    static func milliseconds(_ instant: Timestamp) -> JSONValue { .number(JSONNumber(Int(instant.milliseconds))) }
}
