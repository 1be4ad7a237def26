/// Finds names in a list: one by one in a small list, through a hash table in a large one.
///
/// The hash is seeded anew in every process: nobody outside can choose names that collide.
struct JSONNameIndex {
    /// The most names that are looked through one by one.
    static let smallCount = 32

    /// A place and one more in the slots that hold a name, 0 in those that do not; empty for a small list.
    private var slots: [UInt32] = []

    /// The index of an empty list.
    init() {}

    /// The index of these names.
    ///
    /// - Parameter names: the names, all different.
    @inline(__always)
    init(of names: [String]) {
        if names.count > JSONNameIndex.smallCount { rebuild(names) }
    }

    /// Where that name stands; nil when there is none.
    func place(of name: String, in names: [String]) -> Int? {
        guard !slots.isEmpty else { return names.firstIndex { $0.hasSameScalars(as: name) } }
        var slot = firstSlot(of: name)
        while slots[slot] != 0 {
            let place = Int(slots[slot]) - 1
            if names[place].hasSameScalars(as: name) { return place }
            slot = (slot + 1) & (slots.count - 1)
        }
        return nil
    }

    /// Takes the last name in.
    mutating func noteAppended(to names: [String]) {
        guard names.count > JSONNameIndex.smallCount else { return }
        if names.count * 2 > slots.count {
            rebuild(names)
        } else {
            insert(names[names.count - 1], place: names.count - 1)
        }
    }

    @inline(never)
    private mutating func rebuild(_ names: [String]) {
        var capacity = 128
        while capacity < names.count * 2 { capacity *= 2 }
        slots = Array(repeating: 0, count: capacity)
        for place in names.indices {
            insert(names[place], place: place)
        }
    }

    private mutating func insert(_ name: String, place: Int) {
        var slot = firstSlot(of: name)
        while slots[slot] != 0 {
            slot = (slot + 1) & (slots.count - 1)
        }
        slots[slot] = UInt32(place + 1)
    }

    private func firstSlot(of name: String) -> Int {
        var hasher = Hasher()
        name.hashScalars(into: &hasher)
        return hasher.finalize() & (slots.count - 1)
    }
}
