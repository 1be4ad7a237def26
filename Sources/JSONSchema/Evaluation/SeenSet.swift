/// The positions of the members or items of one value that a keyword has evaluated.
struct SeenSet: Sendable {
    /// Whether a schema listed members, so that those not seen are undocumented.
    var listsMembers = false
    /// Whether all positions are seen.
    private(set) var isFull = false
    /// The first 64 positions.
    private var word: UInt64 = 0
    /// The further ones, 64 each.
    private var more: [UInt64] = []

    /// Whether the position has been evaluated.
    func contains(_ position: Int) -> Bool {
        if isFull { return true }
        if position < 64 { return word & (1 << UInt64(position)) != 0 }
        let index = position / 64 - 1
        return index < more.count && more[index] & (1 << UInt64(position % 64)) != 0
    }

    /// Marks the position.
    @inline(__always)
    mutating func insert(_ position: Int) {
        if position < 64 { word |= 1 << UInt64(position) } else { insertMore(position) }
    }

    /// Marks one of the further positions.
    private mutating func insertMore(_ position: Int) {
        let index = position / 64 - 1
        while more.count <= index { more.append(0) }
        more[index] |= 1 << UInt64(position % 64)
    }

    /// Marks all positions.
    mutating func fill() { isFull = true }

    /// Marks what the other set has marked.
    mutating func merge(_ other: SeenSet) {
        listsMembers = listsMembers || other.listsMembers
        isFull = isFull || other.isFull
        word |= other.word
        while more.count < other.more.count { more.append(0) }
        for index in other.more.indices { more[index] |= other.more[index] }
    }

    /// Whether the first `count` positions are all marked.
    func covers(_ count: Int) -> Bool {
        if isFull || count == 0 { return true }
        if count <= 64 { return word == UInt64.max >> UInt64(64 - count) }
        return (0..<count).allSatisfy(contains)
    }
}
