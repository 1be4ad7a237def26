import JSON

extension Workspace {
    /// The `workspace` of the API (OpenAPI document, `workspace`).
    var json: JSONValue {
        var members = MemberList(capacity: 9)
        members.add("workspace_id", id)
        members.add("name", .string(name))
        members.add("company_name", .string(name))
        members.add("connect_partner_name", .string(name))
        members.add("connect_webview_customization", .object(JSONObject()))
        members.add("is_sandbox", true)
        members.add("is_suspended", false)
        members.add("is_publishable_key_auth_enabled", false)
        members.add("organization_id", .null)
        return members.json
    }

    /// An identity as JSON.
    func json(_ identity: UserIdentity) -> JSONValue {
        identity.json(in: id)
    }

    /// An access-system user as JSON.
    func json(_ user: AccessUser) throws(ModelError) -> JSONValue {
        user.json(in: id, try system(user.systemID))
    }

    /// An access system as JSON.
    func json(_ system: AccessSystem) -> JSONValue {
        let groupCount = groups.rows.count { $0.systemID == system.id }
        return system.json(in: id, userCount: userCounts[system.id] ?? 0, groupCount: groupCount)
    }

    /// An access group as JSON.
    func json(_ group: AccessGroup) throws(ModelError) -> JSONValue {
        group.json(in: id, try system(group.systemID))
    }

    /// An entrance as JSON.
    func json(_ entrance: Entrance) throws(ModelError) -> JSONValue {
        entrance.json(try system(entrance.systemID))
    }

    /// Several resources as JSON.
    func json<Row>(
        _ rows: some Sequence<Row>,
        _ each: (Row) throws(ModelError) -> JSONValue
    ) throws(ModelError) -> [JSONValue] {
        var items: [JSONValue] = []
        for row in rows {
            items.append(try each(row))
        }
        return items
    }
}
