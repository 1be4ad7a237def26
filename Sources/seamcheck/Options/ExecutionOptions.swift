import ArgumentParser
import Conformance
import Reports

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

    @Option(parsing: .unconditional, help: "How many cases run at once.")
    var concurrency: Int = 8

    @Option(
        parsing: .unconditional,
        help: ArgumentHelp("How long one exchange may take, such as 30 or 500ms.", valueName: "time")
    )
    var timeout = TimeSpan(RunOptions().timeout)

    @Option(
        parsing: .unconditional,
        help: ArgumentHelp(
            "How long the run may take, such as 90, 10m or 1h; then it is stopped and cleans up.",
            valueName: "time"
        )
    )
    var deadline = TimeSpan(RunOptions().deadline)

    @Option(
        parsing: .unconditional,
        help: ArgumentHelp(
            "How long the run waits in all where 429 or 503 asks for it; 0 never waits.",
            valueName: "time"
        )
    )
    var retryBudget = TimeSpan(RunOptions().retryBudget)

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

    func validate() throws {
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
