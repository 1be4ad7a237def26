/// Something that a call of ours may have made, and what became of it.
struct Reclamation: Sendable, Hashable {
    /// What became of it.
    enum Outcome: Sendable, Hashable {
        /// It was deleted.
        case deleted
        /// It is not there: it was deleted before, or never came about.
        case gone
        /// It was not made by us after all.
        case notCreated
        /// It is not there, and may still come about, since no response to its create came.
        case pending
        /// It is still there: why, as a lower-case fragment.
        case left(String)
    }

    /// What it is called in a message.
    let name: String
    /// The path of the operations on such things.
    let namespace: String
    /// The resource; nil when its id is not known.
    var resource: Resource?
    /// What became of it.
    let outcome: Outcome
    /// The journal entry for it; nil when there is none.
    let entry: Int64?
    /// Whether something was made that was not found; the resource, when there is one, is what a response named in its place.
    var isUnfound = false

    /// Whether nothing of it is left in the endpoint.
    var isSettled: Bool {
        switch outcome {
        case .deleted, .gone, .notCreated: true
        case .left, .pending: false
        }
    }
}

extension [Reclamation] {
    /// The entries of the journal of which nothing is left: those that no settlement leaves open.
    var settledEntries: [Int64] {
        let open = Set(filter { !$0.isSettled }.compactMap(\.entry))
        return Set(compactMap(\.entry)).subtracting(open).sorted()
    }
}
