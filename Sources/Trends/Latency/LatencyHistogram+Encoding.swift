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
    public init(decoding bytes: some Collection<UInt8>) throws(LatencyDecodingError) {
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

/// Bytes that are no stored histogram.
public struct LatencyDecodingError: Error, Sendable, Hashable, CustomStringConvertible {
    /// What is wrong.
    public enum Problem: Sendable, Hashable {
        /// They end in the midst of something.
        case truncated
        /// They were written by a version that is not known here.
        case unknownVersion(UInt8)
        /// A bucket is not greater than the one before, or greater than the last that there is.
        case impossibleBucket
        /// A bucket has the count 0, which is not written.
        case emptyBucket
        /// A number has more bytes than it needs, or than 64 bits have.
        case malformedNumber
    }

    /// Where, counted in bytes from 0.
    public let offset: Int
    /// What is wrong.
    public let problem: Problem

    /// What is wrong and where, for a person.
    public var description: String {
        let words =
            switch problem {
            case .truncated: "it ends too early"
            case .unknownVersion(let version): "its version is \(version), and only 1 is known: use a newer seamcheck"
            case .impossibleBucket: "a bucket is out of order or out of range"
            case .emptyBucket: "a bucket is empty"
            case .malformedNumber: "a number is not written in the fewest bytes, or too great"
            }
        return "can't read a latency histogram: at byte \(offset) \(words)"
    }
}
