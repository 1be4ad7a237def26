/// How many requests are sent in a time at most.
public struct RequestRate: Sendable, Hashable {
    /// How many requests.
    public let count: Int
    /// The time.
    public let period: Duration

    /// A rate.
    ///
    /// - Parameters:
    ///   - count: how many requests; less than 1 counts as 1.
    ///   - period: the time.
    public init(_ count: Int, per period: Duration) {
        self.count = max(1, count)
        self.period = period
    }

    /// How long after a request the next may be sent.
    var interval: Duration { period / count }
}
