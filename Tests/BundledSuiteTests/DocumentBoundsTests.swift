import Files
import Policy
import Scenarios
import SeamContract
import Testing
import YAMLSource

@Suite("The bounds of documents and scenarios on their page")
struct DocumentBoundsTests {
    /// The bounds of what is read and laid out, as the page should show them.
    private static let expected: [(name: String, value: String)] = [
        ("document bytes", size(InputBounds.documentBytes)), ("contract bytes", size(ContractBounds.bytes)),
        ("contract files", count(ContractBounds.files)), ("settings bytes", size(InputBounds.settingsBytes)),
        ("suite bytes", size(InputBounds.suiteBytes)), ("suite files", count(InputBounds.suiteFiles)),
        ("folder entries", count(InputBounds.folderEntries)), ("folder depth", count(InputBounds.folderDepth)),
        ("line bytes", size(InputBounds.lineBytes)), ("YAML bytes", size(YAMLBounds.bytes)),
        ("YAML depth", count(YAMLBounds.depth)), ("YAML values", count(YAMLBounds.values)),
        ("policy waivers", count(PolicyBounds.waivers)), ("combined schemas", count(ContractBounds.combinedSchemas)),
        ("combined depth", count(ContractBounds.combinedDepth)), ("outline schemas", count(OutlineBounds.schemas)),
        ("outline members", count(OutlineBounds.members)), ("outline top members", count(OutlineBounds.topMembers)),
        ("outline depth", count(OutlineBounds.depth)),
        ("problems of a contract", count(ContractLint.problemLimit)),
        ("outlines of a contract", count(OutlineBounds.schemasOfContract)),
        ("cases of a scenario", count(ScenarioBounds.casesPerScenario)),
        ("cases of a suite", count(ScenarioBounds.casesPerSuite)),
        ("steps of a case", count(ScenarioBounds.stepsPerCase)),
        ("calls of a case", count(ScenarioBounds.callsPerCase)), ("block depth", count(ScenarioBounds.blockDepth)),
        ("values of a suite", count(ScenarioBounds.valuesPerSuite)),
        ("members of a mapping", count(ScenarioBounds.members)),
        ("time of eventually", "\(ScenarioBounds.patience.components.seconds / 3600) h"),
        ("tries of eventually", count(ScenarioBounds.tries)), ("built bytes", size(ScenarioBounds.builtBytes)),
        ("kept bytes", size(ScenarioBounds.keptBytes)), ("built depth", count(ScenarioBounds.builtDepth)),
        ("shown problems", count(ScenarioBounds.problems)), ("shards", count(StableHash.partLimit)),
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

    /// `64 MiB`.
    private static func size(_ bytes: Int) -> String { "\(bytes >> 20) MiB" }

    /// `1,000,000`.
    private static func count(_ number: Int) -> String {
        number < 1000 ? "\(number)" : count(number / 1000) + "," + "\(1000 + number % 1000)".dropFirst()
    }
}
