import Foundation
import JSON
import SeamContract
import Testing
import YAMLSource

@Suite("Linting contract documents")
struct ContractLintTests {
    /// A fault in a document, and what is told of it.
    struct Fault: Sendable, CustomTestStringConvertible {
        /// The rule that tells it.
        let rule: String
        /// What is written in place of the marks in a document that has no problem.
        let edits: [LintSample.Mark: String]
        /// What is told, each with its severity; all that is told.
        let told: [String]
        var version = "3.0.3"
        var testDescription: String { "\(rule): \(told.joined(separator: "; "))" }
    }

    @Test("a document that uses what the specification offers has no problem", arguments: ["3.0.3", "3.1.0"])
    func clean(version: String) {
        let lint = ContractLint(text: LintSample.whole(version: version), file: "a.yaml")
        #expect(lint.problems.map(\.description) == [])
        #expect(lint.pathCount == 3)
        #expect(lint.operationCount == 4)
    }

    @Test("a fault is told once, with what to do", arguments: LintFaults.document + LintFaults.operations)
    func fault(fault: Fault) {
        check(fault)
    }

    @Test("a fault in a schema is told once, with what to do", arguments: LintFaults.schemas)
    func schemaFault(fault: Fault) {
        check(fault)
    }

    private func check(_ fault: Fault) {
        let text = LintSample.text(fault.edits, version: fault.version)
        let lint = ContractLint(text: text, file: "a.yaml")
        let told = lint.problems.map { problem in "\(problem.severity): \(problem.diagnostic.message)" }
        #expect(told == fault.told)
        #expect(lint.problems.allSatisfy { $0.rule == fault.rule }, "\(lint.problems.map(\.rule))")
    }

    @Test("a problem names file, line and column of what is wrong, and its part of the document")
    func places() throws {
        let text =
            "openapi: 3.0.3\ninfo: { title: T, version: '1' }\npaths:\n  /a:\n    post:\n      responses: { 2000: {} }\n"
        let lint = ContractLint(text: text, file: "x/a.yaml")
        #expect(
            lint.problems.map(\.description) == [
                "x/a.yaml:6:20: error: unknown status '2000' (write 200, 2XX or default)",
                "x/a.yaml:6:26: error: this response has no 'description' (add it)",
            ]
        )
        #expect(
            lint.problems.map { $0.pointer?.description }
                == Array(repeating: "/paths/~1a/post/responses/2000", count: 2)
        )
    }

    @Test("in a JSON document of one line, the part of the document is told too")
    func oneLine() {
        let title = String(repeating: "x", count: 400)
        let text = #"{"openapi":"3.0.3","info":{"title":"\#(title)","version":1},"paths":{}}"#
        let lint = ContractLint(text: text, file: "a.json")
        #expect(lint.problems.count == 1)
        #expect(lint.problems.first?.description.hasSuffix("found 1 (put it in quotes) at #/info/version") == true)
    }

    @Test(
        "what is no OpenAPI document is one problem",
        arguments: zip(
            ["a: b: c", "swagger: '2.0'", "openapi: 4.0.0", "", "openapi: 3.1.0\njsonSchemaDialect: x", "[1]"],
            [
                "a.yaml:1:5: error: mapping values are not allowed in this context",
                "a.yaml:1:1: error: not an OpenAPI document (expected a member 'openapi' such as \"3.0.3\")",
                "a.yaml:1:10: error: OpenAPI version '4.0.0' isn't known (expected 3.0.x or 3.1.x) at /openapi",
                "a.yaml:1:1: error: not an OpenAPI document (expected a member 'openapi' such as \"3.0.3\")",
                "a.yaml:2:20: error: the schema dialect \"x\" isn't known (expected one of ",
                "a.yaml:1:1: error: not an OpenAPI document (expected a member 'openapi' such as \"3.0.3\")",
            ]
        )
    )
    func unreadable(text: String, told: String) {
        let lint = ContractLint(text: text, file: "a.yaml")
        #expect(lint.problems.count == 1)
        #expect(lint.problems.first?.description.hasPrefix(told) == true)
    }

    @Test("a member that JSON names twice is told at the second")
    func duplicateMember() {
        let text = #"{"openapi":"3.0.3","info":{"title":"T","title":"U","version":"1"},"paths":{}}"#
        let lint = ContractLint(text: text, file: "a.json")
        #expect(
            lint.problems.map(\.description) == [
                "a.json:1:40: error: member 'title' is written twice, and the first is lost (keep one)"
            ]
        )
    }

    @Test("other files are looked into as well, and told by their own places")
    func otherFiles() {
        let root = "openapi: 3.0.3\ninfo: { title: T, version: '1' }\npaths:\n  /a: { $ref: 'b/a.yaml#/item' }\n"
        let other = "item:\n  post: { responses: { 200: { $ref: ok.yaml } }, operatonId: x }\n"
        let lint = ContractLint(text: root, file: "root.yaml") { path in
            if path == "b/a.yaml" { return other }
            throw YAMLSourceError(place: SourcePlace(file: path), message: "there is no such file")
        }
        #expect(
            lint.problems.map(\.description) == [
                "b/a.yaml:2:37: error: 'ok.yaml' can't be followed: b/ok.yaml:1:1: there is no such file",
                "b/a.yaml:2:50: error: an operation has no member 'operatonId' (did you mean 'operationId'?)",
            ]
        )
    }

    @Test("schemas that refer to each other without end cost neither time nor stack")
    func longChain() {
        let count = 4_000
        let schemas = (0..<count).map {
            "    s\($0): { allOf: [{ $ref: '#/components/schemas/s\(($0 + 1) % count)' }] }"
        }
        let text = """
            openapi: 3.0.3
            info: { title: T, version: '1' }
            paths: {}
            components:
              schemas:
            \(schemas.joined(separator: "\n"))
            """
        #expect(ContractLint(text: text, file: "a.yaml").problems.map(\.rule) == ["reference-cycle"])
    }

    @Test(
        "Seam's published document has one real fault: nothing is said of what /workspaces/update answers",
        .enabled(if: ProjectFiles.hasPublished, "needs the published document at ../shared/data/seam-openapi")
    )
    func published() throws {
        let text = try String(contentsOf: ProjectFiles.published, encoding: .utf8)
        let lint = ContractLint(text: text, file: "openapi.json")
        #expect(lint.pathCount == 317)
        #expect(lint.operationCount == 522)
        #expect(lint.problems.map(\.rule) == ["unchecked-body", "unchecked-body"])
        #expect(
            lint.problems.compactMap { $0.pointer?.tokens.prefix(3).joined(separator: " ") } == [
                "paths /workspaces/update patch", "paths /workspaces/update post",
            ]
        )
    }

    @Test("the project's own contract has no problem")
    func own() throws {
        let lint = ContractLint(text: try ProjectFiles.text("scenarios/contract/seam.yaml"), file: "seam.yaml")
        #expect(lint.problems.map(\.description) == [])
    }
}
