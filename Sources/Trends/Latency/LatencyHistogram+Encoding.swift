extension LatencyHistogram {
    /// The histogram as it is stored: a byte for the version, 1, then for each bucket that has latencies, in ascending order,
    /// how much greater its number is than that of the bucket before (for the first: its number), and its count.
    ///
    /// Both are unsigned LEB128 (DWARF 5, section 7.6) in the fewest bytes, so that equal histograms have equal bytes.
    public var encoded: [UInt8] {
        var bytes = [Self.version]
        var last = 0
        for entry in entries {
            bytes.append(leb128: UInt64(entry.bucket.number - last))
            bytes.append(leb128: entry.count)
            last = entry.bucket.number
        }
        return bytes
    }

    /// Reads a histogram as it is stored.
    ///
    /// - Parameter bytes: what `encoded` gave.
    /// - Throws: `LatencyDecodingError` when the bytes can't be that.
    public init(decoding bytes: [UInt8]) throws(LatencyDecodingError) {
        var reader = LEB128Reader(bytes)
        guard let version = reader.byte() else { throw LatencyDecodingError(offset: 0, problem: .truncated) }
        guard version == Self.version else {
            throw LatencyDecodingError(offset: 0, problem: .unknownVersion(version))
        }
        var entries: [Entry] = []
        while !reader.isAtEnd {
            let place = reader.offset
            let step = try reader.number()
            let last = entries.last?.bucket.number
            guard step <= UInt64(LatencyBucket.last - (last ?? 0)), step > 0 || last == nil else {
                throw LatencyDecodingError(offset: place, problem: .impossibleBucket)
            }
            let countPlace = reader.offset
            let count = try reader.number()
            guard count > 0 else { throw LatencyDecodingError(offset: countPlace, problem: .emptyBucket) }
            entries.append(Entry(bucket: LatencyBucket(number: (last ?? 0) + Int(step)), count: count))
        }
        self.init(entries: entries)
    }

    private static let version: UInt8 = 1
}
