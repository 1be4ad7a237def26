import Conformance
import Foundation
import History
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
    init(_ message: String, status: ExitStatus) {
        self.message = message
        self.status = status
    }

    /// The failure that an error of any target means: the one place where errors become exit codes.
    init(unexpected error: any Error) {
        switch error {
        case let failure as CommandFailure: self = failure
        case is ScenarioProblems, is ContractError, is CatalogueError, is StoreError:
            self.init("\(error)", status: .invalidInput)
        case is EndpointError: self.init("\(error)", status: .usage)
        case is CancellationError: self.init("interrupted", status: .interrupted)
        default: self.init("a defect of ours: \(error)", status: .defect)
        }
    }
}
