import ArgumentParser
import Reports

/// The command line: `seamcheck run`, `serve`, `prove`, `scenarios`, `requirements`, `history`, `report`.
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
            RunCommand.self, ServeCommand.self, ProveCommand.self, ScenariosCommand.self, RequirementsCommand.self,
            HistoryCommand.self, ReportCommand.self,
        ]
    )

    /// The version that `--version` prints and that every run records.
    static let version = "0.1.0"

    /// Parses the arguments, runs the command, and ends with its exit code.
    static func main() async {
        do {
            var command = try parseAsRoot()
            if var asynchronous = command as? any AsyncParsableCommand {
                try await asynchronous.run()
            } else {
                try command.run()
            }
        } catch let failure as CommandFailure {
            end(with: failure)
        } catch {
            guard exitCode(for: error) == .failure else { exit(withError: error) }
            end(with: CommandFailure(unexpected: error))
        }
    }

    /// Prints what went wrong and ends.
    private static func end(with failure: CommandFailure) -> Never {
        if !failure.message.isEmpty { Terminal.standardError.write(failure.message.visibleLines + "\n") }
        exit(withError: ExitCode(failure.status.rawValue))
    }
}
