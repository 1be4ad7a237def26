import JSON
import JSONSchema
import SeamContract
import Testing

@Suite("The requirement catalogue")
struct CatalogueTests {
    private static let text = """
        area: doors
        about: How doors behave.
        requirements:
          DR-OPEN:
            level: must
            statement: open opens.
            source: S1
            evidence: documented
            schemas: [door, .door]
          DR-COLOR:
            level: should
            statement: Doors have a known color.
            source: S2
            evidence: observed
            since: 2026-08-17
            schemas: ["door.color#enum", "door.color#null", door.parts]
            not-tested: nobody looks
          TR-SCHEMA: { level: must, statement: Schemas are kept., source: OA, evidence: documented }
        """

    private func catalogue() throws -> Catalogue {
        try Catalogue(files: [("doors.yaml", Self.text)])
    }

    @Test("requirements are sorted by id and hold what was written")
    func requirements() throws {
        let catalogue = try catalogue()
        #expect(catalogue.requirements.map(\.id) == ["DR-COLOR", "DR-OPEN", "TR-SCHEMA"])
        #expect(
            catalogue["DR-COLOR"]
                == Requirement(
                    id: "DR-COLOR",
                    level: .should,
                    area: "doors",
                    statement: "Doors have a known color.",
                    source: "S2",
                    evidence: .observed,
                    since: "2026-08-17",
                    schemas: ["door.color#enum", "door.color#null", "door.parts"],
                    notTested: "nobody looks"
                )
        )
        #expect(catalogue["DR-SHUT"] == nil)
    }

    @Test(
        "a part of a response belongs to the requirement of the innermost part that has one",
        arguments: [
            ("door", [], [], "DR-OPEN"), ("door", ["color"], [], "DR-OPEN"), ("door", ["color"], ["enum"], "DR-COLOR"),
            ("door", ["color"], ["type"], "DR-OPEN"), ("door", ["color"], ["null", "type"], "DR-COLOR"),
            ("door", ["parts"], [], "DR-COLOR"), ("door", ["parts", "hinge"], ["enum"], "DR-COLOR"),
            (nil, ["door"], [], "DR-OPEN"), (nil, ["ok"], [], "TR-SCHEMA"), ("window", [], [], "TR-SCHEMA"),
        ] as [(String?, [String], [String], String)]
    )
    func attribution(component: String?, path: [String], keywords: [String], id: String) throws {
        let requirement = try catalogue().requirement(forComponent: component, memberPath: path, keywords: keywords)
        #expect(requirement?.id == id)
    }

    @Test("levels have an order")
    func levels() {
        #expect([Level.must, .may, .should].sorted() == [.may, .should, .must])
    }

    @Test("all problems of all files are told at once, in the order of their places")
    func problems() {
        let first = """
            area: doors
            about: ''
            requirements:
              DR-OPEN: { level: mus, statement: opens, source: S1, evidence: observed, schemas: [door] }
              door: { level: must, statement: opens, evidence: framework, source: S1, sourc: S2 }
              DR-SHUT: { level: may, statement: 3, evidence: clients, since: August, schemas: door }
              DR-LOCK: []
            """
        let second = """
            area: more
            requirements:
              DR-OPEN: { level: may, statement: opens, source: S1, evidence: implied, schemas: [door] }
            """
        #expect(throws: CatalogueError.self) { try Catalogue(files: [("b.yaml", second), ("a.yaml", first)]) }
        do {
            _ = try Catalogue(files: [("b.yaml", second), ("a.yaml", first), ("c.yaml", "a: b: c")])
        } catch {
            #expect(
                error.description == """
                    a.yaml:2:8: 'about' is empty
                    a.yaml:4:21: unknown level 'mus' (write one of may, should, must)
                    a.yaml:5:3: id 'door' isn't capitals joined by hyphens (write it like UI-UNIQ-EMAIL)
                    a.yaml:5:18: door is 'must', but 'framework' evidence carries at most 'should'
                    a.yaml:5:75: unknown key 'sourc' (did you mean 'source'?)
                    a.yaml:6:12: 'source' is missing
                    a.yaml:6:37: 'statement' must be a string, not number
                    a.yaml:6:66: 'since' must be a day like 2026-08-17, not 'August'
                    a.yaml:6:83: 'schemas' must be an array, not string
                    a.yaml:7:12: a requirement must be an object, not array
                    b.yaml:1:1: 'about' is missing
                    b.yaml:3:3: id 'DR-OPEN' is given twice, first at a.yaml:4:3 (keep one)
                    b.yaml:3:85: schema part 'door' is given twice, first at a.yaml:4:86 (keep one)
                    c.yaml:1:5: mapping values are not allowed in this context
                    """
            )
        }
    }
}
