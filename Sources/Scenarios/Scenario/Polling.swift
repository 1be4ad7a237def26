/// How a call is repeated until its expectations hold, for endpoints that sync in the background.
public struct Polling: Sendable, Hashable {
    /// How long it is tried.
    public let within: Duration
    /// How long to wait before the second try.
    public let every: Duration
    /// What each later wait is multiplied with; at least 1.
    public let backOff: Double

    /// A way to repeat.
    ///
    /// - Parameters:
    ///   - within: how long it is tried.
    ///   - every: how long to wait before the second try.
    ///   - backOff: what each later wait is multiplied with; at least 1.
    public init(within: Duration, every: Duration = .milliseconds(200), backOff: Double = 1) {
        self.within = within
        self.every = every
        self.backOff = backOff
    }

    /// The wait before a try.
    ///
    /// - Parameter retry: which repetition, counted from 1.
    /// - Returns: how long to wait; never more than ``within``.
    public func wait(before retry: Int) -> Duration {
        var wait = every
        for _ in 1..<max(retry, 1) where wait < within {
            wait = wait * backOff
        }
        return min(wait, within)
    }
}
