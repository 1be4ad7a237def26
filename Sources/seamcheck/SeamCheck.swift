import ArgumentParser
import Foundation
import Reports

/// The command line: `seamcheck run`, `serve`, `prove`, `scenarios`, `requirements`, `contract`, `schema`, `history`,
/// `report`, `gate`.
@main
struct SeamCheck: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "seamcheck",
        abstract: "Judges any endpoint that speaks the Seam API: does it keep the contract, and since when not?",
        discussion: """
            Without an endpoint, the embedded reference server is judged. To judge another, set SEAM_ENDPOINT and \
            SEAM_API_KEY (or SEAM_PERSONAL_ACCESS_TOKEN and SEAM_WORKSPACE_ID; SEAM_OTHER_API_KEY for the key of a \
            second workspace). A secret is never an argument.

            Exit codes:
            \(ExitStatus.table)
            """,
        version: version,
        subcommands: [
            RunCommand.self, ServeCommand.self, ProveCommand.self, SweepCommand.self, ScenariosCommand.self,
            RequirementsCommand.self,
            HistoryCommand.self, ReportCommand.self, GateCommand.self, ContractCommand.self, SchemaCommand.self,
        ]
    )

    /// The version that `--version` prints and that every run records.
    static let version = "0.1.0"

    /// Parses the arguments, runs the command, and ends with its exit code.
    static func main() async {
        StandardStreams.secure()
        do {
            try DescriptorBudget.command.ensure()
            var command = try parseAsRoot()
            if var asynchronous = command as? any AsyncParsableCommand {
                try await asynchronous.run()
            } else {
                try command.run()
            }
            if let loss { end(with: loss) }
        } catch let failure as CommandFailure {
            end(with: failure)
        } catch {
            guard exitCode(for: error) == .failure else { end(with: error) }
            end(with: CommandFailure(unexpected: error))
        }
    }

    /// What is said when standard output was not written in full; nil when it was.
    private static var loss: CommandFailure? {
        Terminal.lostOutput.map { code in
            CommandFailure("can't write to standard output: \(reason(of: code))", status: .notWritten)
        }
    }

    /// What the system says of an error number.
    private static func reason(of code: Int32) -> String {
        String(cString: strerror(code)).lowercased()
    }

    /// Prints a help text, or what is wrong with the arguments, and ends.
    private static func end(with error: any Error) -> Never {
        let code = exitCode(for: error)
        let terminal = code.isSuccess ? Terminal.standardOutput : Terminal.standardError
        let message = fullMessage(for: error)
        if !message.isEmpty { terminal.write(message + "\n") }
        if code.isSuccess, let loss { end(with: loss) }
        exit(withError: code)
    }

    /// Prints what went wrong and ends.
    private static func end(with failure: CommandFailure) -> Never {
        if let loss, failure != loss { Terminal.standardError.write(loss.message + "\n") }
        if !failure.message.isEmpty { Terminal.standardError.write(failure.message.visibleLines + "\n") }
        exit(withError: ExitCode(failure.status.rawValue))
    }
}
