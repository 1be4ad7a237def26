import JSON

extension UserIdentity {
    /// The `user_identity` of the API; all members are always there (OpenAPI document, `user_identity`).
    ///
    /// - Parameter workspaceID: the workspace that it belongs to.
    /// - Returns: the JSON object.
    func json(in workspaceID: ResourceID) -> JSONValue {
        var members = MemberList(capacity: 13)
        members.add("user_identity_id", id)
        members.addNullable("user_identity_key", key)
        members.addNullable("email_address", emailAddress)
        members.addNullable("phone_number", phoneNumber)
        members.add("display_name", .string(displayName))
        members.addNullable("full_name", fullName)
        members.add("created_at", createdAt)
        members.add("workspace_id", workspaceID)
        members.add("acs_user_ids", userIDs)
        members.add("merged_user_identity_ids", mergedIDs)
        members.add("merged_user_identity_keys", .array(mergedKeys.map(JSONValue.string)))
        members.add("errors", .array([]))
        members.add("warnings", .array(warnings))
        return members.json
    }

    /// The `warnings`: at most that a linked user's profile differs.
    private var warnings: [JSONValue] {
        guard let mismatchedSince else { return [] }
        var warning = MemberList(capacity: 3)
        warning.add("warning_code", "acs_user_profile_does_not_match_user_identity")
        warning.add("message", "a linked access-system user has another name, e-mail address or phone number")
        warning.add("created_at", mismatchedSince)
        return [warning.json]
    }
}
