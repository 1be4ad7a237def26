import ArgumentParser
import SeamContract

/// `seamcheck contract check FILE`: everything that is wrong in a contract document.
struct ContractCheckCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check",
        abstract: "Tells all problems of a contract document at once.",
        discussion: """
            An error is what breaks the OpenAPI specification or can't mean what it says; it ends with exit code 65. A \
            warning is likely a slip. References to other files are followed below the document's folder and below the \
            one you are in; nothing is fetched.
            """
    )

    @Argument(help: "The document, in YAML or JSON; none means the contract that the binary carries.")
    var file: String?

    @Option(help: "Print as text or json.")
    var format: ListFormat = .text

    func run() throws {
        let document = try ContractSource(path: file)
        let lint = ContractLint(text: document.text, file: document.name, reading: document.reading)
        let listing = ProblemListing(lint, of: document.name)
        Terminal.standardOutput.write(format == .text ? listing.text : listing.json)
        if listing.errorCount > 0 { throw CommandFailure("", status: .invalidInput) }
    }
}
