import YAMLSource
import JSON
import Reports
import SeamContract

/// The problems of a contract document as a list: one line or one JSON object each, by place.
struct ProblemListing {
    private let lint: ContractLint
    private let name: String

    /// The listing of what was found in a document.
    ///
    /// - Parameters:
    ///   - lint: what was found.
    ///   - name: the document's name.
    init(_ lint: ContractLint, of name: String) {
        self.lint = lint
        self.name = name
    }

    /// How many problems are errors.
    var errorCount: Int { lint.problems.count { $0.severity == .error } }

    /// One line for each problem, and one that sums up.
    var text: String {
        let more = lint.hasMoreProblems ? ["there are more problems; \(ContractLint.problemLimit) are shown"] : []
        let lines = lint.problems.map { "\($0) [\($0.rule)]".visible } + more + [summary.visible]
        return lines.joined(separator: "\n") + "\n"
    }

    /// An object with the problems and the numbers of them.
    var json: String {
        let problems = lint.problems.map { problem -> JSONValue in
            [
                "severity": .string(problem.severity.rawValue), "rule": .string(problem.rule),
                "file": .string(problem.diagnostic.place.file),
                "line": .number(JSONNumber(problem.diagnostic.place.line)),
                "column": .number(JSONNumber(problem.diagnostic.place.column)),
                "pointer": problem.pointer.map { .string($0.description) } ?? .null,
                "message": .string(problem.diagnostic.message),
            ]
        }
        let object: JSONValue = [
            "file": .string(name), "paths": .number(JSONNumber(lint.pathCount)),
            "operations": .number(JSONNumber(lint.operationCount)), "errors": .number(JSONNumber(errorCount)),
            "warnings": .number(JSONNumber(lint.problems.count - errorCount)), "problems": .array(problems),
            "more": .bool(lint.hasMoreProblems),
        ]
        return object.serialized(.pretty) + "\n"
    }

    private var summary: String {
        let warningCount = lint.problems.count - errorCount
        let found = [
            errorCount > 0 ? Wording.count(errorCount, "error") : nil,
            warningCount > 0 ? Wording.count(warningCount, "warning") : nil,
        ].compactMap(\.self)
        let size = "\(Wording.count(lint.pathCount, "path")), \(Wording.count(lint.operationCount, "operation"))"
        return "\(name): \(size), \(found.isEmpty ? "no problem found" : found.joined(separator: " and "))"
    }
}
