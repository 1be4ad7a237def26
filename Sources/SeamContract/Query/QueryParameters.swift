public import JSON

/// The parameters in the query of a request, of the types and in the styles that the contract gives them.
///
/// Where it names no style they are read as Seam reads them: arrays repeat their name (`a=1&a=2`) and, without
/// `_strict=true`, may be written as `a[]=1&a[]=2` or `a=1,2`; members of objects are dotted (`a.b=1`); an empty value is
/// null, or the empty array. What can't be taken for a number or Boolean stays a string, which the schema then refuses.
///
/// Source: Seam's URL search params serializer, and the parser of its API; OpenAPI 3.0.3, Style Values.
public struct QueryParameters: Sendable {
    /// The parameters that the operation has, sorted by name; others are passed over.
    public private(set) var object = JSONObject()
    /// What is wrong with how they are written, as lower-case fragments.
    public private(set) var problems: [String] = []

    /// The most pairs that are read.
    private static let limit = 10_000

    /// The parameters of a call.
    ///
    /// - Parameters:
    ///   - query: what follows the `?` of its URL; empty when nothing does.
    ///   - operation: what is called.
    public init(_ query: String, of operation: Contract.Operation) {
        guard let pairs = FormDecoding.pairs(in: query), pairs.count <= Self.limit else {
            problems = ["the query is not form-encoded UTF-8, or has more than \(Self.limit) parameters"]
            return
        }
        var reader = QueryPairs(
            pairs.filter { $0.name != "_strict" },
            isStrict: pairs.contains { $0.name == "_strict" && $0.value == "true" }
        )
        for name in operation.requestProperties {
            guard let type = operation.parameterType(name), let value = reader.take(name, type) else { continue }
            object[name] = value
        }
        problems = reader.problems
    }
}
