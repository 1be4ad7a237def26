public import Results

/// Which runs a trend is about, and how many it leaves out.
public struct TrendScope: Sendable, Hashable {
    /// The labels by which they were chosen: every run has them; empty when they were chosen by none.
    public let labels: [Label]
    /// Whether they are of the embedded reference server.
    public let isEmbedded: Bool
    /// How many runs of that sort are older than those that were looked at.
    public let olderCount: Int
    /// How many other runs the store has: with other labels, or not of the same sort of endpoint.
    public let elsewhereCount: Int

    /// A scope.
    ///
    /// - Parameters:
    ///   - labels: the labels by which the runs were chosen.
    ///   - isEmbedded: whether they are of the embedded reference server.
    ///   - olderCount: how many such runs are older than those that were looked at.
    ///   - elsewhereCount: how many other runs the store has.
    public init(labels: [Label] = [], isEmbedded: Bool = false, olderCount: Int = 0, elsewhereCount: Int = 0) {
        self.labels = labels
        self.isEmbedded = isEmbedded
        self.olderCount = olderCount
        self.elsewhereCount = elsewhereCount
    }
}
