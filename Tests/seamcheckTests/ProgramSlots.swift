import Foundation
import Synchronization

/// How many programs may run at once: more than the machine has cores would only take the time from one another.
final class ProgramSlots: Sendable {
    private struct State {
        var free: Int
        var waiting: [CheckedContinuation<Void, Never>] = []
    }

    /// The slots of all tests: two for each core, since a program waits for an endpoint half of its time.
    static let shared = ProgramSlots(count: 2 * ProcessInfo.processInfo.activeProcessorCount)

    private let state: Mutex<State>

    /// Slots that are all free.
    ///
    /// - Parameter count: how many.
    init(count: Int) {
        state = Mutex(State(free: max(1, count)))
    }

    /// Waits for a slot and takes it; who came first gets the first.
    func take() async {
        await withCheckedContinuation { continuation in
            let isFree = state.withLock { state in
                guard state.free > 0 else {
                    state.waiting.append(continuation)
                    return false
                }
                state.free -= 1
                return true
            }
            if isFree { continuation.resume() }
        }
    }

    /// Gives a slot back, to the first who waits for one.
    func giveBack() {
        let next = state.withLock { state -> CheckedContinuation<Void, Never>? in
            guard state.waiting.isEmpty else { return state.waiting.removeFirst() }
            state.free += 1
            return nil
        }
        next?.resume()
    }
}
