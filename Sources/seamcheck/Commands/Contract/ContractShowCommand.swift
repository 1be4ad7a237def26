import ArgumentParser
import Foundation
import JSON
import Reports
import SeamContract
import YAMLSource

/// `seamcheck contract show [OPERATION]`: an operation as a person wants to read it, or all in a list.
struct ContractShowCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "show",
        abstract: "Shows an operation of a contract: its parameters and its answers; without a name, lists all."
    )

    @Argument(help: "The operation: /acs/users/get, acs/users/get or acs.users.get.")
    var operation: String?

    @Option(
        help: ArgumentHelp("An OpenAPI document instead of the contract that the binary carries.", valueName: "file")
    )
    var contract: String?

    @Option(help: "Print as text or json.")
    var format: ListFormat = .text

    func run() throws {
        let contract = try ContractSource(path: contract).contract()
        let output = Terminal.standardOutput
        let width = min(output.width, 120)
        guard let name = operation else {
            let listing = OperationListing(try contract.operations.map { try contract.head(of: $0) })
            return output.write(format == .text ? listing.text(width: width) : listing.json)
        }
        let operation = try contract.knownOperation(named: name)
        let outline = try contract.outline(of: operation)
        let page = OperationPage(outline, isPaginated: operation.isPaginated, width: width)
        output.write(format == .text ? page.text : page.json.serialized(.pretty) + "\n")
    }
}

extension Contract {
    /// The operation of that name.
    ///
    /// - Parameter name: its path, or its name with dots.
    /// - Returns: the operation.
    /// - Throws: `CommandFailure` that suggests others when there is none.
    func knownOperation(named name: String) throws -> Contract.Operation {
        if let operation = operation(named: name) { return operation }
        let known = operations.flatMap { [$0.path, $0.name] }.filter { name.contains("/") == $0.contains("/") }
        let near = Suggestion.all(for: name, among: known)
        let hint =
            near.isEmpty
            ? "'seamcheck contract show' lists them" : "did you mean \(Suggestion.list(near.map { "'\($0)'" }))?"
        throw CommandFailure("there is no operation '\(name)' (\(hint))", status: .usage)
    }
}
