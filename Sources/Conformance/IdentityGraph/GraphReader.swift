import JSON

/// Says which call the graph needs next, from what it says so far, until nothing is missing or enough was asked.
///
/// First come the identities and users that the case changed and those that these name in turn, then the lists that must
/// agree with them, and groups where the case has any. Of its other identities one list shows whether they have users; what
/// was merely created like others before it is not followed further.
struct GraphReader: Sendable {
    /// The most calls of one reading.
    static let limit = 40
    /// The most users that are looked at though the case does not know them.
    private static let discoveryLimit = 8

    /// What the case did.
    let traces: GraphTraces
    /// What was read so far.
    private(set) var graph = IdentityGraph()
    /// What was asked so far, and what is to be.
    private var asked: Set<GraphCall> = []
    /// What is to be asked, the next at the end.
    private var waiting: [GraphCall] = []
    /// How many calls were handed out.
    private var callCount = 0

    /// A reader that has read nothing.
    ///
    /// - Parameter traces: what the case did.
    init(traces: GraphTraces) {
        self.traces = traces
    }

    /// The next call; nil when nothing is left to ask, or enough was asked.
    mutating func next() -> GraphCall? {
        guard callCount < Self.limit else { return nil }
        if waiting.isEmpty { waiting = missing() }
        guard let call = waiting.popLast() else { return nil }
        callCount += 1
        return call
    }

    /// What is still to be asked by what is known now, the first at the end.
    private mutating func missing() -> [GraphCall] {
        for stage in [resources, lists, groups] {
            let calls = stage().filter { asked.insert($0).inserted }
            if !calls.isEmpty { return calls.reversed() }
        }
        return []
    }

    /// Takes in what came of a call.
    ///
    /// - Parameters:
    ///   - answer: what it says; nil when it could not be read.
    ///   - call: the call.
    mutating func take(_ answer: GraphAnswer?, to call: GraphCall) {
        if let answer { graph.take(answer, to: call) }
    }

    /// The identities that matter: changed by the case, named by a user, or with users of their own.
    private var identityIDs: [String] {
        let known = Set(userIDs)
        let owners = graph.users.filter { known.contains($0.id) }.compactMap(\.identityID)
        let found = graph.identities.filter {
            $0.view.operation == IdentityGraph.identityOperation
                || (!$0.userIDs.isEmpty && !traces.siblingIdentityIDs.contains($0.id))
        }
        return (traces.identityIDs + found.map(\.id) + owners).withoutRepetition
    }

    /// The users that matter: changed by the case, and some that identities tell or list as theirs.
    private var userIDs: [String] {
        let told = graph.identities.flatMap { $0.userIDs + $0.troubledUserIDs }
        let listed = graph.lists.filter { [.usersOfIdentity, .usersByIdentity].contains($0.relation) }.flatMap(\.ids)
        let known = traces.siblingUserIDs.union(traces.userIDs)
        let discovered = (told + listed).withoutRepetition.filter { !known.contains($0) }
        return traces.userIDs + discovered.prefix(Self.discoveryLimit)
    }

    /// The identities that are there and can be asked about.
    private var settledIdentityIDs: [String] {
        identityIDs.filter { graph.isSettledIdentity($0) && !traces.mergedIdentityIDs.contains($0) }
    }

    /// Identities and users, each by its id.
    private func resources() -> [GraphCall] {
        let unmerged = identityIDs.filter { !traces.mergedIdentityIDs.contains($0) }
        return traces.identityKeys.map { GraphCall(reading: .identityOfKey($0)) }
            + unmerged.map { GraphCall(reading: .identity(id: $0)) }
            + userIDs.map { GraphCall(reading: .user(id: $0)) }
            + settledIdentityIDs.map { GraphCall(reading: .list(.usersOfIdentity, of: $0)) }
    }

    /// The lists and pairs that must agree with them.
    private func lists() -> [GraphCall] {
        let ids = (identityIDs + traces.otherIdentityIDs).withoutRepetition
        let identities = ids.isEmpty ? [] : [GraphCall(reading: .identities(ids: ids))]
        let gone = userIDs.filter { graph.absence(of: $0) != nil }
            .map { GraphCall(reading: .list(.usersBySearch, of: $0)) }
        return identities + settledIdentityIDs.flatMap(lists) + gone
    }

    /// The lists and pairs of one identity; one list where the case is about something else and only its set-up made links.
    private func lists(of identityID: String) -> [GraphCall] {
        let byIdentity = GraphCall(reading: .list(.usersByIdentity, of: identityID))
        guard !traces.isMerelyCreated else { return [byIdentity] }
        let profile = graph.identity(identityID)?.profile ?? [:]
        let pairs = graph.users(of: identityID).map(\.systemID).withoutRepetition
            .map { GraphCall(reading: .pair(identityID: identityID, systemID: $0)) }
        let values = [("email_address", IdentityGraph.List.Relation.usersByEmail), ("phone_number", .usersByPhone)]
            .compactMap { name, relation in
                profile[name]?.stringValue.map {
                    GraphCall(reading: .usersByValue(relation, of: identityID, value: $0))
                }
            }
        return [GraphCall(reading: .list(.systemsOfIdentity, of: identityID)), byIdentity] + pairs + values
    }

    /// The memberships, read from both sides; nothing when the case has no groups.
    private func groups() -> [GraphCall] {
        guard !traces.groupIDs.isEmpty else { return [] }
        let settled = userIDs.filter(graph.isSettledUser)
        return traces.groupIDs.map { GraphCall(reading: .list(.usersOfGroup, of: $0)) }
            + settled.map { GraphCall(reading: .list(.groupsOfUser, of: $0)) }
            + settledIdentityIDs.map { GraphCall(reading: .list(.groupsOfIdentity, of: $0)) }
    }
}
