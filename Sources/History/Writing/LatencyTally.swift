import Results
import Trends

/// How long the answers of a run took, by operation.
///
/// Counted is every answer of an operation, whatever its status and whatever it was asked for; one that did not arrive has no
/// latency.
struct LatencyTally {
    /// The latencies by the path of the operation.
    private(set) var histograms: [String: LatencyHistogram] = [:]

    /// Notes an exchange.
    ///
    /// - Parameter exchange: the exchange.
    mutating func note(_ exchange: Exchange) {
        guard let operation = exchange.operation, exchange.response != nil else { return }
        histograms[operation, default: LatencyHistogram()].record(exchange.duration)
    }
}
