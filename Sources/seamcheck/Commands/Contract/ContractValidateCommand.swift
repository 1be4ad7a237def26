import ArgumentParser
import Conformance
import Files
import Foundation
import SeamContract
import YAMLSource

/// `seamcheck contract validate`: one message, or recorded traffic, against the contract.
struct ContractValidateCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "validate",
        abstract: "Holds a response, a request or recorded traffic against the contract.",
        discussion: """
            A response or request is the JSON body of a message of one operation: --operation acs.users.list --response \
            body.json. Recorded traffic is an HTTP Archive (HAR 1.2), as browsers and proxies save it; of each entry \
            method, path, query, status and both bodies are judged. Entries that match no operation are told, and so are \
            requests that break the contract and were refused with a 4xx, which is as it should be.

            Secrets are shown by their names. Exit codes: 0 the contract is kept, 1 it is broken, 2 nothing could be \
            judged, 65 a file is wrong.
            """
    )

    @Option(help: ArgumentHelp("The operation: /acs/users/list or acs.users.list.", valueName: "name"))
    var operation: String?

    @Option(help: ArgumentHelp("The body of a response; - is standard input.", valueName: "file"))
    var response: String?

    @Option(help: "The status of the response; without it that of a success.")
    var status: Int?

    @Option(help: ArgumentHelp("The parameters of a request; - is standard input.", valueName: "file"))
    var request: String?

    @Option(help: ArgumentHelp("Recorded traffic, a HAR file; - is standard input.", valueName: "file"))
    var traffic: String?

    @Option(help: ArgumentHelp("Of the traffic, judge only what went to this URL and below it.", valueName: "url"))
    var endpoint: String?

    @Option(help: "Judge by this OpenAPI document instead of the bundled contract.")
    var contract: String?

    @Option(help: "text or json.")
    var format: ListFormat = .text

    func validate() throws {
        guard [response, request, traffic].count(where: { $0 != nil }) == 1 else {
            throw ValidationError("one of --response, --request and --traffic is needed, and only one at a time")
        }
        guard (operation == nil) == (traffic != nil) else {
            let isMissing = operation == nil
            throw ValidationError(
                isMissing ? "name the operation by --operation" : "--traffic names its operations itself"
            )
        }
        guard status == nil || response != nil else { throw ValidationError("--status goes with --response") }
        guard status.map((100...599).contains) ?? true else { throw ValidationError("--status takes 100 to 599") }
        guard endpoint.map(TrafficJudge.isEndpoint) ?? true else {
            throw ValidationError("--endpoint takes a URL such as https://connect.getseam.com")
        }
        guard endpoint == nil || traffic != nil else { throw ValidationError("--endpoint goes with --traffic") }
    }

    func run() throws {
        let contract = try contractToKeep
        let environment = ProcessInfo.processInfo.environment
        let status: ExitStatus
        if let traffic {
            let validation = TrafficValidation(contract: contract, endpoint: endpoint, format: format)
            status = try validation.run(Input(path: traffic), environment)
        } else {
            let validation = MessageValidation(
                operation: try operation(in: contract),
                side: request == nil ? .response(status: self.status) : .request,
                format: format,
                output: VerdictOutput(environment: environment)
            )
            status = try validation.run(Input(path: response ?? request ?? "-"))
        }
        if status != .conforms { throw CommandFailure("", status: status) }
    }

    /// The contract.
    private var contractToKeep: Contract {
        get throws {
            do {
                return try Suite.contract(file: contract)
            } catch let error as ContractError {
                throw CommandFailure(problem: "\(error)")
            }
        }
    }

    /// The operation that is meant.
    private func operation(in contract: Contract) throws -> Contract.Operation {
        let name = operation ?? ""
        if let operation = contract.operation(named: name) { return operation }
        let hint = Suggestion.text(for: name, among: contract.operations.map(\.path))
        throw CommandFailure("there is no operation '\(name)' (\(hint))", status: .usage)
    }
}
