import ArgumentParser
import Conformance
import History
import JSON
import Reports
import Results
import Scenarios
import SeamContract
import Timestamps

/// `seamcheck history recheck REQUIREMENT`: what the requirement of today says of what was answered in the past.
struct HistoryRecheckCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "recheck",
        abstract: "Weighs a requirement of today over the exchanges that were kept: since when would it have failed?",
        discussion: """
            Kept are all exchanges of cases that did not pass, and of the others one for each operation and run. What they \
            can't answer is told. Ends with 1 when the latest run that can answer breaks the requirement, and with 2 when no \
            run can.
            """
    )

    @OptionGroup var runs: RunSelectionOptions

    @Argument(help: ArgumentHelp("The requirement's id, such as TR-REQID.", valueName: "requirement"))
    var requirementID: String

    @OptionGroup var suiteOptions: SuiteOptions

    @Option(help: "Print as table or json.")
    var format: TableFormat = .table

    func run() async throws {
        let suite = try await suiteOptions.suite()
        let id = try suite.requirement(requirementID).id
        let store = try runs.openStore()
        let judge = EvidenceJudge(
            requirement: id,
            contract: suite.contract,
            catalogue: suite.catalogue,
            cases: suite.library.cases
        )
        guard judge.isWeighedByChecks || !judge.caseIDs.isEmpty else {
            throw CommandFailure(
                "evidence can't tell of \(id): neither a check on each answer nor an expectation of a scenario weighs it",
                status: .nothingTested
            )
        }
        let recheck = try Recheck(by: judge, over: store, in: runs.selection(last: 90))
        Terminal.standardOutput.write(format == .table ? recheck.table : recheck.json)
        guard let last = recheck.told.last else { throw CommandFailure("", status: .nothingTested) }
        if last.isBroken { throw CommandFailure("", status: .doesNotConform) }
    }
}
