import Synchronization

/// A gate that opens when as many tasks stand before it as it was made for, and lets them through together.
final class Gate: Sendable {
    private struct State {
        var missing: Int
        var waiting: [CheckedContinuation<Void, Never>] = []
    }

    private let state: Mutex<State>

    /// A gate.
    ///
    /// - Parameter count: how many tasks must come; each must come once, cancelled or not.
    init(count: Int) {
        state = Mutex(State(missing: count))
    }

    /// Waits until all have come.
    func pass() async {
        await withCheckedContinuation { continuation in
            let released = state.withLock { state -> [CheckedContinuation<Void, Never>] in
                state.missing -= 1
                state.waiting.append(continuation)
                guard state.missing <= 0 else { return [] }
                defer { state.waiting = [] }
                return state.waiting
            }
            for waiting in released { waiting.resume() }
        }
    }
}
