import ArgumentParser
import History
import Reports

/// `seamcheck history check`: whether the store is whole.
struct HistoryCheckCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check",
        abstract: "Checks that the store is whole: every page, index, reference and run."
    )

    @OptionGroup var storeOptions: KeptRunsOptions

    func run() throws {
        let problems = try Store(reading: storeOptions.store).problems()
        guard problems.isEmpty else {
            throw CommandFailure(
                problems.map { "\(storeOptions.store): \($0.visible)" }.joined(separator: "\n"),
                status: .invalidInput
            )
        }
        Terminal.standardOutput.write("\(storeOptions.store) is whole\n")
    }
}
