import Synchronization

/// What a call that runs a race waits for between looking and storing.
public struct RaceWindow: Sendable {
    /// Waits.
    let pass: @Sendable () async -> Void

    /// A window that stays open for a time: calls that come meanwhile look before the first one stores.
    ///
    /// - Parameter duration: how long.
    /// - Returns: the window.
    public static func pause(_ duration: Duration) -> RaceWindow {
        RaceWindow { try? await Task.sleep(for: duration) }
    }

    /// A barrier: no call stores before that many have looked, however late they come.
    ///
    /// - Parameter count: how many calls must look; fewer calls wait for ever.
    /// - Returns: the window.
    public static func barrier(of count: Int) -> RaceWindow {
        let barrier = Barrier(count: count)
        return RaceWindow { await barrier.pass() }
    }
}

/// Holds tasks back until a number of them have come, and lets everybody through from then on.
private final class Barrier: Sendable {
    private struct State {
        var missing: Int
        var waiting: [CheckedContinuation<Void, Never>] = []
    }

    private let state: Mutex<State>

    /// A barrier before that many tasks.
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
