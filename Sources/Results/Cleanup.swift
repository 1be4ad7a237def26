/// How much a run created in the endpoint, and what became of it.
public struct Cleanup: Sendable, Hashable {
    /// Things of one kind that were left for one reason.
    public struct Leftover: Sendable, Hashable {
        /// The path of the operations on such things, such as `/acs/users`.
        public let namespace: String
        /// Why they were left, as a lower-case fragment.
        public let reason: String
        /// How many there are; at least 1.
        public internal(set) var count: Int
        /// The names of the first of them, ``nameLimit`` at most.
        public internal(set) var names: [String]

        /// Things that were left.
        ///
        /// - Parameters:
        ///   - namespace: the path of the operations on such things.
        ///   - reason: why they were left.
        ///   - count: how many there are.
        ///   - names: the names of the first of them.
        public init(namespace: String, reason: String, count: Int, names: [String]) {
            self.namespace = namespace
            self.reason = reason
            self.count = count
            self.names = names
        }
    }

    /// How many names are kept of things that were left for one reason.
    public static let nameLimit = 5
    /// How many kinds and reasons are told apart; further ones count under the last.
    public static let leftoverLimit = 50

    /// How many things were created.
    public private(set) var created: Int
    /// How many of them were deleted, by a case or at its end.
    public private(set) var deleted: Int
    /// What was left, in the order in which each kind and reason came up first.
    public private(set) var leftovers: [Leftover]

    /// A count.
    ///
    /// - Parameters:
    ///   - created: how many things were created.
    ///   - deleted: how many of them were deleted.
    ///   - leftovers: what was left.
    public init(created: Int = 0, deleted: Int = 0, leftovers: [Leftover] = []) {
        self.created = created
        self.deleted = deleted
        self.leftovers = leftovers
    }

    /// How many things were left.
    public var left: Int { leftovers.reduce(0) { $0 + $1.count } }

    /// Counts something that was created and deleted.
    public mutating func noteDeleted() {
        created += 1
        deleted += 1
    }

    /// Counts something that was created and left.
    ///
    /// - Parameters:
    ///   - name: what it is called.
    ///   - namespace: the path of the operations on such things.
    ///   - reason: why it was left.
    public mutating func noteLeft(_ name: String, of namespace: String, because reason: String) {
        created += 1
        note(Leftover(namespace: namespace, reason: reason, count: 1, names: [name]))
    }

    /// Counts something as left that was counted as deleted before.
    ///
    /// - Parameters:
    ///   - name: what it is called.
    ///   - namespace: the path of the operations on such things.
    ///   - reason: why it is still there.
    public mutating func noteUndeleted(_ name: String, of namespace: String, because reason: String) {
        deleted = max(0, deleted - 1)
        note(Leftover(namespace: namespace, reason: reason, count: 1, names: [name]))
    }

    /// Takes back that something was left, since it was found to be something that is counted by itself.
    ///
    /// - Parameters:
    ///   - name: what it was called.
    ///   - namespace: the path of the operations on such things.
    ///   - reason: why it was left.
    public mutating func takeBackLeft(_ name: String, of namespace: String, because reason: String) {
        let own = leftovers.firstIndex { $0.namespace == namespace && $0.reason == reason }
        guard let place = own ?? leftovers.indices.last else { return }
        created = max(0, created - 1)
        leftovers[place].count -= 1
        if let index = leftovers[place].names.firstIndex(of: name) { leftovers[place].names.remove(at: index) }
        if leftovers[place].count == 0 { leftovers.remove(at: place) }
    }

    /// Takes in the count of another part of the run.
    ///
    /// - Parameter other: the other count.
    public mutating func add(_ other: Cleanup) {
        created += other.created
        deleted += other.deleted
        for leftover in other.leftovers { note(leftover) }
    }

    private mutating func note(_ leftover: Leftover) {
        let place = leftovers.firstIndex { $0.namespace == leftover.namespace && $0.reason == leftover.reason }
        guard let place = place ?? (leftovers.count < Self.leftoverLimit ? nil : leftovers.count - 1) else {
            return leftovers.append(leftover)
        }
        leftovers[place].count += leftover.count
        leftovers[place].names = Array((leftovers[place].names + leftover.names).prefix(Self.nameLimit))
    }
}
