/// How long answers took: counts of latencies, kept so sparsely that thousands of them are stored and merged in no time.
///
/// Latencies are rounded to buckets of less than 0.8 % (see the documentation of Trends). Merging is adding counts, so it
/// gives the same whatever the order.
public struct LatencyHistogram: Sendable, Hashable {
    /// A bucket with at least one latency.
    struct Entry: Sendable, Hashable {
        /// The bucket.
        let bucket: LatencyBucket
        /// How many latencies it has; at least 1.
        var count: UInt64
    }

    /// The buckets that have latencies, the shortest first.
    private(set) var entries: [Entry]
    /// How many latencies were recorded; beyond `UInt64.max` it is not counted on.
    public private(set) var count: UInt64

    /// A histogram without latencies.
    public init() {
        entries = []
        count = 0
    }

    /// A histogram of these latencies.
    ///
    /// - Parameter latencies: the latencies, in any order.
    public init(_ latencies: some Sequence<Duration>) {
        self.init()
        for latency in latencies { record(latency) }
    }

    /// A histogram of entries that are in order.
    ///
    /// - Parameter entries: buckets in ascending order, each once.
    init(entries: [Entry]) {
        self.entries = entries
        count = entries.reduce(0) { $0.adding($1.count) }
    }

    /// Counts one more latency.
    ///
    /// - Parameter latency: the latency; one below zero counts as zero, and what is finer than a microsecond is cut off.
    public mutating func record(_ latency: Duration) {
        let bucket = LatencyBucket(microseconds: latency.wholeMicroseconds)
        let place = entries.partitionPoint { $0.bucket.number >= bucket.number }
        if place < entries.endIndex, entries[place].bucket == bucket {
            entries[place].count = entries[place].count.adding(1)
        } else {
            entries.insert(Entry(bucket: bucket, count: 1), at: place)
        }
        count = count.adding(1)
    }

    /// Adds all latencies of another histogram.
    ///
    /// - Parameter other: the other histogram.
    public mutating func merge(_ other: LatencyHistogram) {
        var merged: [Entry] = []
        merged.reserveCapacity(entries.count + other.entries.count)
        var rest = other.entries[...]
        for entry in entries {
            while let next = rest.first, next.bucket.number < entry.bucket.number {
                merged.append(rest.removeFirst())
            }
            if let next = rest.first, next.bucket == entry.bucket {
                merged.append(Entry(bucket: entry.bucket, count: entry.count.adding(next.count)))
                rest.removeFirst()
            } else {
                merged.append(entry)
            }
        }
        entries = merged + rest
        count = count.adding(other.count)
    }

    /// The latency that a share of all answers did not exceed; nil when there are none.
    ///
    /// - Parameter share: the share, 0 to 1, such as 0.95 for the 95th percentile.
    /// - Returns: the greatest latency of the bucket in which the latency of that rank is (rank `⌈share × count⌉`, at least 1).
    public func quantile(_ share: Double) -> Duration? {
        let rank = max(1, (share * Double(count)).rounded(.up))
        var below = 0.0
        for entry in entries {
            below += Double(entry.count)
            if below >= rank { return .microseconds(entry.bucket.highest) }
        }
        return entries.last.map { .microseconds($0.bucket.highest) }
    }
}

extension UInt64 {
    /// The sum, or the greatest number that there is.
    func adding(_ other: UInt64) -> UInt64 {
        let (sum, isTooMuch) = addingReportingOverflow(other)
        return isTooMuch ? .max : sum
    }
}

extension Duration {
    /// Whole microseconds, rounded down; 0 below zero, and the greatest number when it is out of range.
    fileprivate var wholeMicroseconds: UInt64 {
        guard self > .zero else { return 0 }
        let (seconds, attoseconds) = components
        let (whole, isTooLong) = UInt64(seconds).multipliedReportingOverflow(by: 1_000_000)
        let (sum, isOutside) = whole.addingReportingOverflow(UInt64(attoseconds / 1_000_000_000_000))
        return isTooLong || isOutside ? .max : sum
    }
}

extension Array {
    /// The first place from which on the condition holds, when it holds for all elements from some place on.
    fileprivate func partitionPoint(where holds: (Element) -> Bool) -> Index {
        var low = startIndex
        var high = endIndex
        while low < high {
            let middle = low + (high - low) / 2
            if holds(self[middle]) { high = middle } else { low = middle + 1 }
        }
        return low
    }
}
