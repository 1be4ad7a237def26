import Foundation
import GRDB
import Trends

extension RowWriter {
    /// Writes how long the answers of a run took.
    ///
    /// - Parameters:
    ///   - latencies: the latencies, by the path of the operation.
    ///   - run: the run's row.
    /// - Throws: an error of the database.
    func write(_ latencies: [String: LatencyHistogram], ofRun run: Int64) throws {
        for (operation, histogram) in latencies.sorted(by: { $0.key < $1.key }) {
            try insert(
                "INSERT OR REPLACE",
                into: "latency",
                ["run": run, "operation": operation.storable, "histogram": Data(histogram.encoded)]
            )
        }
    }
}
