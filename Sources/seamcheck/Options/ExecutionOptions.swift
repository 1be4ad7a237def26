import ArgumentParser
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

    @Option(parsing: .unconditional, help: "How many seconds one exchange may take.")
    var timeout: Double = 30

    @Option(help: "What all generated values follow from; a random one without it.")
    var seed: UInt64?

    @Flag(help: "Only cases that create and change nothing.")
    var readOnly = false

    @Flag(help: "Run even in a workspace that is no sandbox, or can't be told to be one.")
    var allowProduction = false

    func validate() throws {
        guard (1...256).contains(concurrency) else { throw ValidationError("--concurrency takes 1 to 256") }
        guard timeout > 0, timeout <= 3600 else {
            throw ValidationError("--timeout takes more than 0, at most 3600 seconds")
        }
    }
}
