import ArgumentParser
import History
import Reports

/// `seamcheck report [RUN] --format FORMAT`: a kept run in any format.
struct ReportCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "report",
        abstract: "Writes a kept run in any format, for a person or for another program."
    )

    @OptionGroup var storeOptions: KeptRunsOptions

    @Argument(help: ArgumentHelp("The run's id, the beginning of one, or 'latest'.", valueName: "run"))
    var runID: String = "latest"

    @Option(help: "How it is told.")
    var format: ReportFormat = .text

    @Option(name: .shortAndLong, help: "Where to write it, for allure a folder; standard output without it.")
    var output: String?

    @Flag(help: "A broken should counts as a failure.")
    var strict = false

    func validate() throws {
        guard format.delivery != .folder || output != nil else {
            throw ValidationError("\(format.rawValue) is a folder of files: name one with --output")
        }
    }

    func run() throws {
        if let output { try OutputFiles.refuseClashes(of: [output], with: [storeOptions.store]) }
        let store = try Store(reading: storeOptions.store)
        let record = try store.record(of: runID)
        let catalogue = try Suite.catalogue()
        let content = format.render(
            record,
            catalogue: catalogue,
            comparison: try store.comparison(of: record.header.id),
            evidence: .kept,
            isStrict: strict
        )
        guard let output else {
            if case .file(let bytes) = content { Terminal.standardOutput.write(bytes: bytes) }
            return
        }
        let destination = try ReportDestination(format, path: output)
        destination.write(content)
        if let trouble = destination.trouble { throw CommandFailure(trouble, status: .notWritten) }
    }
}
