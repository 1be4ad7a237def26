/// A keyed hash of short texts, from which nobody without the key learns anything of them.
///
/// Source: J.-P. Aumasson and D. J. Bernstein, "SipHash: a fast short-input PRF", 2012 (SipHash-2-4).
struct SipHash: Sendable, Hashable {
    private let key: (low: UInt64, high: UInt64)

    /// A hash under a key.
    ///
    /// - Parameters:
    ///   - low: the first half of the key.
    ///   - high: the second half.
    init(low: UInt64, high: UInt64) {
        key = (low, high)
    }

    static func == (left: SipHash, right: SipHash) -> Bool { left.key == right.key }

    func hash(into hasher: inout Hasher) {
        hasher.combine(key.low)
        hasher.combine(key.high)
    }

    /// The hash of some bytes.
    ///
    /// - Parameter bytes: the bytes.
    /// - Returns: the hash.
    func value(of bytes: [UInt8]) -> UInt64 { bytes.withUnsafeBufferPointer { value(of: $0) } }

    /// The hash of some bytes.
    func value(of bytes: UnsafeBufferPointer<UInt8>) -> UInt64 {
        var (a, b) = (key.low ^ 0x736F_6D65_7073_6575, key.high ^ 0x646F_7261_6E64_6F6D)
        var (c, d) = (key.low ^ 0x6C79_6765_6E65_7261, key.high ^ 0x7465_6462_7974_6573)
        func rotated(_ word: UInt64, _ count: UInt64) -> UInt64 { word << count | word >> (64 - count) }
        func mix(_ rounds: Int) {
            for _ in 0..<rounds {
                a = a &+ b
                b = rotated(b, 13) ^ a
                a = rotated(a, 32)
                c = c &+ d
                d = rotated(d, 16) ^ c
                a = a &+ d
                d = rotated(d, 21) ^ a
                c = c &+ b
                b = rotated(b, 17) ^ c
                c = rotated(c, 32)
            }
        }
        func take(_ word: UInt64) {
            d ^= word
            mix(2)
            a ^= word
        }
        let source = UnsafeRawBufferPointer(bytes)
        var start = 0
        while start + 8 <= source.count {
            take(UInt64(littleEndian: source.loadUnaligned(fromByteOffset: start, as: UInt64.self)))
            start += 8
        }
        var last = UInt64(source.count & 0xFF) << 56
        for index in start..<source.count { last |= UInt64(source[index]) << UInt64(8 * (index - start)) }
        take(last)
        c ^= 0xFF
        mix(4)
        return a ^ b ^ c ^ d
    }
}
