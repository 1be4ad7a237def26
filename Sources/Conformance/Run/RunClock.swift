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

    /// A clock.
    ///
    /// - Parameters:
    ///   - now: the time of day.
    ///   - elapsed: the time since some fixed moment.
    ///   - sleep: waits.
    public init(
        now: @escaping @Sendable () -> Timestamp,
        elapsed: @escaping @Sendable () -> Duration,
        sleep: @escaping @Sendable (Duration) async throws -> Void
    ) {
        self.now = now
        self.elapsed = elapsed
        self.sleep = sleep
    }

    /// The machine's own clocks.
    public static let system: RunClock = {
        let start = ContinuousClock.now
        return RunClock(
            now: { Timestamp(nanoseconds: Int64(Date().timeIntervalSince1970 * 1_000_000_000)) },
            elapsed: { ContinuousClock.now - start },
            sleep: { try await Task.sleep(for: $0) }
        )
    }()
}
