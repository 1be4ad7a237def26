import JSON
import SeamContract

/// The parameters in the query of a recorded request, with the types that the contract gives them.
///
/// They are read as Seam reads them: arrays repeat their name (`a=1&a=2`) and, without `_strict=true`, may be written as
/// `a[]=1&a[]=2` or `a=1,2`; members of objects are dotted (`a.b=1`); an empty value is null, or the empty array. What can't be
/// taken for a number or Boolean stays a string, which the schema then refuses.
///
/// Source: Seam's URL search params serializer, and the parser of its API.
struct QueryParameters {
    /// The parameters that the operation has, in the order in which they come; others are passed over.
    private(set) var object = JSONObject()
    /// What is wrong with how they are written, as lower-case fragments.
    private(set) var problems: [String] = []

    /// The most parameters that are read.
    private static let limit = 10_000
    private let operation: Contract.Operation
    private let isStrict: Bool

    /// The parameters of a call.
    ///
    /// - Parameters:
    ///   - query: what follows the `?` of its URL; empty when nothing does.
    ///   - operation: what is called.
    init(_ query: String, of operation: Contract.Operation) {
        self.operation = operation
        guard let pairs = PercentEncoding.pairs(inForm: query), pairs.count <= Self.limit else {
            isStrict = true
            problems = ["the query is not form-encoded UTF-8, or has more than \(Self.limit) parameters"]
            return
        }
        isStrict = pairs.contains { $0.name == "_strict" && $0.value == "true" }
        var texts: [String: [String]] = [:]
        var names: [String] = []
        for pair in pairs where pair.name != "_strict" {
            let name = !isStrict && pair.name.hasSuffix("[]") ? String(pair.name.dropLast(2)) : pair.name
            if texts[name] == nil { names.append(name) }
            texts[name, default: []].append(pair.value)
        }
        for name in names { add(name, texts[name] ?? []) }
    }

    /// Adds a parameter of the operation, or a member of one that is an object.
    private mutating func add(_ name: String, _ texts: [String]) {
        if let type = operation.parameterType(name) {
            object[name] = value(of: name, texts, type)
            return
        }
        let path = name.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
        guard path.count > 1, path.count <= 16, operation.parameterType(path[0])?.kind == .object else { return }
        let value: JSONValue = texts.count == 1 ? .string(texts[0]) : .array(texts.map(JSONValue.string))
        object[path[0]] = Self.value(object[path[0]], setting: path.dropFirst(), to: value)
    }

    /// An object with a value at the end of a way of member names.
    private static func value(
        _ value: JSONValue?,
        setting path: ArraySlice<String>,
        to leaf: JSONValue
    ) -> JSONValue {
        guard let name = path.first else { return leaf }
        var object = value?.objectValue ?? JSONObject()
        object[name] = Self.value(object[name], setting: path.dropFirst(), to: leaf)
        return .object(object)
    }

    /// The value of a parameter from all values that bear its name.
    private mutating func value(of name: String, _ texts: [String], _ type: Contract.ParameterType) -> JSONValue {
        if type.kind == .array {
            return .array(items(texts).map { Self.scalar($0, type.items ?? .any) })
        }
        if texts.count > 1 { problems.append("the parameter \(name) is repeated, but is no array") }
        let text = texts.last ?? ""
        return text.isEmpty ? .null : Self.scalar(text, type.kind)
    }

    /// The items of an array.
    private func items(_ texts: [String]) -> [String] {
        guard texts != [""] else { return [] }
        guard !isStrict, texts.count == 1 else { return texts }
        return texts[0].split(separator: ",", omittingEmptySubsequences: false).map(String.init)
    }

    /// A text as a value of that kind; as a string when it is none.
    private static func scalar(_ text: String, _ kind: Contract.ParameterType.Kind) -> JSONValue {
        switch kind {
        case .integer, .number:
            let number = (try? JSONValue(parsing: text))?.numberValue
            return number.map(JSONValue.number) ?? .string(text)
        case .boolean: return ["true": .bool(true), "false": .bool(false)][text] ?? .string(text)
        default: return .string(text)
        }
    }
}
