import ArgumentParser
import History
import JSON
import Reports
import Results

/// `seamcheck history`: what the store answers.
struct HistoryCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "history",
        abstract: "Answers what was: runs, the line of a case, what broke since when, what is flaky, slower or new.",
        subcommands: [
            Runs.self,
            Show.self,
            HistoryCaseCommand.self,
            HistoryCompareCommand.self,
            HistoryFirstBadCommand.self,
            HistoryFlakyCommand.self,
            HistoryLatencyCommand.self,
            HistoryDriftCommand.self,
            HistoryRecheckCommand.self,
            HistoryMergeCommand.self,
            HistoryPruneCommand.self,
            HistoryCheckCommand.self,
        ],
        defaultSubcommand: Runs.self
    )

    /// `seamcheck history runs`: one line for each run, newest first.
    struct Runs: ParsableCommand {
        static let configuration = CommandConfiguration(abstract: "Lists the runs, newest first.")

        @OptionGroup var storeOptions: KeptRunsOptions

        @Option(help: "How many runs at most.")
        var last: Int = 20

        @Option(help: "Print as table or json.")
        var format: TableFormat = .table

        func validate() throws {
            guard last > 0 else { throw ValidationError("--last must be at least 1.") }
        }

        func run() throws {
            let runs = try Store(reading: storeOptions.store).runs(limit: last)
            Terminal.standardOutput.write(format == .table ? RunListing(runs).text : RunListing(runs).json)
        }
    }

    /// `seamcheck history show RUN`: one run as a report.
    struct Show: ParsableCommand {
        static let configuration = CommandConfiguration(abstract: "Shows one run as the console showed it.")

        @OptionGroup var storeOptions: KeptRunsOptions

        @Argument(help: ArgumentHelp("The run's id, the beginning of one, or 'latest'.", valueName: "run"))
        var runID: String = "latest"

        @Flag(help: "A broken should counts as a failure.")
        var strict = false

        func run() throws {
            let record = try Store(reading: storeOptions.store).record(of: runID)
            let report = ConsoleReport(record, catalogue: try Suite.catalogue(), isStrict: strict)
            Terminal.standardOutput.write(report.text)
        }
    }
}
