import JSON
import SeamContract

/// A query string in the way that Seam's SDKs write it, or in the styles that a contract asks for.
///
/// Where a contract says nothing, lists repeat their name, an empty list and null are `name=`, members of objects are
/// dotted, an empty text is left out. Source: Seam's URL search params serializer.
enum QueryString {
    /// The parameters of a call that travel in the query: sorted by name, and `_strict=true` at the end, unless an array is
    /// written in a way that a strict server does not read.
    ///
    /// - Parameters:
    ///   - members: the parameters.
    ///   - operation: the operation, which may ask for other styles; nil when there is none.
    /// - Returns: the pairs; empty when nothing is left to send.
    static func parameters(
        _ members: [(name: String, value: JSONValue)],
        of operation: Contract.Operation? = nil
    ) -> [String] {
        var isStrict = true
        let pairs = members.sorted { $0.name < $1.name }.flatMap { member -> [String] in
            let style = operation?.parameterType(member.name)?.style ?? .seam
            if !style.isReadStrictly { isStrict = false }
            return Self.pairs(member.name, member.value, style: style)
        }
        return pairs.isEmpty || !isStrict ? pairs : pairs + ["_strict=true"]
    }

    /// Parameters that a scenario writes out: in its order, an empty text kept.
    ///
    /// - Parameter members: the parameters.
    /// - Returns: the pairs.
    static func written(_ members: [(name: String, value: JSONValue)]) -> [String] {
        members.flatMap { pairs($0.name, $0.value, isWritten: true) }
    }

    /// The pairs for one parameter in a style.
    private static func pairs(_ name: String, _ value: JSONValue, style: Contract.ParameterStyle) -> [String] {
        switch (style, value) {
        case (.json, _):
            [pair(name, value.serialized())]
        case (.form(explodes: true), .object(let object)):
            object.members.sorted { $0.key < $1.key }.flatMap { pairs($0.key, $0.value, isWritten: false) }
        case (.form(explodes: false), .object(let object)):
            [joined(name, object.members.flatMap { [$0.key, text(of: $0.value)] }, by: ",")]
        case (.form(explodes: false), .array(let items)):
            [joined(name, items.map(text), by: ",")]
        case (.joined(let separator), .array(let items)):
            [joined(name, items.map(text), by: PercentEncoding.form(String(separator)))]
        case (.deepObject, .object):
            pairs(name, value, isWritten: false) { $0 + "[" + $1 + "]" }
        default: pairs(name, value, isWritten: false)
        }
    }

    /// The pairs for one parameter, the names of members of objects made from those of the object and the member.
    private static func pairs(
        _ name: String,
        _ value: JSONValue,
        isWritten: Bool,
        naming: (String, String) -> String = { $0 + "." + $1 }
    ) -> [String] {
        switch value {
        case .string(let text): text.isEmpty && !isWritten ? [] : [pair(name, text)]
        case .null, .bool, .number: [pair(name, text(of: value))]
        case .array(let items):
            items.isEmpty ? [pair(name, "")] : items.flatMap { pairs(name, $0, isWritten: isWritten, naming: naming) }
        case .object(let object):
            object.members.sorted { $0.key < $1.key }
                .flatMap { pairs(naming(name, $0.key), $0.value, isWritten: isWritten, naming: naming) }
        }
    }

    /// A value as text; what holds several as JSON.
    private static func text(of value: JSONValue) -> String {
        switch value {
        case .null: ""
        case .string(let text): text
        case .bool, .number, .array, .object: value.serialized()
        }
    }

    private static func pair(_ name: String, _ value: String) -> String {
        PercentEncoding.form(name) + "=" + PercentEncoding.form(value)
    }

    /// A pair of several values, of which only what joins them is written as it is.
    private static func joined(_ name: String, _ values: [String], by separator: String) -> String {
        PercentEncoding.form(name) + "=" + values.map(PercentEncoding.form).joined(separator: separator)
    }
}
