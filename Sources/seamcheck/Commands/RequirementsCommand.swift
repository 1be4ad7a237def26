import ArgumentParser
import JSON
import SeamContract

/// `seamcheck requirements [ID]`: the catalogue.
struct RequirementsCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "requirements",
        abstract: "Lists the requirements that the scenarios prove, or explains one."
    )

    @Argument(help: "The id of one requirement.")
    var id: String?

    @Option(help: "Print as text or json.")
    var format: ListFormat = .text

    func run() async throws {
        let suite = try await Suite()
        guard let id else { return list(suite.catalogue.requirements) }
        guard let requirement = suite.catalogue[id] else {
            throw CommandFailure(
                "there is no requirement '\(id)' (`seamcheck requirements` lists them)",
                status: .usage
            )
        }
        explain(requirement, scenarios: suite.scenarios(proving: id))
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
        case .json:
            let all = JSONValue.array(requirements.map { json($0, scenarios: nil) })
            Terminal.standardOutput.write(all.serialized(.pretty) + "\n")
        }
    }

    /// Prints all that is known of one requirement.
    private func explain(_ requirement: Requirement, scenarios: [String]) {
        guard format == .text else {
            Terminal.standardOutput.write(json(requirement, scenarios: scenarios).serialized(.pretty) + "\n")
            return
        }
        let proof = scenarios.isEmpty ? requirement.notTested.map { "not tested: \($0)" } ?? "no scenario names it" : ""
        Terminal.standardOutput.write(
            """
            \(requirement.id) (\(requirement.level), \(requirement.area))
            \(requirement.statement)
            source: \(requirement.source) (\(requirement.evidence))\(requirement.since.map { "; since \($0)" } ?? "")
            \(scenarios.isEmpty ? proof : "proven by: " + scenarios.joined(separator: ", "))

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

/// How a list is printed.
enum ListFormat: String, ExpressibleByArgument, CaseIterable {
    /// One of the two ways.
    case text, json
}

extension String {
    /// The text with spaces behind it up to a width.
    func padding(to width: Int) -> String {
        self + String(repeating: " ", count: max(0, width - count))
    }
}
