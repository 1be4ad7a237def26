/// The length of a name and its first and last eight bytes, which may overlap: all of it up to 16 bytes.
struct NameOutline: Sendable, Equatable {
    private let count: Int
    private let start: UInt64
    private let end: UInt64

    /// The outline of a name.
    ///
    /// One of fewer than eight bytes is all in the start: its two halves of four, or its bytes.
    @inline(__always)
    init(_ name: UnsafeBufferPointer<UInt8>) {
        let bytes = UnsafeRawBufferPointer(name)
        count = bytes.count
        if count >= 8 {
            start = bytes.loadUnaligned(as: UInt64.self)
            end = bytes.loadUnaligned(fromByteOffset: count - 8, as: UInt64.self)
        } else if count >= 4 {
            let first = bytes.loadUnaligned(as: UInt32.self)
            let last = bytes.loadUnaligned(fromByteOffset: count - 4, as: UInt32.self)
            start = UInt64(first) | UInt64(last) << 32
            end = 0
        } else {
            start = bytes.reduce(0) { $0 << 8 | UInt64($1) }
            end = 0
        }
    }

    /// A hash that is not negative.
    var hash: Int {
        var word = (start ^ UInt64(truncatingIfNeeded: count)) &* 0x9E37_79B9_7F4A_7C15 ^ end
        word = (word ^ word >> 29) &* 0xBF58_476D_1CE4_E5B9
        return Int(truncatingIfNeeded: word >> 33)
    }
}
