import Synchronization

/// The time that one run may spend on waits that a `429` or `503` asks for.
///
/// It is counted as the union of the waits: those of cases that run side by side overlap and count once. Waits of cleanup
/// are not taken from it, since cleanup has a bound of its own.
final class RetryBudget: Sendable {
    private struct State {
        var used = Duration.zero
        /// Until when the time is counted.
        var end = Duration.zero
        var refusalCount = 0
    }

    /// How long all waits together may take.
    let limit: Duration
    private let state = Mutex(State())

    /// A budget of which nothing is used.
    ///
    /// - Parameter limit: how long all waits together may take; zero waits never.
    init(_ limit: Duration) {
        self.limit = limit
    }

    /// How many waits did not fit any more.
    var refusalCount: Int { state.withLock(\.refusalCount) }

    /// Takes a wait that begins now from the budget.
    ///
    /// Waits begin in the order in which they are taken, so what is counted behind `now` is without gaps.
    /// - Parameters:
    ///   - wait: how long it takes.
    ///   - now: when it begins, on the run's clock.
    /// - Returns: whether it fits; if not, nothing is taken.
    func take(_ wait: Duration, at now: Duration) -> Bool {
        state.withLock { state in
            let addition = max(.zero, now + wait - max(now, state.end))
            guard state.used + addition <= limit else {
                state.refusalCount += 1
                return false
            }
            state.used += addition
            state.end = max(state.end, now + wait)
            return true
        }
    }
}
