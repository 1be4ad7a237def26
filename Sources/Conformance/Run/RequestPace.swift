import Synchronization

/// Spaces the requests of a run evenly, so that a rate is never exceeded: cases, probes and cleanup take turns.
final class RequestPace: Sendable {
    private struct State {
        /// When the turn after the last that was taken comes.
        var next = Duration.zero
        /// Turns that were given back, in order.
        var returned: [Duration] = []
    }

    private let interval: Duration
    private let state = Mutex(State())

    /// A pace at which no request was sent yet.
    ///
    /// - Parameter rate: how many requests are sent at most.
    init(_ rate: RequestRate) {
        interval = rate.interval
    }

    /// Takes the next turn.
    ///
    /// - Parameters:
    ///   - now: the time, on the run's clock.
    ///   - end: when the turn must have come; nil for a request that can wait.
    /// - Returns: when the turn comes, not before `now`; nil when that is too late, and then none is taken.
    func turn(at now: Duration, before end: Duration?) -> Duration? {
        state.withLock { state in
            state.returned.removeAll { $0 < now }
            let turn = state.returned.first ?? max(now, state.next)
            if let end, turn >= end { return nil }
            if state.returned.isEmpty {
                state.next = turn + interval
            } else {
                state.returned.removeFirst()
            }
            return turn
        }
    }

    /// Gives back a turn that was not used, so that cleanup after an interruption need not wait behind it.
    ///
    /// - Parameter turn: when it comes.
    func giveBack(_ turn: Duration) {
        state.withLock { state in
            let index = state.returned.firstIndex { $0 > turn } ?? state.returned.endIndex
            state.returned.insert(turn, at: index)
        }
    }
}
