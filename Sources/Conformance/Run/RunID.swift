public import Timestamps

/// The id of a run: a UUID of version 7, so that ids sort by time.
///
/// Source: RFC 9562 §5.7.
public enum RunID: Sendable {
    /// A new id.
    ///
    /// - Parameters:
    ///   - instant: when the run begins.
    ///   - generator: where the random part comes from.
    /// - Returns: the id, 36 characters in lower case.
    public static func make(at instant: Timestamp, using generator: inout some RandomNumberGenerator) -> String {
        let milliseconds = UInt64(bitPattern: instant.milliseconds) & 0xFFFF_FFFF_FFFF
        let high = milliseconds << 16 | 0x7000 | generator.next() & 0x0FFF
        let low = 0x8000_0000_0000_0000 | generator.next() & 0x3FFF_FFFF_FFFF_FFFF
        let digits = [high, low].map { word in
            let text = String(word, radix: 16)
            return String(repeating: "0", count: 16 - text.count) + text
        }.joined()
        let bounds = [0, 8, 12, 16, 20, 32]
        return zip(bounds, bounds.dropFirst()).map { digits.utf8.dropFirst($0).prefix($1 - $0) }
            .map { String(Substring($0)) }
            .joined(separator: "-")
    }
}
