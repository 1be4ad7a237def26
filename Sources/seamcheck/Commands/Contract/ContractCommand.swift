import ArgumentParser

/// `seamcheck contract …`: what is to know of the documents that endpoints are held against.
struct ContractCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "contract",
        abstract: "Checks and compares contract documents, and holds messages and recorded traffic against one.",
        subcommands: [
            ContractCheckCommand.self,
            ContractDiffCommand.self,
            ContractValidateCommand.self,
            ContractShowCommand.self,
            ContractCoverageCommand.self,
        ]
    )
}
