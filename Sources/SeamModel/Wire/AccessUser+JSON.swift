import JSON
import Timestamps

extension AccessUser {
    /// The `acs_user` of the API (OpenAPI document, `acs_user`).
    ///
    /// What is not set is left out; only an open end, the time of the last sync and the mirrors of a linked identity
    /// may be null.
    /// - Parameters:
    ///   - workspaceID: the workspace that it belongs to.
    ///   - system: its access system.
    /// - Returns: the JSON object.
    func json(in workspaceID: ResourceID, _ system: AccessSystem) -> JSONValue {
        var members = MemberList(capacity: 26)
        members.add("acs_user_id", id)
        members.add("acs_system_id", systemID)
        members.add("connected_account_id", system.connectedAccountID)
        members.add("workspace_id", workspaceID)
        members.add("created_at", createdAt)
        members.add("display_name", .string(displayName))
        addProfile(to: &members)
        members.add("external_type", .string(system.vendor.user.name))
        members.add("external_type_display_name", .string(system.vendor.user.displayName))
        if let hidSystemID { members.add("hid_acs_system_id", hidSystemID) }
        members.add("is_managed", true)
        members.add("is_suspended", .bool(isSuspended))
        if let schedule { members.add("access_schedule", schedule.json) }
        if let identity { identity.add(to: &members) }
        members.add("last_successful_sync_at", .null)
        members.add("pending_mutations", .array([]))
        members.add("errors", .array([]))
        members.add("warnings", .array([]))
        return members.json
    }

    /// The user's own profile; `email` is the deprecated double of `email_address`.
    private func addProfile(to members: inout MemberList) {
        members.addOptional("full_name", fullName)
        members.addOptional("email_address", emailAddress)
        members.addOptional("email", shownEmail ?? emailAddress)
        members.addOptional("phone_number", phoneNumber)
    }
}

extension IdentityMirror {
    /// Adds the four `user_identity_*` members.
    fileprivate func add(to members: inout MemberList) {
        members.add("user_identity_id", id)
        members.addNullable("user_identity_full_name", fullName)
        members.addNullable("user_identity_email_address", emailAddress)
        members.addNullable("user_identity_phone_number", phoneNumber)
    }
}

extension AccessSchedule {
    /// The `access_schedule` of the API: both members are there, the end null when it is open.
    fileprivate var json: JSONValue {
        ["starts_at": .string(startsAt.rfc3339), "ends_at": endsAt.map { .string($0.rfc3339) } ?? .null]
    }
}
