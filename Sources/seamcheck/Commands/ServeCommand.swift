import ArgumentParser
import Conformance
import JSON
import ReferenceServer
import SeamContract

/// `seamcheck serve`: the reference server alone, for people who want a Seam to develop against.
struct ServeCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "serve",
        abstract: "Serves the reference server: a correct, stateful Seam to develop against."
    )

    @Option(help: "The address to listen on; others than loopback are reachable from elsewhere.")
    var host: String = "127.0.0.1"

    @Option(help: "The port; 0 takes a free one.")
    var port: Int = 8080

    @Option(help: "Serve by this OpenAPI document instead of the bundled contract.")
    var contract: String?

    @Option(help: ArgumentHelp("Break one requirement on purpose (repeatable; see --list-faults).", valueName: "id"))
    var fault: [String] = []

    @Flag(help: "List the faults: id, requirement and summary, separated by tabs.")
    var listFaults = false

    @Option(help: "Print endpoint, keys and seeded ids as text or json.")
    var format: ListFormat = .text

    func validate() throws {
        guard (0...65_535).contains(port) else { throw ValidationError("--port takes 0 to 65535") }
    }

    func run() async throws {
        guard !listFaults else {
            for fault in Fault.all {
                Terminal.standardOutput.write("\(fault.id)\t\(fault.requirement)\t\(fault.summary)\n")
            }
            return
        }
        let connectionLimit = try DescriptorBudget.connections()
        let server = ReferenceServer(
            contract: try Suite.contract(file: contract),
            faults: try fault.map(named),
            now: RunClock.system.now
        )
        let (host, port, format) = (host, port, format)
        try await interruptible(notice: "") {
            try await server.withRunning(host: host, port: port, connectionLimit: connectionLimit) { address in
                let description = server.description(at: address)
                Terminal.standardOutput.write(format == .text ? description.text : description.json.serialized() + "\n")
                await cancellation()
            }
        }
    }

    /// The fault of that id.
    private func named(_ id: String) throws -> Fault {
        guard let fault = Fault.named(id) else {
            throw Fault.unknown("there is no fault '\(id)'", id, among: Fault.all.map(\.id))
        }
        return fault
    }
}
