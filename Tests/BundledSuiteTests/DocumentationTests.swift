import BundledSuite
import Foundation
import Policy
import Scenarios
import SeamContract
import Testing

@Suite("The documentation of scenarios")
struct DocumentationTests {
    /// The documents that show scenario files.
    static let documents = [Document(path: "scenarios/LANGUAGE.md"), Document(path: "README.md")]

    @Test("every YAML example of a scenario can be run as it stands", arguments: documents)
    func examplesDecode(document: Document) throws {
        let files = try BundledFiles.read()
        let blocks = BundledSuite.files.filter { $0.path.hasPrefix("blocks/") }
        let examples = try document.examples().filter { !Self.isPolicy($0) && !Self.isOfScheduler($0) }
        #expect(!examples.isEmpty)
        for example in examples {
            #expect(throws: Never.self, "\(example)") {
                try ScenarioLibrary(
                    files: blocks + [(document.path, example)],
                    contract: files.contract,
                    catalogue: files.catalogue
                )
            }
        }
    }

    @Test("every YAML example of a policy can be used as it stands")
    func policies() throws {
        let catalogue = try BundledFiles.read().catalogue
        let examples = try Document(path: "README.md").examples().filter(Self.isPolicy)
        #expect(!examples.isEmpty)
        for example in examples {
            #expect(throws: Never.self, "\(example)") {
                try Policy(text: example, path: "README.md", catalogue: catalogue)
            }
        }
    }

    /// Whether an example is a policy file.
    private static func isPolicy(_ example: String) -> Bool {
        example.hasPrefix("waivers:") || example.hasPrefix("gate:")
    }

    /// Whether an example is a file of Kubernetes or GitHub.
    private static func isOfScheduler(_ example: String) -> Bool {
        example.hasPrefix("apiVersion:") || example.hasPrefix("jobs:")
    }

    @Test("the reference of the language names only requirements that there are")
    func requirementsExist() throws {
        let catalogue = try BundledFiles.read().catalogue
        let text = try Document(path: "scenarios/LANGUAGE.md").text()
        let names = text.matches(of: /`((?:TR|UI|AU|LS|AUTH|WS)-[A-Z0-9-]+)`/).map { String($0.1) }
        #expect(names.count >= 10)
        #expect(names.filter { catalogue[$0] == nil } == [])
    }
}

/// A Markdown file of the project.
struct Document: Sendable, CustomTestStringConvertible {
    /// Where it is below the project's folder.
    let path: String

    /// The file.
    var url: URL {
        URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().appending(path: path)
    }

    var testDescription: String { path }

    /// The whole text.
    func text() throws -> String {
        try String(contentsOf: url, encoding: .utf8)
    }

    /// The YAML examples as complete files; one that is a list of steps stands in the scenario that the reference tells of.
    func examples() throws -> [String] {
        try text().matches(of: /(?ms)^```yaml\n(.*?)^```$/).map { match in
            let example = String(match.1)
            return example.hasPrefix("- ") ? Self.scenario(around: example) : example
        }
    }

    private static func scenario(around steps: String) -> String {
        let head = """
            scenarios:
              - id: example
                title: An example
                proves: UI-ECHO
                given: [{ use: an-identity }]
                steps:

            """
        return head + steps.split(separator: "\n").map { "      \($0)\n" }.joined()
    }
}
