import Foundation
public import Timestamps

/// The time as a run sees it; a parameter, so that tests need not wait.
public struct RunClock: Sendable {
    /// The time of day.
    public let now: @Sendable () -> Timestamp
    /// The time since some fixed moment; never goes back.
    public let elapsed: @Sendable () -> Duration
    /// Waits; throws `CancellationError` when the task is cancelled meanwhile.
    public let sleep: @Sendable (Duration) async throws -> Void
    /// Waits until the time of a run is over, as `sleep` does; a closure of its own, so that a clock on which waits take no
    /// time does not end the run.
    public let alarm: @Sendable (Duration) async throws -> Void

    /// A clock.
    ///
    /// - Parameters:
    ///   - now: the time of day.
    ///   - elapsed: the time since some fixed moment.
    ///   - sleep: waits.
    ///   - alarm: waits until the time of a run is over.
    public init(
        now: @escaping @Sendable () -> Timestamp,
        elapsed: @escaping @Sendable () -> Duration,
        sleep: @escaping @Sendable (Duration) async throws -> Void,
        alarm: @escaping @Sendable (Duration) async throws -> Void = { try await Task.sleep(for: $0) }
    ) {
        self.now = now
        self.elapsed = elapsed
        self.sleep = sleep
        self.alarm = alarm
    }

    /// The machine's own clocks.
    public static let system: RunClock = {
        let start = ContinuousClock.now
        return RunClock(
            now: { Timestamp(secondsSinceEpoch: Date().timeIntervalSince1970) },
            elapsed: { ContinuousClock.now - start },
            sleep: { try await Task.sleep(for: $0) }
        )
    }()
}

extension RunClock {
    /// Waits, as long as there is a point in it.
    ///
    /// - Parameters:
    ///   - duration: how long.
    ///   - end: when what is waited for must be over, on ``elapsed``, whether the task is cancelled meanwhile or not, as
    ///     cleanup must; nil for a wait that ends when the task is cancelled.
    /// - Returns: whether the wait is over; false when the task was cancelled, or at once when no time would be left.
    func wait(_ duration: Duration, shieldedUntil end: Duration? = nil) async -> Bool {
        guard let end else { return (try? await sleep(duration)) != nil }
        guard elapsed() + duration < end else { return false }
        // A task of its own is not cancelled with the one that waits for it.
        return await Task { (try? await sleep(duration)) != nil }.value
    }
}
