import Timestamps

/// A resource that a call of ours may have made, and what is known of whether it did.
///
/// A response never proves by itself that something is ours: the claim has to be proven by ``OwnershipProof``.
struct OwnershipClaim: Sendable, Hashable {
    /// What shows that a resource is ours.
    enum Mark: Sendable, Hashable {
        /// A value that this run generated, since the call that made the resource sent one.
        case generatedValue
        /// An identity of ours that it belongs to, since the call sent no value of its own, or since it came about beside
        /// that identity.
        case parent
        /// Nothing can: the call sent no value of its own, and named no identity.
        case nothing
    }

    /// The resource.
    let resource: Resource
    /// The moment just before the call was sent that may have made it.
    let moment: Sightings.Moment
    /// What must show that it is ours.
    let mark: Mark
    /// The generated values that the call sent, by which what it really made is found when the response names something
    /// else; empty when it sent none.
    var sent: [GeneratedParameter] = []
    /// The journal entry of the call; nil when there is no journal, or the resource came about beside
    /// another.
    var entry: Int64?
    /// Whether it may have access-system users that no response named.
    var mayHaveUsers = false
    /// Whether a `get` has shown that it is ours.
    var isProven = false

    /// The claim on the same resource under its id.
    ///
    /// - Parameter id: the id that a response showed.
    /// - Returns: the claim.
    func identified(by id: String) -> OwnershipClaim {
        OwnershipClaim(
            resource: resource.identified(by: id),
            moment: moment,
            mark: mark,
            sent: sent,
            entry: entry,
            mayHaveUsers: mayHaveUsers,
            isProven: isProven
        )
    }
}

/// A call that may have made something whose id no response showed, or not the right one.
struct LostCreation: Sendable, Hashable {
    /// The path of the call, such as `/acs/users/create`.
    let path: String
    /// The generated values that it sent, by which what it made is found again; empty when it sent none.
    let sent: [GeneratedParameter]
    /// The id of the identity that what it made belongs to; nil when it named none.
    let identityID: String?
    /// The moment just before it was sent.
    let moment: Sightings.Moment
    /// With whose credential it was sent.
    let credential: OwnerCredential
    /// The journal entry for it; nil when there is no journal.
    let entry: Int64?
    /// When what it made was created, by the endpoint's clock, generously; nil when nobody can tell whether something in a list
    /// was made by it.
    var window: ClosedRange<Timestamp>?
    /// Whether a response came, so that the endpoint is done with it.
    var wasAnswered = true

    /// What it is called in a message.
    var name: String { "what \(path) made" }
}
