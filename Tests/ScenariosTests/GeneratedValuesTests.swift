import JSON
import Scenarios
import Testing

@Suite("Generated values") struct GeneratedValuesTests {
    private static let kinds = ["email", "phone", "key", "uuid", "name"]

    /// The values that a case draws with `${unique.…}`, one of each kind in that order.
    private static func drawn(_ scope: inout Scope) throws -> [String] {
        let step = try Suite.onlyCase(
            """
            scenarios:
              - id: a-case
                title: t
                steps:
                  - call: user_identities.create
                    body: [\(kinds.map { "\"${unique.\($0)}\"" }.joined(separator: ", "))]
                    expect: [{ status: 200, proves: UI-ECHO }]
            """
        ).steps.first
        guard case .json(let body)? = try Suite.call(step).prepared(in: &scope, copy: 0).body else {
            throw TestFailure("the step sends no JSON")
        }
        return try #require(body.arrayValue).compactMap(\.stringValue)
    }

    /// The values of the case `a-case` with the seed 7.
    private static let values = GeneratedValues(seed: 7, caseID: "a-case", count: kinds.count)

    private static func texts() throws -> [String] {
        var scope = Suite.scope()
        return try drawn(&scope)
    }

    @Test("all that a case draws is known again, from its seed, its name and the number of values")
    func drawn() throws {
        var scope = Suite.scope()
        let texts = try Self.drawn(&scope)
        #expect(texts.count == Self.kinds.count && scope.generatedCount == Self.kinds.count)
        let values = GeneratedValues(seed: 7, caseID: scope.caseID, count: scope.generatedCount)
        for text in texts { #expect(values.isGenerated(text), "\(text)") }
        #expect(GeneratedValues.first(seed: 7, caseID: "a-case").hasPrefix("seamcheck-"))
        #expect(values.isGenerated(GeneratedValues.first(seed: 7, caseID: "a-case")))
    }

    @Test("what was drawn later, with another seed, by another case or in another round is not known")
    func others() throws {
        let texts = try Self.texts()
        let none: [GeneratedValues] = [
            GeneratedValues(), GeneratedValues(seed: 7, caseID: "a-case", count: 0),
            GeneratedValues(seed: 7, caseID: "a-case", count: -1),
            GeneratedValues(seed: 8, caseID: "a-case", count: 9), GeneratedValues(seed: 7, caseID: "b-case", count: 9),
            GeneratedValues(seed: 7, caseID: "a-case#2", count: 9),
        ]
        for values in none { #expect(!texts.contains(where: values.isGenerated)) }
        let first = GeneratedValues(seed: 7, caseID: "a-case", count: 1)
        #expect(texts.map(first.isGenerated) == [true, false, false, false, false])
    }

    @Test("values of several rounds can be told together")
    func union() throws {
        var values = GeneratedValues(seed: 7, caseID: "a-case#2", count: 2)
        values.formUnion(Self.values)
        #expect(try Self.texts().allSatisfy(values.isGenerated))
        #expect(values.isGenerated(GeneratedValues.first(seed: 7, caseID: "a-case#2")))
    }

    @Test("of values that are told together it is known whose each is, and long texts are searched as far as the bound")
    func owners() throws {
        var values = GeneratedValues()
        values.formUnion(GeneratedValues(seed: 7, caseID: "a-case#2", count: 2), of: 3)
        values.formUnion(Self.values, of: 4)
        for text in try Self.texts() { #expect(values.owner(in: ["a": [.string(text)]]) == 4) }
        #expect(values.owner(in: .string(GeneratedValues.first(seed: 7, caseID: "a-case#2"))) == 3)
        #expect(values.owner(in: "Ann") == nil)
        let junk = JSONValue.array(Array(repeating: .string(String(repeating: "a", count: 1023)), count: 256))
        #expect(values.owner(in: [junk, .string(GeneratedValues.first(seed: 7, caseID: "a-case"))]) == nil)
    }

    @Test("letter case and what stands around a random part do not count")
    func embedded() throws {
        let texts = try Self.texts()
        for text in [texts[0], texts[2], texts[4]] {
            #expect(Self.values.isGenerated(text.uppercased()))
            #expect(Self.values.isGenerated("Dr. \(text) jr."))
            #expect(Self.values.isGenerated(text.replacing("seamcheck", with: "x")))
            #expect(Self.values.isGenerated("aaa\(text)0000"))
        }
        #expect(Self.values.isGenerated(texts[3].uppercased()))
    }

    @Test("what is cut off, put apart or mixed up is not known")
    func damaged() throws {
        let texts = try Self.texts()
        #expect(!Self.values.isGenerated(String(texts[2].dropLast())))
        #expect(!Self.values.isGenerated(String(texts[2].reversed())))
        #expect(!Self.values.isGenerated(texts[2].suffix(13).map(String.init).joined(separator: " ")))
        #expect(!Self.values.isGenerated(String(repeating: "x", count: 2000) + texts[2]))
        for text in ["", "+", "seamcheck-", "seamcheck-0000000000000", "+1", String(repeating: "0", count: 13)] {
            #expect(!Self.values.isGenerated(text))
        }
    }

    @Test("a telephone number is known with what people write between its digits, and only as a whole")
    func phone() throws {
        let phone = try Self.texts()[1]
        let digits = Array(phone.dropFirst(2))
        let written = "+1 (\(String(digits[..<3]))) \(String(digits[3..<6]))-\(String(digits[6...]))"
        #expect(Self.values.isGenerated(written))
        #expect(Self.values.isGenerated(phone.replacing("+1", with: "+1.")))
        #expect(!Self.values.isGenerated(String(phone.dropFirst())))
        #expect(!Self.values.isGenerated(phone + "0"))
        #expect(!Self.values.isGenerated("call \(phone)"))
    }

    @Test("a value is found however deep in JSON, but not in names, and no more than are asked for")
    func nested() throws {
        let texts = try Self.texts()
        let text = JSONValue.string(texts[0])
        #expect(Self.values.isShown(in: text))
        #expect(Self.values.isShown(in: ["a": [["b": ["c", text]]]]))
        #expect(!Self.values.isShown(in: .object([texts[2]: "x"])))
        for other: JSONValue in [.null, true, 5, [], [:], "x"] { #expect(!Self.values.isShown(in: other)) }
        let all: JSONValue = ["b": .string(texts[2]), "x": "no", "a": .array([.string(texts[0]), .string(texts[1])])]
        #expect(Self.values.texts(in: all, limit: 9) == [texts[2], texts[0], texts[1]])
        #expect(Self.values.texts(in: all, limit: 2) == [texts[2], texts[0]])
    }
}
