import ArgumentParser
import History
import Reports
import Results
import Trends

/// `seamcheck report [RUN] --format FORMAT`: a kept run in any format; with `--trend`, what many of them tell together.
struct ReportCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "report",
        abstract: "Writes a kept run, or the trend over many, in any format, for a person or for another program."
    )

    @OptionGroup var storeOptions: KeptRunsOptions

    @Argument(help: ArgumentHelp("The run's id, the beginning of one, or 'latest'.", valueName: "run"))
    var runID: String?

    @OptionGroup var trendOptions: TrendOptions

    @Option(help: "How it is told.")
    var format: KeptForm = .text

    @Option(name: .shortAndLong, help: "Where to write it, for allure a folder; standard output without it.")
    var output: String?

    @Flag(help: "A broken should counts as a failure.")
    var strict = false

    func validate() throws {
        guard trendOptions.trend else {
            guard let format = format.ofRun else {
                throw ValidationError(
                    "a run is not told as \(format.name): add --trend, or name one of \(ReportFormat.names)"
                )
            }
            guard format.delivery != .folder || output != nil else {
                throw ValidationError("\(format.rawValue) is a folder of files: name one with --output")
            }
            return
        }
        guard format.ofTrend != nil else {
            let names = TrendFormat.allCases.map(\.rawValue).joined(separator: ", ")
            throw ValidationError("a trend is not told as \(format.name): name one of \(names)")
        }
        guard runID == nil, !strict else { throw ValidationError("a trend takes neither a run nor --strict") }
    }

    func run() throws {
        if let output { try OutputFiles.refuseClashes(of: [output], with: [storeOptions.store]) }
        let store = try Store(reading: storeOptions.store)
        if trendOptions.trend {
            try writeTrend(of: store)
        } else {
            try writeRun(of: store)
        }
    }

    private func writeRun(of store: Store) throws {
        guard let format = format.ofRun else { return }
        let record = try store.record(of: runID ?? "latest")
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

    private func writeTrend(of store: Store) throws {
        guard let format = format.ofTrend else { return }
        let overview = try store.overview(of: trendOptions.selection)
        guard !overview.nights.isEmpty else {
            let labels = trendOptions.label.map { "\($0.label.key)=\($0.label.value)" }.joined(separator: ", ")
            throw CommandFailure(
                "no run in \(storeOptions.store) that was not narrowed, by --id or the like, "
                    + (labels.isEmpty ? "is there " : "has the label \(labels.visible) ")
                    + "(`seamcheck history runs --format json` shows those of each)",
                status: .usage
            )
        }
        let text = TrendReport(overview, catalogue: try Suite.catalogue()).text(format)
        guard let output else { return Terminal.standardOutput.write(text) }
        try OutputFile.write(text, to: output)
    }
}
