import SeamContract
import Testing

@Suite("Profiles")
struct ProfileTests {
    @Test("a profile is a name, a month and ids of the catalogue")
    func reads() throws {
        let profiles = try Self.profiles(("core@2026-08.yaml", Self.text("core@2026-08", ["UI-TWO", "UI-ONE"])))
        #expect(profiles.map(\.id) == ["core@2026-08"])
        #expect(profiles.first?.requirements == ["UI-ONE", "UI-TWO"])
    }

    @Test("a name without a month means the latest of that name")
    func latest() throws {
        let profiles = try Self.profiles(
            ("core@2026-08.yaml", Self.text("core@2026-08", ["UI-ONE"])),
            ("core@2027-01.yaml", Self.text("core@2027-01", ["UI-TWO"]))
        )
        #expect(profiles.named("core")?.id == "core@2027-01")
        #expect(profiles.named("core@2026-08")?.id == "core@2026-08")
        #expect(profiles.named("cor") == nil)
    }

    @Test(
        "everything that is wrong is told with its place",
        arguments: [
            ("core@2026-08", ["UI-NONE"], "3:16: there is no requirement 'UI-NONE' in the catalogue"),
            ("core@2026-08", ["UI-ONE", "UI-ONE"], "3:24: requirement 'UI-ONE' is given twice (keep one)"),
            ("core", ["UI-ONE"], "1:10: profile 'core' must be a name and a month (write it like core@2026-08)"),
            (
                "base@2026-08", ["UI-ONE"],
                "1:10: profile 'base@2026-08' stands in another file (call the file base@2026-08.yaml)"
            ),
        ]
    )
    func mistakes(id: String, requirements: [String], message: String) {
        let error = #expect(throws: CatalogueError.self) {
            try Self.profiles(("core@2026-08.yaml", Self.text(id, requirements)))
        }
        #expect(error?.description == "core@2026-08.yaml:\(message)")
    }

    @Test("what a profile leaves out demands nothing, and is left out of its list")
    func demanding() throws {
        let profile = try #require(
            try Self.profiles(("core@2026-08.yaml", Self.text("core@2026-08", ["UI-ONE"]))).first
        )
        let catalogue = try Self.catalogue().demanding(profile)
        #expect(catalogue["UI-ONE"]?.level == .must)
        #expect(catalogue["UI-TWO"]?.level == .may)
        #expect(try Self.catalogue().limited(to: profile).requirements.map(\.id) == ["UI-ONE"])
    }

    private static func profiles(_ files: (path: String, text: String)...) throws(CatalogueError) -> [Profile] {
        try Profile.profiles(in: files, of: try catalogue())
    }

    private static func text(_ id: String, _ requirements: [String]) -> String {
        "profile: \(id)\nabout: A test.\nrequirements: [\(requirements.joined(separator: ", "))]\n"
    }

    private static func catalogue() throws(CatalogueError) -> Catalogue {
        let entries = ["UI-ONE", "UI-TWO"].map { id in
            "  \(id): { level: must, statement: It holds., source: S1, evidence: documented }\n"
        }
        return try Catalogue(files: [("test.yaml", "area: test\nabout: a test\nrequirements:\n" + entries.joined())])
    }
}
