import Scenarios
import Synchronization

/// Why a run was stopped before its end, as far as it was, and until when its cleanup may last then.
final class RunHalt: Sendable {
    /// Who stops a run.
    enum Cause: Sendable, Hashable {
        /// Someone, by a signal or by cancelling the task.
        case interruption
        /// The run itself, since its time was over.
        case deadline(Duration)
    }

    private struct Stop {
        let cause: Cause
        let time: Duration
    }

    private let cleanupTimeout: Duration
    private let stop = Mutex<Stop?>(nil)

    /// A run that goes on.
    ///
    /// - Parameter cleanupTimeout: how long the cleanup of all cases may take after a stop, what is under way then included.
    init(cleanupTimeout: Duration) {
        self.cleanupTimeout = cleanupTimeout
    }

    /// Who stopped the run first; nil while it goes on.
    var cause: Cause? { stop.withLock { $0?.cause } }

    /// When the cleanup of the whole run must be over, on the run's clock; nil while it goes on.
    var cleanupEnd: Duration? { stop.withLock { $0.map { $0.time + cleanupTimeout } } }

    /// Takes down that the run was stopped; what comes later does not count.
    ///
    /// - Parameters:
    ///   - cause: who stopped it.
    ///   - now: when, on the run's clock.
    func note(_ cause: Cause, at now: Duration) {
        stop.withLock { $0 = $0 ?? Stop(cause: cause, time: now) }
    }
}

extension RunHalt.Cause: CustomStringConvertible {
    /// What happened, as a clause: `the run was interrupted`.
    var description: String {
        switch self {
        case .interruption: "the run was interrupted"
        case .deadline(let deadline): "the run reached its deadline of \(deadline.scenarioText)"
        }
    }
}
