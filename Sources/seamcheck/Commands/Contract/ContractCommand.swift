import ArgumentParser

/// `seamcheck contract`: what contract documents say.
struct ContractCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "contract",
        abstract: "Holds messages and recorded traffic against a contract.",
        subcommands: [
            ContractValidateCommand.self
        ]
    )
}
