/// Finds the members of an object by their names: one by one in small objects, through a hash table in large ones.
///
/// The hash is seeded anew in every process: nobody outside can choose names that collide.
struct JSONMemberIndex {
    /// The most members that are looked through one by one.
    static let smallCount = 32

    /// A place and one more in the slots that hold a member, 0 in those that do not; empty for a small object.
    private var slots: [UInt32] = []

    /// The index of an object without members.
    init() {}

    /// The index of these members.
    ///
    /// - Parameter members: the members, no two with the same name.
    @inline(__always)
    init(of members: [JSONObject.Member]) {
        if members.count > JSONMemberIndex.smallCount { rebuild(members) }
    }

    /// Where the member of that name stands; nil when there is none.
    func place(of key: String, in members: [JSONObject.Member]) -> Int? {
        guard !slots.isEmpty else { return members.firstIndex { $0.key.hasSameScalars(as: key) } }
        var slot = firstSlot(of: key)
        while slots[slot] != 0 {
            let place = Int(slots[slot]) - 1
            if members[place].key.hasSameScalars(as: key) { return place }
            slot = (slot + 1) & (slots.count - 1)
        }
        return nil
    }

    /// Takes the last member in.
    mutating func noteAppended(to members: [JSONObject.Member]) {
        guard members.count > JSONMemberIndex.smallCount else { return }
        if members.count * 2 > slots.count {
            rebuild(members)
        } else {
            insert(members[members.count - 1].key, place: members.count - 1)
        }
    }

    @inline(never)
    private mutating func rebuild(_ members: [JSONObject.Member]) {
        var capacity = 128
        while capacity < members.count * 2 { capacity *= 2 }
        slots = Array(repeating: 0, count: capacity)
        for place in members.indices {
            insert(members[place].key, place: place)
        }
    }

    private mutating func insert(_ key: String, place: Int) {
        var slot = firstSlot(of: key)
        while slots[slot] != 0 {
            slot = (slot + 1) & (slots.count - 1)
        }
        slots[slot] = UInt32(place + 1)
    }

    private func firstSlot(of key: String) -> Int {
        var hasher = Hasher()
        key.hashScalars(into: &hasher)
        return hasher.finalize() & (slots.count - 1)
    }
}
