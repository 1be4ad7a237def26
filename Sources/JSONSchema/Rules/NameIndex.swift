/// The positions of names in a list, found by hash and compared byte by byte.
///
/// Only names from the schema are stored, so a hostile value can't make lookups slow.
struct NameIndex: Sendable {
    /// The positions by hash, with -1 for a free slot, in a count that is a power of two.
    private let slots: [Int32]
    /// The outline of each name.
    private let outlines: [NameOutline]
    /// Each name's bytes between the outline's first and last eight; empty for names of up to 16 bytes.
    private let middles: [[UInt8]]

    /// An index of names; of equal ones the first counts.
    ///
    /// - Parameter names: the names.
    init(_ names: [String]) {
        var capacity = 4
        while capacity < names.count * 2 { capacity *= 2 }
        var slots = [Int32](repeating: -1, count: capacity)
        outlines = names.map { $0.withUTF8Bytes(NameOutline.init) }
        middles = names.map { Array($0.utf8.dropFirst(8).dropLast(8)) }
        for (position, outline) in outlines.enumerated() {
            var slot = outline.hash & (capacity - 1)
            while slots[slot] >= 0 { slot = (slot + 1) & (capacity - 1) }
            slots[slot] = Int32(position)
        }
        self.slots = slots
    }

    /// The position of a name; nil when it is not in the list.
    ///
    /// - Parameter name: the name.
    subscript(name: String) -> Int? {
        outlines.isEmpty ? nil : name.withUTF8Bytes { find($0) }
    }

    /// The position of the name with these bytes.
    private func find(_ name: UnsafeBufferPointer<UInt8>) -> Int? {
        let outline = NameOutline(name)
        var slot = outline.hash & (slots.count - 1)
        while slots[slot] >= 0 {
            let position = Int(slots[slot])
            if outlines[position] == outline, name.count <= 16 || hasMiddle(position, of: name) { return position }
            slot = (slot + 1) & (slots.count - 1)
        }
        return nil
    }

    /// Whether the bytes between the first and last eight are those of the name at that position.
    private func hasMiddle(_ position: Int, of name: UnsafeBufferPointer<UInt8>) -> Bool {
        middles[position].elementsEqual(name[8..<name.count - 8])
    }
}

extension String {
    /// Calls a closure with the string's UTF-8 bytes, in place where that is possible.
    ///
    /// - Parameter body: what to do with the bytes, which it must not keep.
    /// - Returns: what the closure returns.
    @inline(__always)
    func withUTF8Bytes<Result>(_ body: (UnsafeBufferPointer<UInt8>) -> Result) -> Result {
        utf8.withContiguousStorageIfAvailable(body) ?? Array(utf8).withUnsafeBufferPointer(body)
    }
}
