public import Trends

/// How long the answers of an endpoint take, by operation, and what of it changed.
public struct LatencyReport: Sendable, Hashable {
    /// An operation in the latest runs, and before.
    public struct Operation: Sendable, Hashable {
        /// The path of the operation.
        public let path: String
        /// The latencies in the latest runs; empty when it was not answered in them.
        public let latencies: LatencyHistogram
        /// The latencies in the runs before; empty when it was not answered in them.
        public let earlier: LatencyHistogram
        /// How each quantile of ``LatencyReport/shares`` that is compared moved, in their order; empty when there is nothing to
        /// compare with.
        public let moves: [Move]
    }

    /// How one quantile moved.
    public struct Move: Sendable, Hashable {
        /// Which quantile, such as 0.95.
        public let share: Double
        /// From where to where, and whether that is real.
        public let comparison: LatencyComparison
    }

    /// The quantiles that are compared: half of all answers are as fast, and 95 %.
    public static let shares = [0.5, 0.95]
    /// The part by which a quantile may grow or shrink.
    public static let tolerance = 0.1
    /// How probable it is at most that luck alone makes any change of a report seem real.
    public static let significance = 0.01

    /// The operations, by path.
    public let operations: [Operation]

    /// Compares latencies.
    ///
    /// The significance is divided by the number of comparisons, so that it holds for the report as a whole (Bonferroni).
    /// - Parameters:
    ///   - latencies: how long the answers of the latest runs took, by the path of the operation.
    ///   - earlier: how long those of the runs before took.
    public init(_ latencies: [String: LatencyHistogram], earlier: [String: LatencyHistogram]) {
        let compared = latencies.keys.count { earlier[$0] != nil }
        let significance = Self.significance / Double(max(1, compared * Self.shares.count))
        operations = Set(latencies.keys).union(earlier.keys).sorted().map { path in
            let (old, new) = (earlier[path] ?? LatencyHistogram(), latencies[path] ?? LatencyHistogram())
            let moves = Self.shares.compactMap { share in
                LatencyComparison(old, new, share: share, tolerance: Self.tolerance, significance: significance)
                    .map { Move(share: share, comparison: $0) }
            }
            return Operation(path: path, latencies: new, earlier: old, moves: moves)
        }
    }
}

extension LatencyReport.Operation {
    /// The quantiles that really moved.
    public var realMoves: [LatencyReport.Move] {
        moves.filter { [.slower, .faster].contains($0.comparison.change) }
    }
}
