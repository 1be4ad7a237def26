/// How long the answers of one operation took, night after night.
public struct LatencyLine: Sendable, Hashable {
    /// The answers of one night.
    public struct Point: Sendable, Hashable {
        /// What half of the answers did not exceed.
        public let median: Duration
        /// What 95 of 100 answers did not exceed.
        public let p95: Duration
        /// What 99 of 100 answers did not exceed.
        public let p99: Duration
        /// How many answers there were; at least 1.
        public let count: UInt64
    }

    /// The path of the operation.
    public let operation: String
    /// The nights, oldest first; nil where none was answered, or the run does not tell.
    public let points: [Point?]

    /// The last night that tells.
    public var latest: Point? { points.last { $0 != nil } ?? nil }
}

extension LatencyLine {
    /// The lines of all operations.
    ///
    /// - Parameter nights: for each night, oldest first, the latencies of each operation.
    /// - Returns: the lines, by operation.
    static func lines(of nights: [[String: LatencyHistogram]]) -> [LatencyLine] {
        Set(nights.flatMap(\.keys)).sorted().map { operation in
            LatencyLine(operation: operation, points: nights.map { $0[operation].flatMap(Point.init) })
        }
    }
}

extension LatencyLine.Point {
    /// The quantiles of a night; nil when there is no answer.
    fileprivate init?(_ histogram: LatencyHistogram) {
        guard let median = histogram.quantile(0.5), let p95 = histogram.quantile(0.95),
            let p99 = histogram.quantile(0.99)
        else { return nil }
        self.median = median
        self.p95 = p95
        self.p99 = p99
        count = histogram.count
    }
}
