import Foundation
import GRDB
import Trends

extension RowWriter {
    /// Writes how long the answers of a run took.
    ///
    /// - Parameters:
    ///   - latencies: the latencies.
    ///   - run: the run's row.
    /// - Throws: an error of the database.
    func write(_ latencies: LatencyTally, ofRun run: Int64) throws {
        for (operation, histogram) in latencies.histograms.sorted(by: { $0.key < $1.key }) {
            try insert(
                "INSERT OR REPLACE",
                into: "latency",
                ["run": run, "operation": operation.storable, "histogram": Data(histogram.encoded)]
            )
        }
    }
}
