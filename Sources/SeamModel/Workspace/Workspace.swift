/// A workspace as a pure state machine: what each call changes and answers, without clock, chance or network.
///
/// Every operation looks before it stores, so that a refused call leaves the workspace as it was. Sources: the OpenAPI
/// document and the guides of the Seam API; what they leave open is said at the operation.
public struct Workspace: Sendable {
    /// The id.
    public let id: ResourceID
    /// The name.
    public let name: String
    /// What it insists on.
    public var policy: Policy

    /// The identities, in the order they were created.
    public internal(set) var identities = Table<UserIdentity>()
    /// The access-system users, in the order they were created.
    public internal(set) var users = Table<AccessUser>()
    /// The access systems.
    public internal(set) var systems = Table<AccessSystem>()
    /// The access groups.
    public internal(set) var groups = Table<AccessGroup>()
    /// The entrances.
    public internal(set) var entrances = Table<Entrance>()
    /// The client sessions, in the order they were created.
    public internal(set) var sessions = Table<ClientSession>()

    /// Which identities have a key, an e-mail address, a phone number.
    var identitiesByValue: [ProfileValue: ValueIndex] = [:]
    /// The identity that a merged key or id leads to.
    var identitiesByMergedKey = ValueIndex()
    var identitiesByMergedID: [ResourceID: ResourceID] = [:]
    /// Which users, of any system, have an e-mail address or phone number of their own.
    var usersByEmail = ValueIndex()
    var usersByPhone = ValueIndex()
    /// The ids of the users that are linked to each identity, in the order they were.
    var usersByIdentity: [ResourceID: [ResourceID]] = [:]
    /// How many users each access system has.
    var userCounts: [ResourceID: Int] = [:]
    /// Which session has a token, and which a user identifier key.
    var sessionsByToken = ValueIndex()
    var sessionsByUserKey = ValueIndex()
    /// The ids of the client sessions of each identity.
    var sessionsByIdentity: [ResourceID: [ResourceID]] = [:]

    /// What was deleted, where the policy does not forget it; empty in a correct workspace.
    var deletedIdentities = Table<UserIdentity>()
    var deletedUsers = Table<AccessUser>()
    /// The lists that came in their proper order last, where the policy does not keep it.
    var listedBefore: Set<String> = []
    /// The identities that a user was removed from, where the policy does not forget them.
    var formerIdentities: [ResourceID: Set<ResourceID>] = [:]

    /// Where new ids and tokens come from.
    var generator: SeededGenerator

    /// A workspace with nothing in it.
    ///
    /// - Parameters:
    ///   - id: the id.
    ///   - name: the name.
    ///   - seed: what the ids and tokens made by its calls follow from.
    ///   - policy: what it insists on.
    public init(id: ResourceID, name: String, seed: UInt64, policy: Policy = Policy()) {
        self.id = id
        self.name = name
        self.policy = policy
        generator = SeededGenerator(seed: seed, name: "calls in \(id)")
    }
}
