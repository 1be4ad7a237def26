import JSON

/// A query string in the way that Seam's SDKs write it.
///
/// Lists repeat their name, an empty list and null are `name=`, members of objects are dotted, an empty text is left out.
/// Source: Seam's URL search params serializer.
enum QueryString {
    /// The parameters of a call that travel in the query: sorted by name, and `_strict=true` at the end.
    ///
    /// - Parameter members: the parameters.
    /// - Returns: the pairs; empty when nothing is left to send.
    static func parameters(_ members: [(name: String, value: JSONValue)]) -> [String] {
        let pairs = members.sorted { $0.name < $1.name }.flatMap { Self.pairs($0.name, $0.value, isWritten: false) }
        return pairs.isEmpty ? [] : pairs + ["_strict=true"]
    }

    /// Parameters that a scenario writes out: in its order, an empty text kept.
    ///
    /// - Parameter members: the parameters.
    /// - Returns: the pairs.
    static func written(_ members: [(name: String, value: JSONValue)]) -> [String] {
        members.flatMap { pairs($0.name, $0.value, isWritten: true) }
    }

    /// The pairs for one parameter.
    private static func pairs(_ name: String, _ value: JSONValue, isWritten: Bool) -> [String] {
        switch value {
        case .null: [pair(name, "")]
        case .bool(let value): [pair(name, value ? "true" : "false")]
        case .number(let number): [pair(name, number.text)]
        case .string(let text): text.isEmpty && !isWritten ? [] : [pair(name, text)]
        case .array(let items):
            items.isEmpty ? [pair(name, "")] : items.flatMap { pairs(name, $0, isWritten: isWritten) }
        case .object(let object):
            object.members.sorted { $0.key < $1.key }
                .flatMap { pairs(name + "." + $0.key, $0.value, isWritten: isWritten) }
        }
    }

    private static func pair(_ name: String, _ value: String) -> String {
        PercentEncoding.form(name) + "=" + PercentEncoding.form(value)
    }
}
