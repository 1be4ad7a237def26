import ArgumentParser
import Conformance
import Reports
import Scenarios

/// Against which endpoint cases are run, and how.
struct ExecutionOptions: ParsableArguments {
    @Option(help: ArgumentHelp("The endpoint's base URL; goes before SEAM_ENDPOINT.", valueName: "url"))
    var endpoint: String?

    @Option(
        help: ArgumentHelp(
            "Also write a report (repeatable): \(ReportFormat.names), of which allure is a folder.",
            valueName: "format=file"
        ),
        transform: ReportRequest.init(parsing:)
    )
    var report: [ReportRequest] = []

    @Option(help: ArgumentHelp("A label kept with the run (repeatable).", valueName: "key=value"))
    var label: [RunLabel] = []

    @Option(
        help: ArgumentHelp(
            "An access system, access group or entrance of the workspace (repeatable), for an endpoint that lists none: "
                + "\(RunFixtures.Kind.allCases.map(\.rawValue).joined(separator: ", ")).",
            valueName: "name=id"
        )
    )
    var fixture: [String] = []

    /// Those with a usual value are optional, so that it can be told whether they were given.
    @Option(
        name: .customLong("concurrency"),
        parsing: .unconditional,
        help: ArgumentHelp("How many cases run at once. (default: 8)", valueName: "concurrency")
    )
    var givenConcurrency: Int?

    @Option(
        name: .customLong("timeout"),
        parsing: .unconditional,
        help: ArgumentHelp(
            "How long one exchange may take, such as 30 or 500ms."
                + " (default: \(Self.usual.timeout))",
            valueName: "time"
        )
    )
    var givenTimeout: TimeSpan?

    @Option(
        name: .customLong("deadline"),
        parsing: .unconditional,
        help: ArgumentHelp(
            "How long the run may take, such as 90, 10m or 1h; then it is stopped and cleans up."
                + " (default: \(Self.usual.deadline))",
            valueName: "time"
        )
    )
    var givenDeadline: TimeSpan?

    @Option(
        name: .customLong("retry-budget"),
        parsing: .unconditional,
        help: ArgumentHelp(
            "How long the run waits in all where 429 or 503 asks for it; 0 never waits."
                + " (default: \(Self.usual.retryBudget))",
            valueName: "time"
        )
    )
    var givenRetryBudget: TimeSpan?

    @Option(
        parsing: .unconditional,
        help: ArgumentHelp(
            "How many requests are sent at most, evenly spaced, such as 20/s or 100/m.",
            valueName: "count/unit"
        )
    )
    var rate: RequestRate?

    @Option(help: "What all generated values follow from; a random one without it.")
    var seed: UInt64?

    @Flag(help: "Only cases that create and change nothing.")
    var readOnly = false

    @Flag(help: "Run even in a workspace that is no sandbox, or can't be told to be one.")
    var allowProduction = false

    @OptionGroup var redaction: RedactionOptions

    /// What is done where an option is not given.
    private static let usual = (
        concurrency: 8, timeout: TimeSpan(RunOptions().timeout), deadline: TimeSpan(RunOptions().deadline),
        retryBudget: TimeSpan(RunOptions().retryBudget)
    )

    /// How many cases run at once.
    var concurrency: Int { givenConcurrency ?? Self.usual.concurrency }
    /// How long one exchange may take.
    var timeout: TimeSpan { givenTimeout ?? Self.usual.timeout }
    /// How long the run may take.
    var deadline: TimeSpan { givenDeadline ?? Self.usual.deadline }
    /// How long the run waits in all where it is asked to.
    var retryBudget: TimeSpan { givenRetryBudget ?? Self.usual.retryBudget }

    /// What is named by hand.
    ///
    /// - Throws: `ValidationError` when a kind is not known or an id is none.
    private func namedFixtures() throws -> RunFixtures {
        var fixtures = RunFixtures()
        for argument in fixture {
            let parts = argument.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
            guard parts.count == 2 else {
                throw ValidationError("--fixture takes a name and an id, such as acs_system_id=…, not '\(argument)'")
            }
            do throws(RunFixtures.Problem) {
                try fixtures.add(parts[0], parts[1])
            } catch {
                throw ValidationError("--fixture: \(error)")
            }
        }
        return fixtures
    }

    /// What is named by hand: that of the command line, and of each kind that it does not name, that of the policy file.
    ///
    /// - Parameter settled: what the policy file names.
    /// - Returns: the fixtures.
    func fixtures(beside settled: RunFixtures) -> RunFixtures {
        (try? namedFixtures())?.filled(from: settled) ?? settled
    }

    func validate() throws {
        _ = try namedFixtures()
        guard (1...256).contains(concurrency) else { throw ValidationError("--concurrency takes 1 to 256") }
        guard timeout.duration > .zero, timeout.duration <= .seconds(3600) else {
            throw ValidationError("--timeout takes more than 0, at most 1h")
        }
        guard (.seconds(1) ... .seconds(7 * 86_400)).contains(deadline.duration) else {
            throw ValidationError("--deadline takes 1s to 7d")
        }
        guard retryBudget.duration <= .seconds(86_400) else { throw ValidationError("--retry-budget takes 0 to 1d") }
    }
}

extension ExecutionOptions {
    /// The names of the options that were given, in the order of the help text.
    var given: [String] {
        let own: [(String, Bool)] = [
            ("--endpoint", endpoint != nil), ("--report", !report.isEmpty), ("--label", !label.isEmpty),
            ("--fixture", !fixture.isEmpty),
            ("--concurrency", givenConcurrency != nil), ("--timeout", givenTimeout != nil),
            ("--deadline", givenDeadline != nil), ("--retry-budget", givenRetryBudget != nil), ("--rate", rate != nil),
            ("--seed", seed != nil), ("--read-only", readOnly), ("--allow-production", allowProduction),
        ]
        return own.filter(\.1).map(\.0) + redaction.given
    }
}
