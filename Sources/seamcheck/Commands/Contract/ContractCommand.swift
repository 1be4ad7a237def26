import ArgumentParser

/// `seamcheck contract`: what contract documents say.
struct ContractCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "contract",
        abstract: "Compares contract documents, and holds messages and recorded traffic against one.",
        subcommands: [
            ContractDiffCommand.self,
            ContractValidateCommand.self,
        ]
    )
}
