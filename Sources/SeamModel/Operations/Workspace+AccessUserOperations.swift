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
            .resource(key: "acs_user", try workspace.json(workspace.userToRead(parameters)))
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
            for user in try workspace.usersToDelete(parameters) {
                try workspace.deleteAccessUser(user.id, now: call.now)
            }
            return .done
        },
        "acs.users.suspend": { (workspace, parameters, call) throws(ModelError) in
            try workspace.setSuspended(true, workspace.user(named: parameters).id, now: call.now)
            return .done
        },
        "acs.users.unsuspend": { (workspace, parameters, call) throws(ModelError) in
            try workspace.setSuspended(false, workspace.user(named: parameters).id, now: call.now)
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
