/// The positions of names in a list, found by hash and compared byte by byte.
///
/// Only names from the schema are stored, so a hostile value can't make lookups slow.
struct NameIndex: Sendable {
    /// The positions by hash, with -1 for a free slot, in a count that is a power of two.
    private let slots: [Int32]
    /// All names' bytes, one after the other.
    private let bytes: [UInt8]
    /// Where each name starts in the bytes, and behind the last one, where it ends.
    private let offsets: [Int]

    /// An index of names; of equal ones the first counts.
    ///
    /// - Parameter names: the names.
    init(_ names: [String]) {
        var capacity = 4
        while capacity < names.count * 2 { capacity *= 2 }
        var slots = [Int32](repeating: -1, count: capacity)
        var bytes: [UInt8] = []
        var offsets = [0]
        for (position, name) in names.enumerated() {
            var slot = name.withUTF8Bytes { Self.hash($0) } & (capacity - 1)
            while slots[slot] >= 0 { slot = (slot + 1) & (capacity - 1) }
            slots[slot] = Int32(position)
            bytes.append(contentsOf: name.utf8)
            offsets.append(bytes.count)
        }
        self.slots = slots
        self.bytes = bytes
        self.offsets = offsets
    }

    /// The position of a name; nil when it is not in the list.
    ///
    /// - Parameter name: the name.
    subscript(name: String) -> Int? {
        offsets.count == 1 ? nil : name.withUTF8Bytes { find($0) }
    }

    /// The position of the name with these bytes.
    private func find(_ name: UnsafeBufferPointer<UInt8>) -> Int? {
        var slot = Self.hash(name) & (slots.count - 1)
        while slots[slot] >= 0 {
            let position = Int(slots[slot])
            if isEqual(position, name) { return position }
            slot = (slot + 1) & (slots.count - 1)
        }
        return nil
    }

    /// Whether the name at that position has these bytes.
    private func isEqual(_ position: Int, _ name: UnsafeBufferPointer<UInt8>) -> Bool {
        let start = offsets[position]
        guard offsets[position + 1] - start == name.count else { return false }
        return bytes.withUnsafeBytes { bytes in
            let name = UnsafeRawBufferPointer(name)
            var index = 0
            while index + 8 <= name.count {
                let word = bytes.loadUnaligned(fromByteOffset: start + index, as: UInt64.self)
                guard word == name.loadUnaligned(fromByteOffset: index, as: UInt64.self) else { return false }
                index += 8
            }
            while index < name.count {
                guard bytes[start + index] == name[index] else { return false }
                index += 1
            }
            return true
        }
    }

    /// A hash of the length and of the first and last eight bytes.
    private static func hash(_ name: UnsafeBufferPointer<UInt8>) -> Int {
        let raw = UnsafeRawBufferPointer(name)
        var word = UInt64(truncatingIfNeeded: name.count)
        if name.count >= 8 {
            word = (word ^ raw.loadUnaligned(as: UInt64.self)) &* 0x9E37_79B9_7F4A_7C15
            word ^= raw.loadUnaligned(fromByteOffset: name.count - 8, as: UInt64.self)
        } else {
            for byte in name { word = word << 8 ^ UInt64(byte) }
        }
        word = (word ^ word >> 29) &* 0xBF58_476D_1CE4_E5B9
        return Int(truncatingIfNeeded: word >> 33)
    }
}

extension String {
    /// Calls a closure with the string's UTF-8 bytes, in place where that is possible.
    ///
    /// - Parameter body: what to do with the bytes, which it must not keep.
    /// - Returns: what the closure returns.
    func withUTF8Bytes<Result>(_ body: (UnsafeBufferPointer<UInt8>) -> Result) -> Result {
        utf8.withContiguousStorageIfAvailable(body) ?? Array(utf8).withUnsafeBufferPointer(body)
    }
}
