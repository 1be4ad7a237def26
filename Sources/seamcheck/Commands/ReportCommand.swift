public import ArgumentParser
import History
public import Reports

/// `seamcheck report [RUN] --format FORMAT`: a kept run in any format.
struct ReportCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "report",
        abstract: "Writes a kept run as text, html, junit or ndjson."
    )

    @OptionGroup var storeOptions: KeptRunsOptions

    @Argument(help: ArgumentHelp("The run's id, the beginning of one, or 'latest'.", valueName: "run"))
    var runID: String = "latest"

    @Option(help: "text, html, junit or ndjson.")
    var format: ReportFormat = .text

    @Option(name: .shortAndLong, help: "Where to write it; standard output without it.")
    var output: String?

    @Flag(help: "A broken should counts as a failure.")
    var strict = false

    func run() throws {
        if let output { try OutputFiles.refuseClashes(of: [output], with: [storeOptions.store]) }
        let record = try Store(reading: storeOptions.store).record(of: runID)
        let bytes = format.render(record, catalogue: try Suite.catalogue(), isStrict: strict)
        guard let output else { return Terminal.standardOutput.write(bytes: bytes) }
        let file = try ReportFile(path: output)
        file.replace(with: bytes)
        if let trouble = file.trouble { throw CommandFailure(trouble, status: .notWritten) }
    }
}

extension ReportFormat: ExpressibleByArgument {}
