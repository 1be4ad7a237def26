public import ArgumentParser
public import ContractDiff
import Files
import JSON
import Reports
import SeamContract

/// `seamcheck contract diff OLD NEW`: what has changed between two contract documents.
struct ContractDiffCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "diff",
        abstract: "Tells what has changed between two contract documents, and whom that breaks.",
        discussion: """
            Each change is breaking, risky or harmless for a client of the endpoint, and for a vendor who offers it. \
            The worst come first. A document is a file, or 'bundled' for the contract that the binary carries.
            """
    )

    @Argument(help: "The old document: a file, or 'bundled'.")
    var old: String

    @Argument(help: "The new document: a file, or 'bundled'.")
    var new: String

    @Option(name: .customLong("for"), help: "Whose side decides the order and --fail-on: client or vendor.")
    var audience: Audience = .client

    @Option(help: "End with 1 when a change is so bad or worse: breaking, risky or none.")
    var failOn: FailureThreshold = .none

    @Option(help: ArgumentHelp("YAML: a rule or fingerprint, and how bad it is (or 'ignored').", valueName: "file"))
    var severities: String?

    @Flag(help: "List changes of titles, descriptions and examples, too.")
    var descriptions = false

    @Option(help: "text, json or markdown.")
    var format: DifferenceFormat = .text

    func run() async throws {
        let overrides = try severities.map { path in
            try SeverityOverrides(yaml: Input(path: path).text(atMost: InputBounds.settingsBytes), file: path)
        }
        var difference = try await difference()
        difference.apply(overrides ?? SeverityOverrides(), sortedFor: audience)
        let report = DifferenceReport(
            difference,
            oldFile: old,
            newFile: new,
            audience: audience,
            listsDescriptions: descriptions
        )
        switch format {
        case .text: Terminal.standardOutput.write(report.text.visibleLines)
        case .json: Terminal.standardOutput.write(report.json.serialized(.pretty) + "\n")
        case .markdown: Terminal.standardOutput.write(report.markdown.visibleLines)
        }
        if let severity = failOn.severity, report.hasChange(atLeast: severity) {
            throw CommandFailure("", status: .doesNotConform)
        }
    }

    /// The difference of the documents, which are read side by side.
    private func difference() async throws -> ContractDifference {
        do {
            async let before = Self.document(old)
            async let after = Self.document(new)
            return try await ContractDifference(from: before, to: after)
        } catch let error as ContractError {
            let problems = try (old == new ? [old] : [old, new]).flatMap(Self.problems)
            throw CommandFailure(
                problems: problems.isEmpty ? "\(error)" : problems.joined(separator: "\n"),
                outcome: "nothing was compared"
            )
        }
    }

    /// The document in a file, or the bundled one.
    @concurrent
    private static func document(_ path: String) async throws -> OpenAPIDocument {
        let source = try source(of: path)
        return try OpenAPIDocument(text: source.text, file: source.name, reading: source.reading)
    }

    /// All that is wrong in a document, as `contract check` tells it, warnings left out.
    private static func problems(of path: String) throws -> [String] {
        let source = try source(of: path)
        return ContractLint(text: source.text, file: source.name, reading: source.reading).problems
            .filter { $0.severity == .error }.map { "\($0.diagnostic)" }
    }

    private static func source(of path: String) throws -> ContractSource {
        try ContractSource(path: path == "bundled" ? nil : path)
    }
}

/// How bad a change must be to end with 1.
enum FailureThreshold: String, ExpressibleByArgument, CaseIterable {
    /// So bad, or never.
    case breaking, risky, none

    /// How bad; nil when nothing is bad enough.
    var severity: Severity? {
        switch self {
        case .breaking: .breaking
        case .risky: .risky
        case .none: nil
        }
    }
}

/// How a difference is printed.
enum DifferenceFormat: String, ExpressibleByArgument, CaseIterable {
    /// For a person, for a program, or for a page.
    case text, json, markdown
}

extension Audience: ExpressibleByArgument {}
