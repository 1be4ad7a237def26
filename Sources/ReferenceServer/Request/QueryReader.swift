import JSON
import SeamContract
import SeamModel

/// Reads the query string of a call into parameters of the types that the contract gives them.
///
/// The rules are those of Seam's own parser. Arrays are repeated (`a=1&a=2`); unless `_strict=true` is among the
/// parameters, also `a[]=1&a[]=2` and `a=1,2`. An empty value is null, or the empty array. What can't be taken for a
/// number or Boolean stays a string, which the schema then refuses.
struct QueryReader {
    private let operation: Contract.Operation
    private let policy: ServerPolicy
    private let isStrict: Bool
    private let pairs: [(name: String, value: String)]

    /// A reader.
    ///
    /// - Parameters:
    ///   - query: the query string.
    ///   - operation: what is called.
    ///   - policy: what is insisted on.
    /// - Throws: `ModelError` (400 `invalid_query_params`) when the query string is not well-formed.
    init(_ query: String, for operation: Contract.Operation, _ policy: ServerPolicy) throws(ModelError) {
        guard let pairs = FormDecoding.pairs(in: query) else {
            throw Self.unreadable("the query string is not form-encoded UTF-8")
        }
        self.operation = operation
        self.policy = policy
        isStrict = pairs.contains { $0.name == "_strict" && $0.value == "true" }
        guard policy.passesOverStrictMark || !isStrict else { throw Self.unreadable("unknown parameter _strict") }
        self.pairs = pairs
    }

    /// The parameters that the operation has; others are passed over.
    ///
    /// - Returns: the parameters, in the order they come first.
    /// - Throws: `ModelError` (400 `invalid_query_params`) when a scalar is repeated or array forms are mixed.
    func parameters() throws(ModelError) -> JSONObject {
        var object = JSONObject()
        for pair in pairs {
            let name = plainName(pair.name)
            guard let type = operation.parameterType(name), object[name] == nil else { continue }
            object[name] = try value(of: name, type)
        }
        return object
    }

    /// The value of a parameter from all pairs that bear its name.
    private func value(of name: String, _ type: Contract.ParameterType) throws(ModelError) -> JSONValue {
        let plain = pairs.filter { $0.name == name }.map(\.value)
        let bracketed = isStrict ? [] : pairs.filter { $0.name == name + "[]" }.map(\.value)
        guard type.kind == .array else {
            let isSingle = plain.count == 1 || !policy.refusesRepeatedScalars
            guard isSingle, bracketed.isEmpty, let text = plain.last else {
                throw Self.unreadable("parameter \(name) is repeated but is no array")
            }
            return text.isEmpty ? .null : scalar(text, type.kind)
        }
        guard plain.isEmpty || bracketed.isEmpty else {
            throw Self.unreadable("parameter \(name) mixes two ways of writing an array")
        }
        return .array(try items(plain + bracketed, name).map { scalar($0, type.items ?? .any) })
    }

    /// The items of an array.
    private func items(_ texts: [String], _ name: String) throws(ModelError) -> [String] {
        guard texts != [""] else { return [] }
        let splits = isStrict ? !policy.heedsStrictMark : policy.splitsAtCommas
        guard splits, texts.contains(where: { $0.contains(",") }) else { return texts }
        guard texts.count == 1 else { throw Self.unreadable("parameter \(name) mixes two ways of writing an array") }
        return texts[0].split(separator: ",", omittingEmptySubsequences: false).map(String.init)
    }

    /// A text as a value of that kind; as a string when it is none.
    private func scalar(_ text: String, _ kind: Contract.ParameterType.Kind) -> JSONValue {
        switch kind {
        case .integer, .number:
            let number = (try? JSONValue(parsing: text))?.numberValue
            return number.map(JSONValue.number) ?? .string(text)
        case .boolean:
            let words = isStrict ? Self.strictBooleans : Self.booleans
            return words[text].map(JSONValue.bool) ?? .string(text)
        default:
            return .string(text)
        }
    }

    /// The name without the brackets of an array, unless only repeated names make arrays.
    private func plainName(_ name: String) -> String {
        !isStrict && policy.readsBrackets && name.hasSuffix("[]") ? String(name.dropLast(2)) : name
    }

    private static let strictBooleans = ["true": true, "false": false]
    private static let booleans = [
        "true": true, "false": false, "yes": true, "no": false, "1": true, "0": false,
    ]

    /// The refusal of a query string.
    private static func unreadable(_ message: String) -> ModelError {
        ModelError(status: 400, type: "invalid_query_params", message: message)
    }
}
