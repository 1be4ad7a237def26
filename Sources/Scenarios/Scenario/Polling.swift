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
        for _ in 1..<max(retry, 1) {
            guard let next = self.wait(after: wait) else { return within }
            wait = next
        }
        return min(wait, within)
    }

    /// Whether so many tries are not enough to fill the time, if every response comes at once.
    ///
    /// - Parameter count: the number of tries.
    /// - Returns: whether there are more.
    func takesMoreTries(than count: Int) -> Bool {
        var (wait, spent) = (every, every)
        for _ in 1..<max(count, 1) {
            guard spent <= within, let next = self.wait(after: wait) else { return false }
            wait = next
            spent += next
        }
        return spent <= within
    }

    /// The wait after another; nil when it is ``within`` or longer.
    private func wait(after wait: Duration) -> Duration? {
        let factor = backOff > 1 ? backOff : 1
        return (wait / .seconds(1)) * factor < within / .seconds(1) ? wait * factor : nil
    }
}
