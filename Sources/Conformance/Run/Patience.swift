import Scenarios
import Synchronization

/// How long something may take to come about, since endpoints may sync in the background.
///
/// Rule: it is waited for as long as the scenario says, but
///
/// · a tenth of that for an endpoint that has shown ten things before, or five times as long as the slowest of them took
/// · half a second, or twice as long as the slowest took, for a cause that was once waited for in vain
final class Patience: Sendable {
    /// How views of the identity graph are read again while they may still settle.
    static let ofGraph = Polling(within: .seconds(10), every: .milliseconds(200), backOff: 2)
    /// How many things must have come about before less is waited for.
    static let settledCount = 10

    private struct State {
        var lasting: Set<String> = []
        var settledCount = 0
        var slowest = Duration.zero
    }

    private let state = Mutex(State())

    /// How long is waited.
    ///
    /// - Parameters:
    ///   - polling: what the scenario says.
    ///   - causes: what is not as expected: the requirements that would be broken, or the operation.
    /// - Returns: the time, never longer than the scenario says.
    func limit(of polling: Polling, for causes: Set<String>) -> Duration {
        state.withLock { state in
            if !causes.isEmpty, causes.isSubset(of: state.lasting) {
                return min(polling.within, max(.milliseconds(500), state.slowest * 2))
            }
            guard state.settledCount >= Self.settledCount else { return polling.within }
            return min(polling.within, max(polling.within / 10, state.slowest * 5))
        }
    }

    /// Takes down that something has come about.
    ///
    /// - Parameter time: after how long.
    func noteSettled(after time: Duration) {
        state.withLock { state in
            state.settledCount += 1
            state.slowest = max(state.slowest, time)
        }
    }

    /// Takes down that something was waited for in vain.
    ///
    /// - Parameter causes: what was not as expected.
    func noteLasting(_ causes: Set<String>) {
        state.withLock { $0.lasting.formUnion(causes) }
    }
}
