import Files
import Policy
import Scenarios
import SeamContract
import Testing
import YAMLSource

@Suite("The page of bounds")
struct BoundsPageTests {
    /// The bounds of what is read and laid out, as the page should show them.
    private static let expected: [(name: String, value: String)] = [
        ("document bytes", "\(InputBounds.documentBytes)"), ("contract bytes", "\(ContractBounds.bytes)"),
        ("contract files", "\(ContractBounds.files)"), ("settings bytes", "\(InputBounds.settingsBytes)"),
        ("suite bytes", "\(InputBounds.suiteBytes)"), ("suite files", "\(InputBounds.suiteFiles)"),
        ("folder entries", "\(InputBounds.folderEntries)"), ("folder depth", "\(InputBounds.folderDepth)"),
        ("line bytes", "\(InputBounds.lineBytes)"), ("YAML bytes", "\(YAMLBounds.bytes)"),
        ("YAML depth", "\(YAMLBounds.depth)"), ("YAML values", "\(YAMLBounds.values)"),
        ("policy waivers", "\(PolicyBounds.waivers)"), ("combined schemas", "\(ContractBounds.combinedSchemas)"),
        ("combined depth", "\(ContractBounds.combinedDepth)"), ("outline schemas", "\(OutlineBounds.schemas)"),
        ("outline members", "\(OutlineBounds.members)"), ("outline top members", "\(OutlineBounds.topMembers)"),
        ("outline depth", "\(OutlineBounds.depth)"), ("outlines of a contract", "\(OutlineBounds.schemasOfContract)"),
        ("cases of a scenario", "\(ScenarioBounds.casesPerScenario)"),
        ("cases of a suite", "\(ScenarioBounds.casesPerSuite)"), ("steps of a case", "\(ScenarioBounds.stepsPerCase)"),
        ("calls of a case", "\(ScenarioBounds.callsPerCase)"), ("block depth", "\(ScenarioBounds.blockDepth)"),
        ("values of a suite", "\(ScenarioBounds.valuesPerSuite)"),
        ("members of a mapping", "\(ScenarioBounds.members)"),
        ("time of eventually", "\(ScenarioBounds.patience.components.seconds) s"),
        ("tries of eventually", "\(ScenarioBounds.tries)"), ("built bytes", "\(ScenarioBounds.builtBytes)"),
        ("kept bytes", "\(ScenarioBounds.keptBytes)"), ("built depth", "\(ScenarioBounds.builtDepth)"),
        ("shown problems", "\(ScenarioBounds.problems)"), ("shards", "\(StableHash.partLimit)"),
    ]

    @Test("every bound of documents and scenarios is on the page with its value")
    func values() throws {
        let rows = try Self.rows()
        for (name, value) in Self.expected {
            #expect(rows.filter { $0[0] == name }.map { $0[1] } == [value], "\(name)")
        }
    }

    @Test("every row has a name of its own, a default, and says what happens when the bound is reached")
    func rowsAreWhole() throws {
        let rows = try Self.rows()
        #expect(Set(rows.map { $0[0] }).count == rows.count)
        for row in rows {
            #expect(row.count == 4, "\(row)")
            #expect(row.allSatisfy { !$0.isEmpty }, "\(row)")
        }
    }

    /// The cells of all rows of the page's tables, without their heads.
    private static func rows() throws -> [[String]] {
        let page = try Document(path: "Sources/seamcheck/Documentation.docc/Bounds.md").text()
        return page.split(separator: "\n").filter { $0.hasPrefix("| ") }
            .map { row in
                row.dropFirst(2).dropLast(2).split(separator: " | ", omittingEmptySubsequences: false).map(String.init)
            }
            .filter { $0[0] != "bound" && $0[0] != "---" }
    }
}
