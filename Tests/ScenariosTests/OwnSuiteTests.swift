import Foundation
import JSON
import JSONSchema
import Scenarios
import SeamContract
import Testing
import YAMLSource

@Suite("The project's own scenarios") struct OwnSuiteTests {
    /// The folder that holds the suite, the catalogue and the contract.
    private static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().appending(path: "scenarios")

    @Test("they are sound against the project's contract and catalogue, and every case proves something")
    func sound() throws {
        let library = try ScenarioLibrary(
            files: try Self.scenarios(),
            contract: try Contract(text: try Self.text(of: "contract/seam.yaml"), file: "contract/seam.yaml"),
            catalogue: try Catalogue(files: try Self.files { $0.hasPrefix("requirements/") })
        )
        #expect(library.cases.count >= 60)
        #expect(Set(library.cases.map(\.id)).count == library.cases.count)
        for item in library.cases {
            #expect(!item.requirementIDs.isEmpty, "\(item.id)")
        }
    }

    @Test("they keep the schema that editors check them with")
    func schema() throws {
        let schema = try SchemaCompiler(document: ScenarioSchema.json, dialect: .draft2020_12).schema(at: JSONPointer())
        for file in try Self.scenarios() {
            let violations = schema.validate(try LocatedValue(yaml: file.text, file: file.path).json).violations
            #expect(violations.isEmpty, "\(file.path): \(violations.map(\.message))")
        }
    }

    @Test("each can be read at a glance: forty lines at most")
    func short() throws {
        for file in try Self.scenarios() {
            let lines = file.text.split(separator: "\n", omittingEmptySubsequences: false)
            let starts = lines.indices.filter { lines[$0].hasPrefix("  - id:") }
            for (start, end) in zip(starts, starts.dropFirst() + [lines.count]) {
                let last = lines[start..<end].lastIndex { !$0.isEmpty && !$0.hasPrefix("  #") } ?? start
                #expect(last - start < 40, "\(file.path):\(start + 1)")
            }
        }
    }

    @Test("the seven that the introduction shows are what they are in the suite")
    func excerpts() throws {
        let introduction = try Self.text(of: "README.md")
        let excerpts = introduction.split(separator: "```yaml\n").dropFirst().map { $0.prefix { $0 != "`" } }
        let suite = try Self.scenarios().map(\.text).joined()
        #expect(excerpts.count == 7)
        for excerpt in excerpts {
            let lines = excerpt.split(separator: "\n", omittingEmptySubsequences: false).dropLast()
            let written = lines.map { $0.isEmpty ? "" : "  \($0)" }.joined(separator: "\n")
            #expect(suite.contains(written), "\(lines.first ?? "")")
        }
    }

    /// The scenario files.
    private static func scenarios() throws -> [(path: String, text: String)] {
        try files { !$0.hasPrefix("requirements/") && !$0.hasPrefix("contract/") && !$0.hasPrefix("profiles/") }
    }

    /// The YAML files whose path below the folder is wanted.
    private static func files(_ isWanted: (String) -> Bool) throws -> [(path: String, text: String)] {
        try FileManager.default.subpathsOfDirectory(atPath: root.path())
            .filter { $0.hasSuffix(".yaml") && isWanted($0) }
            .map { ($0, try text(of: $0)) }
    }

    private static func text(of path: String) throws -> String {
        try String(contentsOf: root.appending(path: path), encoding: .utf8)
    }
}
