/// A small hash table from member names to their schemas, compared byte by byte.
///
/// Only names from the schema are stored, so a hostile value can't make lookups slow.
struct MemberTable: Sendable {
    /// One name.
    struct Entry: Sendable {
        /// The name.
        let name: String
        /// The schema of `properties`; nil when only `required` names it.
        let node: SchemaNode?
        /// Whether `required` names it.
        let isRequired: Bool
    }

    /// The names, in the order of the schema.
    let entries: [Entry]
    /// How many entries are required.
    let requiredCount: Int
    /// The entries' numbers by hash, with -1 for a free slot, in a count that is a power of two.
    private let slots: [Int32]
    /// All names' bytes, one after the other.
    private let bytes: [UInt8]
    /// Where each name starts in the bytes, and behind the last one, where it ends.
    private let offsets: [Int]

    /// A table of names that all differ.
    ///
    /// - Parameter entries: the names and their schemas.
    init(_ entries: [Entry]) {
        self.entries = entries
        requiredCount = entries.count { $0.isRequired }
        var capacity = 4
        while capacity < entries.count * 2 { capacity *= 2 }
        var slots = [Int32](repeating: -1, count: capacity)
        var bytes: [UInt8] = []
        var offsets = [0]
        for (index, entry) in entries.enumerated() {
            var slot = Array(entry.name.utf8).withUnsafeBufferPointer { Self.hash($0) } & (capacity - 1)
            while slots[slot] >= 0 { slot = (slot + 1) & (capacity - 1) }
            slots[slot] = Int32(index)
            bytes.append(contentsOf: entry.name.utf8)
            offsets.append(bytes.count)
        }
        self.slots = slots
        self.bytes = bytes
        self.offsets = offsets
    }

    /// The number of the entry of that name; nil when there is none.
    ///
    /// - Parameter name: the name.
    /// - Returns: an index of ``entries``.
    func index(of name: String) -> Int? {
        guard !entries.isEmpty else { return nil }
        if let found = name.utf8.withContiguousStorageIfAvailable({ find($0) }) { return found }
        return Array(name.utf8).withUnsafeBufferPointer { find($0) }
    }

    /// The number of the entry with that name.
    private func find(_ name: UnsafeBufferPointer<UInt8>) -> Int? {
        var slot = Self.hash(name) & (slots.count - 1)
        while slots[slot] >= 0 {
            let index = Int(slots[slot])
            if isEqual(index, name) { return index }
            slot = (slot + 1) & (slots.count - 1)
        }
        return nil
    }

    /// Whether the entry has that name.
    private func isEqual(_ index: Int, _ name: UnsafeBufferPointer<UInt8>) -> Bool {
        let start = offsets[index]
        guard offsets[index + 1] - start == name.count else { return false }
        for position in 0..<name.count where bytes[start + position] != name[position] { return false }
        return true
    }

    /// The FNV-1a hash.
    private static func hash(_ name: UnsafeBufferPointer<UInt8>) -> Int {
        var hash: UInt64 = 0xCBF2_9CE4_8422_2325
        for byte in name { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
        return Int(truncatingIfNeeded: (hash ^ (hash >> 32)) & 0x7FFF_FFFF)
    }
}
