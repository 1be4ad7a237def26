import JSON
import SeamModel

/// Calls that look and store in two critical sections, with others between them.
struct Race: Sendable {
    /// The calls that do.
    var scope = CallScope()
    /// What the second section no longer insists on, since the first has looked.
    ///
    /// It changes the policy, and is given the call, and the workspace as it was when the call looked.
    let weaken: @Sendable (inout Policy, DueCall, Workspace) -> Void
    /// What a call is told that finds gone what it looked at; nil tells it what any call is told.
    var failure: ModelError?
}

extension Race {
    /// Users that matched when the call looked are linked, whosever they are by now.
    @Sendable static func recallMatches(_ policy: inout Policy, _ call: DueCall, _ before: Workspace) {
        policy.links.foreseenMatches = users(linkedBy: call, before).filter { before.users[$0] != nil }
    }

    /// Users are made with the ids that were free when the call looked.
    @Sendable static func recallFreeIDs(_ policy: inout Policy, _ call: DueCall, _ before: Workspace) {
        policy.links.foreseenIDs = users(linkedBy: call, before).filter { before.users[$0] == nil }
    }

    /// A key that nobody had when the call looked has no holder.
    @Sendable static func recallFreeKey(_ policy: inout Policy, _ call: DueCall, _ before: Workspace) {
        let key = call.parameters["user_identity_key"]?.stringValue
        guard !before.identities.rows.contains(where: { $0.key == key }) else { return }
        policy.additions.findsKeys = false
        policy.additions.refusesLinkedUsers = false
        policy.uniqueness.checkedOnCreation = []
    }

    /// The users that the identity which the call creates would have had.
    private static func users(linkedBy call: DueCall, _ before: Workspace) -> [ResourceID] {
        var copy = before
        guard (try? copy.perform(call.operation, call.parameters, call.context)) != nil else { return [] }
        return Array(copy.identities.rows).last?.userIDs ?? []
    }
}
