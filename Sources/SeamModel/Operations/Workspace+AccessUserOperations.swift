import JSON
import Timestamps

extension Workspace {
    /// The operations under `/acs/users` that are about the user itself.
    static let accessUserOperations: [String: Operation] = [
        "acs.users.create": { (workspace, parameters, call) throws(ModelError) in
            let draft = try AccessUserDraft(parameters, call, workspace.policy)
            let user = try workspace.createAccessUser(draft, now: call.now)
            return .resource(key: "acs_user", try workspace.json(user))
        },
        "acs.users.get": { (workspace, parameters, call) throws(ModelError) in
            .resource(key: "acs_user", try workspace.json(workspace.user(named: parameters)))
        },
        "acs.users.list": { (workspace, parameters, call) throws(ModelError) in
            try workspace.listAccessUsers(parameters, call)
        },
        "acs.users.update": { (workspace, parameters, call) throws(ModelError) in
            let user = try workspace.user(named: parameters)
            let change = try AccessUserChange(parameters, call, workspace.policy)
            try workspace.updateAccessUser(user.id, change, now: call.now)
            return .done
        },
        "acs.users.delete": { (workspace, parameters, call) throws(ModelError) in
            try workspace.deleteAccessUser(workspace.user(named: parameters).id, now: call.now)
            return .done
        },
        "acs.users.suspend": { (workspace, parameters, call) throws(ModelError) in
            try workspace.setSuspended(true, workspace.user(named: parameters).id)
            return .done
        },
        "acs.users.unsuspend": { (workspace, parameters, call) throws(ModelError) in
            try workspace.setSuspended(false, workspace.user(named: parameters).id)
            return .done
        },
    ]

    /// The user that a call names by its id, or by identity and access system.
    func user(named parameters: Parameters) throws(ModelError) -> AccessUser {
        try user(
            id: parameters.id("acs_user_id"),
            orIdentity: parameters.id("user_identity_id"),
            in: parameters.id("acs_system_id")
        )
    }

    /// A page of users (OpenAPI document, `/acs/users/list`); filters combine.
    private func listAccessUsers(_ parameters: Parameters, _ call: Call) throws(ModelError) -> Answer {
        let filter = try AccessUserFilter(parameters, in: self)
        let visible = visibleIdentity(call)
        let request = ListRequest(operation: "acs.users.list", key: "acs_users", parameters: parameters)
        return try page(of: users, request, among: filter.candidates(in: self)) { user in
            visible.allows(user.identity?.id) && filter.matches(user)
        } _: { (user) throws(ModelError) in
            try json(user)
        }
    }
}

/// Which users a list is about.
private struct AccessUserFilter {
    private let systemID: ResourceID?
    private let identityID: ResourceID?
    private let createdBefore: Timestamp?
    private let emailAddress: Edit<String>
    private let phoneNumber: Edit<String>
    private let term: SearchTerm?

    /// The filter among the parameters of a call; an identity that is not there matches no user.
    init(_ parameters: Parameters, in workspace: Workspace) throws(ModelError) {
        systemID = try parameters.id("acs_system_id")
        let id = try parameters.id("user_identity_id")
        identityID = id.map { workspace.identitiesByMergedID[$0] ?? $0 }
        createdBefore = try parameters.instant("created_before")
        emailAddress = try parameters.edit("user_identity_email_address")
        phoneNumber = try parameters.edit("user_identity_phone_number")
        term = try SearchTerm(parameters)
    }

    /// The users that can pass, found by the identity that the filter names; nil when it names none.
    func candidates(in workspace: Workspace) -> Set<ResourceID>? {
        var owners = identityID.map { [$0] }
        if case .set(let email) = emailAddress { owners = owners ?? workspace.identitiesByEmail[email] }
        if case .set(let phone) = phoneNumber { owners = owners ?? workspace.identitiesByPhone[phone] }
        return owners.map { Set($0.flatMap { workspace.usersByIdentity[$0] ?? [] }) }
    }

    /// Whether the user passes every part of the filter.
    func matches(_ user: AccessUser) -> Bool {
        systemID.map { user.systemID == $0 } ?? true
            && identityID.map { user.identity?.id == $0 } ?? true
            && createdBefore.map { user.createdAt < $0 } ?? true
            && matches(emailAddress, user.identity, \.emailAddress)
            && matches(phoneNumber, user.identity, \.phoneNumber)
            && isFound(user)
    }

    /// Whether the identity has the value asked for; null asks for linked users whose identity has none.
    private func matches(
        _ asked: Edit<String>,
        _ identity: IdentityMirror?,
        _ value: KeyPath<IdentityMirror, String?>
    ) -> Bool {
        if asked == .keep { return true }
        guard let identity else { return false }
        return identity[keyPath: value] == asked.applied(to: nil)
    }

    /// Whether one of the values that are searched has the text.
    private func isFound(_ user: AccessUser) -> Bool {
        guard let term else { return true }
        return term.isFound(in: user.fullName) || term.isFound(in: user.phoneNumber)
            || term.isFound(in: user.emailAddress) || term.isFound(in: user.id)
            || term.isFound(in: user.identity?.id) || term.isFound(in: user.identity?.fullName)
            || term.isFound(in: user.identity?.phoneNumber)
    }
}

extension AccessUserDraft {
    /// The values for a new user among the parameters of a call.
    fileprivate init(_ parameters: Parameters, _ call: Call, _ policy: Policy) throws(ModelError) {
        systemID = try parameters.requiredID("acs_system_id")
        values = try IdentityDraft(user: parameters)
        guard values.fullName != nil else { throw .invalidInput("Required", at: ["full_name"]) }
        groupIDs = try parameters.ids("acs_access_group_ids") ?? []
        identityID = try parameters.id("user_identity_id")
        schedule = try parameters.schedule("access_schedule", now: call.now, policy).applied(to: nil)
    }
}

extension AccessUserChange {
    /// The new values for a user among the parameters of a call.
    fileprivate init(_ parameters: Parameters, _ call: Call, _ policy: Policy) throws(ModelError) {
        values = try IdentityDraft(user: parameters)
        hidSystemID = try parameters.id("hid_acs_system_id")
        schedule = try parameters.schedule("access_schedule", now: call.now, policy)
    }
}

extension IdentityDraft {
    /// The values for an access-system user among the parameters of a call; `email` is the deprecated name of
    /// `email_address`, which wins.
    fileprivate init(user parameters: Parameters) throws(ModelError) {
        let email = try parameters.text("email")
        emailAddress = try parameters.text("email_address") ?? email
        phoneNumber = try parameters.text("phone_number")
        fullName = try parameters.text("full_name")
    }
}
