public import ArgumentParser
import Foundation
import History
public import Reports
import Results
import SeamContract

/// `seamcheck contract coverage [RUN]`: how much of a contract a kept run has exercised.
struct ContractCoverageCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "coverage",
        abstract: "Tells which operations, statuses, parameters and fields of answers a kept run has exercised."
    )

    @Argument(help: ArgumentHelp("The run's id, the beginning of one, or 'latest'.", valueName: "run"))
    var runID: String = "latest"

    @OptionGroup var storeOptions: KeptRunsOptions

    @Option(
        help: ArgumentHelp("An OpenAPI document instead of the contract that the binary carries.", valueName: "file")
    )
    var contract: String?

    @Option(help: "table, json or markdown.")
    var format: ContractCoverageFormat = .table

    @Flag(help: "The table also names what was not exercised.")
    var missing = false

    func run() throws {
        let record = try Store(reading: storeOptions.store).record(of: runID)
        guard !record.exercises.isEmpty else { throw failure(of: record) }
        let contract = try ContractSource(path: contract).contract()
        if contract.fingerprint != record.header.contract.fingerprint {
            Terminal.standardError.write(
                "run \(record.header.id) was held against another contract, \(record.header.contract.origin.visible): "
                    + "what this one does not have is not counted (--contract FILE names another)\n"
            )
        }
        let output = Terminal.standardOutput
        let coverage = try ContractCoverage(of: contract, by: record.exercises)
        output.write(coverage.text(format, tellsMissing: missing, width: min(output.width, 120)))
    }

    /// Why nothing is known of what a run exercised.
    private func failure(of record: RunRecord) -> CommandFailure {
        let reason =
            record.cases.contains { !$0.exchanges.isEmpty }
            ? "it ended too early or was kept by an older seamcheck; run again"
            : "it called no operation of the contract"
        return CommandFailure(
            "nothing is known of what run \(record.header.id) exercised (\(reason))",
            status: .nothingTested
        )
    }
}

extension ContractCoverageFormat: ExpressibleByArgument {}
