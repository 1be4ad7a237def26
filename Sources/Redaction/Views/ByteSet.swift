/// Which bytes stand in a text, so that a finder that needs one that does not is not asked.
struct ByteSet {
    private var low: (UInt64, UInt64) = (0, 0)

    /// The ASCII bytes in a text.
    ///
    /// - Parameter bytes: the text.
    init(of bytes: UnsafeBufferPointer<UInt8>) {
        withUnsafeTemporaryAllocation(of: Bool.self, capacity: 256) { present in
            present.initialize(repeating: false)
            for byte in bytes { present[Int(byte)] = true }
            for byte in 0..<64 {
                if present[byte] { low.0 |= 1 << UInt64(byte) }
                if present[byte + 64] { low.1 |= 1 << UInt64(byte) }
            }
        }
    }

    /// Whether an ASCII character stands in the text.
    func contains(_ scalar: Unicode.Scalar) -> Bool {
        let byte = UInt64(scalar.value)
        return byte < 64 ? low.0 >> byte & 1 == 1 : low.1 >> (byte - 64) & 1 == 1
    }

    /// Whether any of some ASCII characters stands in the text.
    func containsAny(of scalars: String) -> Bool { scalars.unicodeScalars.contains(where: contains) }

    /// Whether all of some ASCII characters stand in the text.
    func containsAll(of scalars: String) -> Bool { scalars.unicodeScalars.allSatisfy(contains) }
}
