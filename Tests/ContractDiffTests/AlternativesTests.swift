import ContractDiff
import Testing

@Suite("Comparing alternatives")
struct AlternativesTests {
    private static func pet(_ kind: String, _ member: String = "name: { type: string }") -> String {
        "{ type: object, properties: { kind: { type: string, enum: [\(kind)] }, \(member) }, required: [kind] }"
    }

    @Test("a branch is known by the value that tells it from others, wherever it stands")
    func byValue() throws {
        let changes = try Documents.changes(
            "{ oneOf: [\(Self.pet("cat")), \(Self.pet("dog"))] }",
            "{ oneOf: [\(Self.pet("dog", "name: { type: integer }")), \(Self.pet("cat"))] }"
        )
        #expect(changes.outline == ["response-type-changed response.200.value(kind \"dog\").name"])
    }

    @Test(
        "a branch is known by the component that it refers to, by its title, or by what it looks like",
        arguments: [
            (
                "{ $ref: '#/components/schemas/cat' }, { $ref: '#/components/schemas/dog' }",
                "{ $ref: '#/components/schemas/dog' }, { $ref: '#/components/schemas/cat' }", "cat.n"
            ),
            (
                "{ title: Cat, properties: { n: { type: string } } }, { title: Dog }",
                "{ title: Dog }, { title: Cat, properties: { n: { type: integer } } }", "response.200.value(Cat).n"
            ),
            (
                "{ required: [a], properties: { n: { type: string } } }, { required: [b] }",
                "{ required: [b] }, { required: [a], properties: { n: { type: integer } } }",
                "response.200.value(with a).n"
            ),
            (
                "{ properties: { n: { type: string }, a: {}, b: {} } }, { properties: { x: {} } }, { properties: { y: {} } }",
                "{ properties: { z: {} } }, { properties: { x: {} } }, { properties: { n: { type: integer }, a: {}, b: {}, c: {} } }",
                "response.200.value(of a, b, n).n"
            ),
        ]
    )
    func byOtherMeans(old: String, new: String, place: String) throws {
        let dog = "dog: { type: object }"
        let changes = try Documents.changes(
            "{ oneOf: [\(old)] }",
            "{ oneOf: [\(new)] }",
            components: (
                "{ cat: { type: object, properties: { n: { type: string } } }, \(dog) }",
                "{ cat: { type: object, properties: { n: { type: integer } } }, \(dog) }"
            )
        )
        #expect(changes.contains { $0.rule.id == "response-type-changed" && $0.place == place }, "\(changes.outline)")
    }

    @Test("a schema that becomes one of several is the branch that it was, and the others are new")
    func wrapped() throws {
        let old = "{ type: object, properties: { a: {}, b: {} } }"
        let new =
            "{ oneOf: [{ type: object, properties: { x: {} } }, { type: object, properties: { a: {}, b: {}, c: {} } }] }"
        let changes = try Documents.changes(old, new)
        #expect(
            changes.outline == [
                "response-branch-added response.200.value(of x)",
                "response-property-added response.200.value(of a, b).c",
            ]
        )
        let back = try Documents.changes(new, old)
        #expect(Set(back.map(\.rule.id)) == ["response-branch-removed", "response-property-removed"])
    }

    @Test("a branch that is split by its value, or merged, neither loses nor gains one")
    func split() throws {
        let one = "{ oneOf: [\(Self.pet("cat, dog")), \(Self.pet("emu"))] }"
        let two =
            "{ discriminator: { propertyName: kind }, oneOf: [\(Self.pet("emu")), \(Self.pet("dog")), \(Self.pet("cat"))] }"
        #expect(try Documents.changes(one, two).outline == ["response-discriminator-changed response.200.value"])
        #expect(try Documents.changes(two, one).outline == ["response-discriminator-changed response.200.value"])
        #expect(
            try Documents.changes(Self.pet("cat, dog"), "{ oneOf: [\(Self.pet("dog")), \(Self.pet("cat"))] }").outline
                == []
        )
    }

    @Test("a branch whose value may be any is limited when it is split by values")
    func splitOfAny() throws {
        let any = "{ type: object, properties: { kind: { type: string }, name: { type: string } }, required: [kind] }"
        let changes = try Documents.changes(any, "{ oneOf: [\(Self.pet("dog")), \(Self.pet("cat"))] }")
        #expect(changes.outline == ["response-enum-added response.200.value.kind"])
        #expect(changes.first?.sentence == "only some values are left: \"cat\", \"dog\"")
    }

    @Test("a value that one branch gains is told as a value, and one that brings a branch as a branch")
    func gainedValues() throws {
        let changes = try Documents.changes(
            "{ oneOf: [\(Self.pet("cat")), \(Self.pet("dog"))] }",
            "{ oneOf: [\(Self.pet("cat, lynx")), \(Self.pet("dog")), \(Self.pet("emu"))] }"
        )
        #expect(
            Set(changes.outline) == [
                "response-enum-value-added response.200.value.kind(\"lynx\")",
                "response-branch-added response.200.value(kind \"emu\")",
            ]
        )
    }

    @Test("components without a listed value are meant by what the discriminator maps to them, else by their names")
    func impliedValues() throws {
        func pet(_ name: String) -> String {
            "\(name): { type: object, properties: { kind: { type: string }, name: { type: string } }, required: [kind] }"
        }
        func pets(_ names: [String], _ mapping: String = "") -> String {
            let branches = names.map { "{ $ref: '#/components/schemas/\($0)' }" }.joined(separator: ", ")
            return "{ oneOf: [\(branches)], discriminator: { propertyName: kind\(mapping) } }"
        }
        let components = "{ \(["cat", "dog", "emu"].map(pet).joined(separator: ", ")) }"
        func outline(_ old: String, _ new: String) throws -> [String] {
            try Documents.changes(old, new, components: (components, components)).outline.sorted()
        }
        #expect(try outline(pets(["cat", "dog"]), pets(["dog", "cat"])) == [])
        #expect(
            try outline(pets(["cat", "dog"]), pets(["cat", "emu"])) == [
                "response-branch-added response.200.value(kind \"emu\")",
                "response-branch-removed response.200.value(kind \"dog\")",
            ]
        )
        let mapping = ", mapping: { meow: '#/components/schemas/cat', woof: '#/components/schemas/dog' }"
        #expect(
            try outline(
                pets(["cat", "dog"], mapping),
                pets(["dog", "cat"], mapping.replacing(" }", with: ", miaou: '#/components/schemas/cat' }"))
            )
                == ["response-discriminator-value-added response.200.value(kind miaou)"]
        )
        #expect(
            try outline(
                pets(["cat", "dog"], mapping),
                pets(["dog"], ", mapping: { woof: '#/components/schemas/dog' }")
            ).first
                == "response-branch-removed response.200.value(kind \"meow\")"
        )
    }

    @Test("branches that look the same are told apart, and two that have changed are no worse than gone and new")
    func lookAlikes() throws {
        let same = "{ oneOf: [{ type: string, pattern: ^a }, { type: string, pattern: ^b }] }"
        #expect(try Documents.changes(same, same).outline == [])
        let other = "{ oneOf: [{ type: string, pattern: ^b }, { type: string, pattern: ^a }] }"
        #expect(try Documents.changes(same, other).count <= 2)
    }
}
