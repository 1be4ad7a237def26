import Foundation
import JSON
// The filters and the words of credentials are no API, yet the reference must have them all.
@testable import Scenarios
import Testing

@Suite("The reference of the language") struct LanguageReferenceTests {
    @Test("it has every key of every form", arguments: Form.Name.allCases)
    func keys(form: Form.Name) throws {
        let words = try Self.words()
        #expect(Form.named(form).keys.map(\.name).filter { !words.contains($0) } == [])
    }

    @Test("it has every word that a file can choose")
    func choices() throws {
        let words = try Self.words()
        let choices =
            Credential.words.map(\.word) + Capability.allCases.map(\.rawValue)
            + Matcher.Relation.allCases.map(\.rawValue) + Matcher.ValueType.allCases.map(\.rawValue)
            + Form.formatNames + TemplateParser.filterNames.keys.sorted()
            + UniqueValue.allCases.map { "unique.\($0.rawValue)" }
            + RunFixtures.Kind.allCases.map { "fixture.\($0.rawValue)" }
        #expect(choices.filter { !words.contains($0) } == [])
    }

    @Test("it can be read at one sitting")
    func length() throws {
        #expect(try Self.text().split(separator: "\n", omittingEmptySubsequences: false).count <= 375)
    }

    /// The first words of all that is set as code: `repeat` of `repeat 300`, `unique.key` of `${unique.key}`.
    private static func words() throws -> Set<String> {
        let code = try text().matches(of: /`([^`\n]+)`/).map(\.1)
        return Set(code.compactMap { $0.firstMatch(of: /[a-z][a-z._-]*/).map { String($0.0) } })
    }

    private static func text() throws -> String {
        let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent()
        return try String(contentsOf: root.appending(path: "scenarios/LANGUAGE.md"), encoding: .utf8)
    }
}
