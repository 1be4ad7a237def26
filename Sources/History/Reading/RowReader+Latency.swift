import Foundation
import GRDB
import Trends

extension RowReader {
    /// How long the answers of some runs took together, by operation.
    ///
    /// - Parameter runs: the rows of the runs.
    /// - Returns: the latencies by the path of the operation; of runs that tell none, nothing.
    /// - Throws: `StoreError`, or an error of the database.
    func latencies(ofRuns runs: some Sequence<Int64>) throws -> [String: LatencyHistogram] {
        let statement = try database.cachedStatement(sql: "SELECT operation, histogram FROM latency WHERE run = ?")
        var latencies: [String: LatencyHistogram] = [:]
        for run in runs {
            for row in try Row.fetchAll(statement, arguments: [run]) {
                try latencies[row["operation"], default: LatencyHistogram()].merge(histogram(row["histogram"]))
            }
        }
        return latencies
    }

    /// How long the answers of a run took, as encoded histograms.
    ///
    /// - Parameters:
    ///   - run: the row of the run.
    ///   - shard: the number of one of its shards; nil for the whole run.
    /// - Returns: the histograms, each seen to be one, by the path of the operation.
    /// - Throws: `StoreError`, or an error of the database.
    func encodedLatencies(ofRun run: Int64, shard: Int? = nil) throws -> [String: [UInt8]] {
        let rows =
            if let shard {
                try Row.fetchAll(
                    database.cachedStatement(
                        sql: "SELECT operation, histogram FROM shardLatency WHERE run = ? AND number = ?"
                    ),
                    arguments: [run, shard]
                )
            } else {
                try Row.fetchAll(
                    database.cachedStatement(sql: "SELECT operation, histogram FROM latency WHERE run = ?"),
                    arguments: [run]
                )
            }
        return try rows.reduce(into: [:]) { latencies, row in
            try latencies[row["operation"]] = histogram(row["histogram"]).encoded
        }
    }

    /// The histogram in a column.
    private func histogram(_ bytes: Data) throws -> LatencyHistogram {
        do {
            return try LatencyHistogram(decoding: Array(bytes))
        } catch {
            throw damage("column histogram of a latency: \(error)")
        }
    }
}
