import JSON
import Timestamps

extension Workspace {
    /// A page of users (OpenAPI document, `/acs/users/list`); filters combine.
    func listAccessUsers(_ parameters: Parameters, _ call: Call) throws(ModelError) -> Answer {
        let filter = try AccessUserFilter(parameters, call, in: self)
        let visible = visibleIdentity(call)
        let request = ListRequest(operation: "acs.users.list", key: "acs_users", parameters: parameters)
        return try page(of: listedUsers, request, among: filter.candidates(in: self)) { user in
            visible.allows(user.identity?.id) && filter.matches(user)
        } _: { (user) throws(ModelError) in
            try json(user)
        }
    }
}

/// Which users a list is about.
private struct AccessUserFilter {
    private typealias Kind = Policy.Lists.IdentityFilter

    private let rules: Policy.Lists
    private let now: Timestamp
    private let systemID: ResourceID?
    private let identityID: ResourceID?
    private let createdBefore: Timestamp?
    private let emailAddress: Edit<String>
    private let phoneNumber: Edit<String>
    private let term: SearchTerm?

    /// The filter among the parameters of a call; an identity that is not there matches no user.
    init(_ parameters: Parameters, _ call: Call, in workspace: Workspace) throws(ModelError) {
        rules = workspace.policy.lists
        now = call.now
        systemID = try parameters.id("acs_system_id")
        let id = try parameters.id("user_identity_id").map { workspace.identitiesByMergedID[$0] ?? $0 }
        let isHeeded = rules.emptyWhenUnknown.contains(.id) || id.map { workspace.identities[$0] != nil } ?? true
        identityID = isHeeded ? id : nil
        createdBefore = try parameters.instant("created_before")
        emailAddress = try Self.value(.emailAddress, parameters.edit("user_identity_email_address"), in: workspace)
        phoneNumber = try Self.value(.phoneNumber, parameters.edit("user_identity_phone_number"), in: workspace)
        term = try SearchTerm(parameters, rules)
    }

    /// The value that a filter asks for.
    private static func value(_ kind: Kind, _ asked: Edit<String>, in workspace: Workspace) -> Edit<String> {
        guard !workspace.policy.lists.emptyWhenUnknown.contains(kind), case .set(let text) = asked else { return asked }
        return workspace.holders(of: text, as: kind == .emailAddress ? .emailAddress : .phoneNumber).isEmpty
            ? .keep : asked
    }

    /// The users that can pass, found by the identity that the filter names; nil when it names none.
    func candidates(in workspace: Workspace) -> Set<ResourceID>? {
        guard rules.combinesFilters && rules.filtersByIdentity.count == 2 else { return nil }
        var owners = identityID.map { [$0] }
        if case .set(let email) = emailAddress { owners = owners ?? workspace.holders(of: email, as: .emailAddress) }
        if case .set(let phone) = phoneNumber { owners = owners ?? workspace.holders(of: phone, as: .phoneNumber) }
        return owners.map { Set($0.flatMap { workspace.usersByIdentity[$0] ?? [] }) }
    }

    /// Whether the user passes every part of the filter.
    func matches(_ user: AccessUser) -> Bool {
        systemID.map { user.systemID == $0 } ?? true
            && rules.allows(user.createdAt, before: createdBefore, at: now)
            && (rules.combinesFilters ? matchesAll(user) : matchesAny(user))
            && isFound(user)
    }

    /// Whether the user's identity is the one that every filter asks for.
    private func matchesAll(_ user: AccessUser) -> Bool {
        identityID.map { user.identity?.id == $0 } ?? true
            && (emailAddress == .keep || matches(.emailAddress, emailAddress, user))
            && (phoneNumber == .keep || matches(.phoneNumber, phoneNumber, user))
    }

    /// Whether the user's identity is one that any filter asks for; true when none does.
    private func matchesAny(_ user: AccessUser) -> Bool {
        identityID == nil && emailAddress == .keep && phoneNumber == .keep
            || identityID.map { user.identity?.id == $0 } ?? false
            || emailAddress != .keep && matches(.emailAddress, emailAddress, user)
            || phoneNumber != .keep && matches(.phoneNumber, phoneNumber, user)
    }

    /// Whether the identity has the value asked for; null asks for linked users whose identity has none.
    private func matches(_ kind: Kind, _ asked: Edit<String>, _ user: AccessUser) -> Bool {
        let value = asked.applied(to: nil)
        let own = kind == .emailAddress ? user.emailAddress : user.phoneNumber
        if !rules.filtersByIdentity.contains(kind), value != nil, own == value { return true }
        guard let identity = user.identity else { return value == nil && !rules.needsIdentity }
        guard value != nil || rules.findsMissing.contains(kind) else { return false }
        return (kind == .emailAddress ? identity.emailAddress : identity.phoneNumber) == value
    }

    /// Whether one of the values that are searched has the text.
    private func isFound(_ user: AccessUser) -> Bool {
        guard let term else { return true }
        let parts = rules.foundByPartsOfUsers
        return term.isFound(in: user.fullName, byParts: parts.contains(.fullName))
            || term.isFound(in: user.phoneNumber, byParts: parts.contains(.phoneNumber))
            || term.isFound(in: user.emailAddress, byParts: parts.contains(.emailAddress))
            || term.isFound(in: user.id, byParts: parts.contains(.id))
            || term.isFound(in: user.identity?.id, byParts: parts.contains(.identityID))
            || term.isFound(in: user.identity?.fullName, byParts: parts.contains(.identityFullName))
            || term.isFound(in: user.identity?.phoneNumber, byParts: parts.contains(.identityPhoneNumber))
    }
}
