import ArgumentParser

/// `seamcheck schema validate`.
struct SchemaCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "schema",
        abstract: "Holds JSON against a JSON Schema.",
        subcommands: [
            SchemaValidateCommand.self
        ]
    )
}
