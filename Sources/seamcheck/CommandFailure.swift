import Conformance
import ContractDiff
import Files
import Foundation
import History
import Policy
import ReferenceServer
import Scenarios
import SeamContract

/// Work that can't be done, with the code that says why.
struct CommandFailure: Error, Sendable, Equatable, CustomStringConvertible {
    /// What could not be done, where, and what to do; one line for each problem.
    ///
    /// Empty when it was said already.
    let message: String
    /// The code to end with.
    let status: ExitStatus

    /// The message.
    var description: String { message }

    /// A failure.
    ///
    /// - Parameters:
    ///   - message: what could not be done; empty when it was said already.
    ///   - status: the code to end with.
    init(_ message: String, status: ExitStatus) {
        self.message = message.isEmpty ? "" : "seamcheck: \(message)"
        self.status = status
    }

    /// A failure because of a file that is wrong, told as `file:line:column: message`, one line for each problem.
    ///
    /// - Parameters:
    ///   - problems: the problems as an editor or a CI log can follow them.
    ///   - outcome: what was not done because of them.
    init(problems: String, outcome: String = "nothing was sent") {
        let count = problems.split(separator: "\n").count
        message = "\(problems)\nseamcheck: \(count) \(count == 1 ? "problem" : "problems"); \(outcome)"
        status = .invalidInput
    }

    /// A failure because of the one thing that is wrong in a file.
    ///
    /// - Parameter problem: `file:line:column: message`, as an editor or a CI log can follow it.
    init(problem: String) {
        message = problem
        status = .invalidInput
    }

    /// The failure that an error of any target means: the one place where errors become exit codes.
    ///
    /// - Parameter error: the error.
    init(unexpected error: any Error) {
        switch error {
        case let failure as CommandFailure: self = failure
        case is ScenarioProblems, is ContractError, is CatalogueError, is PolicyError: self.init(problems: "\(error)")
        case is SeverityError: self.init(problems: "\(error)", outcome: "nothing was compared")
        case is UnreadableFile: self.init("\(error)", status: .invalidInput)
        case let error as StoreError:
            self.init("\(error)", status: error.cause.status)
        case is EndpointError, is ListenError: self.init("\(error)", status: .usage)
        case is CancellationError: self.init("interrupted", status: .interrupted)
        default: self.init("a defect of ours: \(error)", status: .defect)
        }
    }
}

extension StoreError.Cause {
    /// The code to end with: a store that is well but can't be written now is told from one that is wrong, and from a run that
    /// no store has.
    fileprivate var status: ExitStatus {
        switch self {
        case .readOnly, .full, .busy, .removed, .other: .notWritten
        case .missing, .noFile, .folder, .notAFile, .linkLoop, .notAStore, .damaged, .newer, .older, .noRuns:
            .invalidInput
        case .unknownRun, .ambiguousRun: .usage
        }
    }
}
