import JSON

extension AccessSystem {
    /// The `acs_system` of the API (OpenAPI document, `acs_system`).
    ///
    /// - Parameters:
    ///   - workspaceID: the workspace that it belongs to.
    ///   - userCount: how many users it has.
    ///   - groupCount: how many access groups it has.
    /// - Returns: the JSON object.
    func json(in workspaceID: ResourceID, userCount: Int, groupCount: Int) -> JSONValue {
        var members = MemberList(capacity: 20)
        members.add("acs_system_id", id)
        members.add("name", .string(name))
        members.add("created_at", createdAt)
        members.add("workspace_id", workspaceID)
        members.add("connected_account_id", connectedAccountID)
        members.add("connected_account_ids", [connectedAccountID])
        members.add("external_type", .string(vendor.system.name))
        members.add("external_type_display_name", .string(vendor.system.displayName))
        members.add("is_credential_manager", false)
        members.add("location", ["time_zone": .string(timeZone)])
        members.add("acs_user_count", .number(JSONNumber(userCount)))
        members.add("acs_access_group_count", .number(JSONNumber(groupCount)))
        members.add("image_url", "https://images.example.com/access-system.png")
        members.add("image_alt_text", .string(vendor.system.displayName))
        members.add("errors", .array([]))
        members.add("warnings", .array([]))
        return members.json
    }
}

extension AccessGroup {
    /// The `acs_access_group` of the API (OpenAPI document, `acs_access_group`).
    ///
    /// - Parameters:
    ///   - workspaceID: the workspace that it belongs to.
    ///   - system: its access system.
    /// - Returns: the JSON object.
    func json(in workspaceID: ResourceID, _ system: AccessSystem) -> JSONValue {
        var members = MemberList(capacity: 15)
        members.add("acs_access_group_id", id)
        members.add("acs_system_id", systemID)
        members.add("connected_account_id", system.connectedAccountID)
        members.add("workspace_id", workspaceID)
        members.add("created_at", createdAt)
        members.add("name", .string(name))
        members.add("display_name", .string(name))
        members.add("access_group_type", .string(system.vendor.group.name))
        members.add("access_group_type_display_name", .string(system.vendor.group.displayName))
        members.add("external_type", .string(system.vendor.group.name))
        members.add("external_type_display_name", .string(system.vendor.group.displayName))
        members.add("is_managed", true)
        members.add("pending_mutations", .array([]))
        members.add("errors", .array([]))
        members.add("warnings", .array([]))
        return members.json
    }
}

extension Entrance {
    /// The `acs_entrance` of the API, which bears no workspace (OpenAPI document, `acs_entrance`).
    ///
    /// - Parameter system: its access system.
    /// - Returns: the JSON object.
    func json(_ system: AccessSystem) -> JSONValue {
        var members = MemberList(capacity: 8)
        members.add("acs_entrance_id", id)
        members.add("acs_system_id", systemID)
        members.add("connected_account_id", system.connectedAccountID)
        members.add("created_at", createdAt)
        members.add("display_name", .string(displayName))
        members.add("space_ids", .array([]))
        members.add("errors", .array([]))
        members.add("warnings", .array([]))
        return members.json
    }
}
