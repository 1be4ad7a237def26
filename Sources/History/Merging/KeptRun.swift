import Results
import Trends

/// A run as it is merged: of a suite that was not split, or of shards.
enum KeptRun: Equatable {
    /// Of a suite that was not split, with how long the answers of each operation took, as encoded histograms.
    case whole(RunRecord, latencies: [String: [UInt8]])
    /// Of shards.
    case sharded(ShardedRun)

    /// The run with what another record of it says.
    ///
    /// - Parameter other: the other, with the same id after a merge.
    /// - Returns: the same for every order and repetition.
    func joined(with other: KeptRun) -> KeptRun {
        switch (self, other) {
        case (.whole(let mine, let latencies), .whole(let theirs, let others)):
            if mine == theirs { return latencies.precedes(others) ? other : self }
            return mine.joined(with: theirs) == mine ? self : other
        case (.sharded(var mine), .sharded(let theirs)):
            mine.join(theirs)
            return .sharded(mine)
        case (.whole, .sharded): return other
        case (.sharded, .whole): return self
        }
    }

    /// Writes the run.
    ///
    /// - Parameters:
    ///   - rows: where to.
    ///   - place: its place in the order of the runs; nil for the one after all others.
    /// - Throws: an error of the database, or `LatencyDecodingError`.
    func write(into rows: RowWriter, at place: Int64?) throws {
        switch self {
        case .whole(let record, let latencies): try rows.write(record, latencies: latencies, at: place)
        case .sharded(let run): try rows.write(run, at: place)
        }
    }
}

extension [String: [UInt8]] {
    /// Whether others tell more, or come later in an order of content alone.
    fileprivate func precedes(_ others: Self) -> Bool {
        if count != others.count { return count < others.count }
        let pairs = zip(sorted { $0.key < $1.key }, others.sorted { $0.key < $1.key })
        guard let (mine, theirs) = pairs.first(where: { $0.key != $1.key || $0.value != $1.value }) else {
            return false
        }
        return mine.key == theirs.key ? mine.value.lexicographicallyPrecedes(theirs.value) : mine.key < theirs.key
    }
}
