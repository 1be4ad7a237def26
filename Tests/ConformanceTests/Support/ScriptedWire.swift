import Conformance
import Results
import Synchronization

@testable import Conformance  // the wire is not public

/// A wire on which nothing happens but what a test says, and which takes no time.
final class ScriptedWire: Wire {
    private struct State {
        var responses: [IncomingResponse]
        var timeouts: [Duration] = []
    }

    private let state: Mutex<State>

    /// A wire.
    ///
    /// - Parameter responses: the responses in their order; when none is left, nobody listens.
    init(_ responses: [IncomingResponse]) {
        state = Mutex(State(responses: responses))
    }

    /// How long each request was allowed to take, in order.
    var timeouts: [Duration] { state.withLock(\.timeouts) }

    /// Answers with the next response.
    func attempt(_: OutgoingRequest, within timeout: Duration, isShielded _: Bool) async throws -> Conformance.Attempt {
        state.withLock { state in
            state.timeouts.append(timeout)
            guard !state.responses.isEmpty else {
                let failure = DeliveryFailure(TransportFailure(kind: .refused, message: "nobody listens"))
                return Conformance.Attempt(result: .failure(failure), end: .zero)
            }
            return Conformance.Attempt(result: .success(state.responses.removeFirst()), end: .zero)
        }
    }

    /// There is nothing to give back.
    func close() async {}
}

extension RunClock {
    /// A clock on which only waits take time, and those none of the test's.
    static func virtual() -> RunClock {
        let time = VirtualTime()
        return RunClock(now: RunClock.system.now, elapsed: { time.elapsed }) { duration in
            try Task.checkCancellation()
            time.pass(duration)
        }
    }
}

/// The time of a virtual clock.
private final class VirtualTime: Sendable {
    private let state = Mutex(Duration.zero)

    var elapsed: Duration { state.withLock(\.self) }

    func pass(_ duration: Duration) {
        state.withLock { $0 += duration }
    }
}
