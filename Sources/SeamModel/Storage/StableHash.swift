/// A hash that is the same in every process: FNV-1a with 64 bits.
struct StableHash {
    /// The hash of what was taken in so far.
    private(set) var value: UInt64 = 0xCBF2_9CE4_8422_2325

    /// Takes in bytes.
    mutating func combine(_ bytes: some Sequence<UInt8>) {
        for byte in bytes {
            value = (value ^ UInt64(byte)) &* 0x0000_0100_0000_01B3
        }
    }

    /// Takes in a text, and its end, so that `ab` + `c` differs from `a` + `bc`.
    mutating func combine(_ text: String) {
        combine(text.utf8)
        combine(CollectionOfOne(0xFF))
    }
}
