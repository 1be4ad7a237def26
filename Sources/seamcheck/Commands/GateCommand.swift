import ArgumentParser
import Conformance
import History
import JSON
import Policy
import Reports
import Results

/// `seamcheck gate [RUN]`: the yes or no for a change.
struct GateCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "gate",
        abstract: "Says whether a change may pass: shut only for what it broke.",
        discussion: """
            The run is compared with the latest complete run of the baseline, which is branch=main unless the policy says \
            otherwise. Ends with 0 when the gate is open, with 1 when it is shut.
            """
    )

    @OptionGroup var storeOptions: KeptRunsOptions
    @OptionGroup var policyOptions: PolicyOptions

    @Argument(help: ArgumentHelp("The run's id, the beginning of one, or 'latest'.", valueName: "run"))
    var runID: String = "latest"

    @Option(help: ArgumentHelp("The run to compare with, by its id; goes before the policy.", valueName: "run"))
    var baseline: String?

    @Flag(help: "Show every rule with its figures.")
    var explain = false

    @Option(help: "Print as text or json.")
    var format: ListFormat = .text

    func run() throws {
        let catalogue = try Suite.catalogue()
        let policy = try policyOptions.policy(for: catalogue)
        let store = try Store(reading: storeOptions.store)
        let run = try store.outcome(of: runID)
        let baseline =
            try baseline.map { try store.outcome(of: $0) }
            ?? store.latestOutcome(labelled: policy.gate.baseline, otherThan: run.header.id)
        let gate = Gate(
            policy,
            catalogue: catalogue,
            profile: try policy.gate.profile.map { try Suite.profile(named: $0, of: catalogue) },
            now: RunClock.system.now()
        )
        let decision = gate.decision(on: run, against: baseline)
        Terminal.standardOutput.write(format == .text ? text(decision) : json(decision))
        if !decision.isOpen { throw CommandFailure("", status: .doesNotConform) }
    }

    /// The answer, what breaks it, and if asked for every rule.
    private func text(_ decision: GateDecision) -> String {
        var lines = [decision.answer]
        for rule in decision.rules where explain || !rule.holds {
            if explain { lines.append("  \(rule.holds ? "holds " : "broken")  \(rule.name): \(rule.figures)") }
            lines += rule.reasons.map { (explain ? "            " : "  ") + $0.visible }
        }
        return lines.map { $0 + "\n" }.joined()
    }

    private func json(_ decision: GateDecision) -> String {
        let rules = decision.rules.map { rule -> JSONValue in
            [
                "rule": .string(rule.name), "holds": .bool(rule.holds), "figures": .string(rule.figures),
                "reasons": .array(rule.reasons.map { .string($0) }),
            ]
        }
        let object: JSONValue = [
            "open": .bool(decision.isOpen), "answer": .string(decision.answer),
            "baseline": decision.comparison.map { .string($0.before.header.id) } ?? .null, "rules": .array(rules),
        ]
        return object.serialized(.pretty) + "\n"
    }
}
