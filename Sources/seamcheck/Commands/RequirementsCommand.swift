import ArgumentParser
import Conformance
import Foundation
import History
import JSON
import Proof
import ReferenceServer
import Reports
import Results
import Scenarios
import SeamContract

/// `seamcheck requirements [ID]`: the catalogue.
struct RequirementsCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "requirements",
        abstract: "Lists the requirements that the scenarios prove, or explains one."
    )

    @Argument(help: "The id of one requirement.")
    var id: String?

    @Option(help: ArgumentHelp("Only those of a profile, such as core or core@2026-08.", valueName: "name"))
    var profile: String?

    @Flag(help: "The traceability matrix: scenarios, faults, how many were caught, and the last verdict.")
    var coverage = false

    @Option(help: "text, json or markdown (the catalogue as a page); with --coverage text, csv, markdown or html.")
    var format: RequirementsFormat = .text

    @Option(
        help: ArgumentHelp(
            "What `seamcheck prove` kept: which faults were caught. (default, when it is there: \(ProofFile.standardPath))",
            valueName: "file"
        )
    )
    var proof: String?

    @Option(
        help: ArgumentHelp(
            "The SQLite file that keeps the runs. (default, when it is there: \(KeptRunsOptions.standardPath))",
            valueName: "file"
        )
    )
    var store: String?

    func validate() throws {
        guard id == nil || !coverage && profile == nil else {
            throw ValidationError("one requirement can't be told with --coverage or --profile")
        }
        let known: [RequirementsFormat] = coverage ? [.text, .csv, .markdown, .html] : [.text, .json, .markdown]
        guard known.contains(format), id == nil || format != .markdown else {
            let names = (id == nil ? known : [.text, .json]).map(\.rawValue).joined(separator: ", ")
            throw ValidationError("--format takes \(names) here")
        }
    }

    func run() async throws {
        let suite = try await Suite()
        let catalogue = try profile.map { suite.catalogue.limited(to: try suite.profile(named: $0)) } ?? suite.catalogue
        if let id {
            let isChecked = AutomaticChecks.requirementIDs(in: suite.catalogue).contains(id)
            let scenarios = suite.scenarios(proving: id)
            return explain(try suite.requirement(id), scenarios: scenarios, isChecked: isChecked)
        }
        let output = Terminal.standardOutput
        switch format {
        case .text where coverage: output.write(try await matrix(of: catalogue, in: suite).text(.table))
        case .csv: output.write(try await matrix(of: catalogue, in: suite).text(.csv))
        case .markdown where coverage: output.write(try await matrix(of: catalogue, in: suite).text(.markdown))
        case .html: output.write(try await matrix(of: catalogue, in: suite).text(.html))
        case .markdown: output.write(try await matrix(of: catalogue, in: suite).cataloguePage)
        case .text, .json: list(catalogue.requirements)
        }
    }

    /// The traceability matrix: what a run against the correct server weighs, the faults, and what is kept of both.
    private func matrix(of catalogue: Catalogue, in suite: Suite) async throws -> Coverage {
        let tried = coverage ? try triedFaults() : nil
        let lastRun = coverage ? try lastRun() : nil
        let trial = SuiteTrial(contract: suite.contract, catalogue: suite.catalogue, cases: suite.library.cases)
        return Coverage(
            catalogue,
            scenarios: try await trial.record(faults: [])?.scenariosByRequirement ?? [:],
            faults: Fault.all.map { ($0.id, $0.requirement) },
            tried: tried,
            lastRun: lastRun
        )
    }

    /// What the last proof tried and caught; nil when none was made yet and none is named.
    private func triedFaults() throws -> [String: Bool]? {
        let path = proof ?? ProofFile.standardPath
        guard proof != nil || FileManager.default.fileExists(atPath: path) else { return nil }
        return try ProofFile(path: path).triedFaults()
    }

    /// The last run that is kept; nil when there is no store yet and none is named.
    private func lastRun() throws -> RunRecord? {
        let path = store ?? KeptRunsOptions.standardPath
        guard store != nil || FileManager.default.fileExists(atPath: path) else { return nil }
        return try Store(reading: path).record(of: "latest")
    }

    /// Prints one line, or one JSON object, for each requirement.
    private func list(_ requirements: [Requirement]) {
        switch format {
        case .text:
            let width = requirements.map(\.id.count).max() ?? 0
            for requirement in requirements {
                let id = requirement.id.padding(to: width)
                Terminal.standardOutput.write(
                    "\(id)  \("\(requirement.level)".padding(to: 6))  \(requirement.statement)\n"
                )
            }
        case .json, .csv, .markdown, .html:
            let all = JSONValue.array(requirements.map { json($0, scenarios: nil) })
            Terminal.standardOutput.write(all.serialized(.pretty) + "\n")
        }
    }

    /// Prints all that is known of one requirement.
    private func explain(_ requirement: Requirement, scenarios: [String], isChecked: Bool) {
        guard format == .text else {
            var object = json(requirement, scenarios: scenarios).objectValue ?? JSONObject()
            object["checked_on_every_exchange"] = .bool(isChecked)
            Terminal.standardOutput.write(JSONValue.object(object).serialized(.pretty) + "\n")
            return
        }
        let proofs = [
            isChecked ? "checked on every exchange" : nil,
            scenarios.isEmpty ? nil : "proven by: " + scenarios.joined(separator: ", "),
        ].compactMap(\.self)
        let lack = requirement.notTested.map { "not tested: \($0)" } ?? "no scenario names it"
        Terminal.standardOutput.write(
            """
            \(requirement.id) (\(requirement.level), \(requirement.area))
            \(requirement.statement)
            source: \(requirement.source) (\(requirement.evidence))\(requirement.since.map { "; since \($0)" } ?? "")
            \(proofs.isEmpty ? lack : proofs.joined(separator: "\n"))

            """
        )
    }

    /// A requirement as JSON; nil leaves the scenarios out.
    private func json(_ requirement: Requirement, scenarios: [String]?) -> JSONValue {
        var object = JSONObject()
        object["id"] = .string(requirement.id)
        object["level"] = .string("\(requirement.level)")
        object["area"] = .string(requirement.area)
        object["statement"] = .string(requirement.statement)
        object["source"] = .string(requirement.source)
        object["evidence"] = .string("\(requirement.evidence)")
        object["since"] = requirement.since.map { .string("\($0)") }
        object["not_tested"] = requirement.notTested.map { .string($0) }
        object["scenarios"] = scenarios.map { .array($0.map { .string($0) }) }
        return .object(object)
    }
}

/// How the catalogue or the traceability matrix is printed.
enum RequirementsFormat: String, ExpressibleByArgument, CaseIterable {
    /// For a person, for a program, for a spreadsheet, or as a page of one of two kinds.
    case text, json, csv, markdown, html
}
