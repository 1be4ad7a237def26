import JSON
import JSONSchema
import Testing

@Suite("Reported and tried branches agree")
struct AgreementTests {
    @Test("a value has violations just when a negated schema, which is only tried, accepts it", arguments: 0..<40)
    func agreement(seed: UInt64) throws {
        var source = Source(state: seed &* 0x9E37_79B9_7F4A_7C15 | 1)
        for _ in 0..<25 {
            let schema = source.schema(depth: 3)
            let value = source.value(depth: 3)
            let isValid = try violations(value, by: schema).isEmpty
            let isNegatedValid = try violations(value, by: ["not": schema]).isEmpty
            #expect(isValid != isNegatedValid, "\(schema) \(value)")
        }
    }

    /// Makes schemas and values from a seed.
    private struct Source {
        /// The state of a xorshift generator; never 0.
        var state: UInt64

        /// A number below a limit.
        mutating func next(_ limit: Int) -> Int {
            state ^= state << 13
            state ^= state >> 7
            state ^= state << 17
            return Int(state % UInt64(limit))
        }

        /// A value.
        mutating func value(depth: Int) -> JSONValue {
            switch next(depth > 0 ? 7 : 5) {
            case 0: return nil
            case 1: return .bool(next(2) == 0)
            case 2: return .number(JSONNumber(next(4)))
            case 3: return .string(["", "a", "b"][next(3)])
            case 4: return [:]
            case 5: return .array((0..<next(3)).map { _ in value(depth: depth - 1) })
            default: return ["a": value(depth: depth - 1), "b": value(depth: depth - 1)]
            }
        }

        /// A schema of one to three keywords.
        mutating func schema(depth: Int) -> JSONValue {
            var object = JSONObject()
            for _ in 0...next(3) {
                let (keyword, value) = depth > 0 && next(3) > 0 ? applicator(depth: depth - 1) : assertion()
                object[keyword] = value
            }
            return .object(object)
        }

        /// A keyword that looks at the value itself.
        private mutating func assertion() -> (String, JSONValue) {
            let keywords: [(String, JSONValue)] = [
                ("type", ["object", "array", "string"]), ("type", ["integer", "null"]), ("minimum", 2),
                ("maxLength", 0),
                ("enum", [1, "a", nil, [:]]), ("required", ["a"]), ("maxItems", 1), ("const", "b"),
                ("minProperties", 1),
            ]
            return keywords[next(keywords.count)]
        }

        /// A keyword that holds schemas.
        private mutating func applicator(depth: Int) -> (String, JSONValue) {
            let first = schema(depth: depth)
            let second = schema(depth: depth)
            let keywords: [(String, JSONValue)] = [
                ("properties", ["a": first, "c": second]), ("additionalProperties", first), ("items", first),
                ("allOf", [first, second]), ("anyOf", [first, second]), ("oneOf", [first, second]), ("not", first),
                ("unevaluatedProperties", first), ("unevaluatedItems", false), ("contains", first), ("if", first),
                ("then", second), ("else", first), ("prefixItems", [first]), ("propertyNames", second),
                ("dependentSchemas", ["a": first]),
            ]
            return keywords[next(keywords.count)]
        }
    }
}
