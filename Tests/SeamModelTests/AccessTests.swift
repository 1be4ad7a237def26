import JSON
import SeamModel
import Testing

@Suite("Access groups and entrances in the model")
struct AccessTests {
    @Test("a user joins a group once, is listed, and leaves it")
    func membership() throws {
        var sandbox = Sandbox()
        let group = JSONValue.string(sandbox.groups(of: sandbox.systems[0])[0])
        let user = try sandbox.userID()
        let pair: JSONValue = ["acs_user_id": user, "acs_access_group_id": group]
        for operation in ["acs.users.add_to_access_group", "acs.access_groups.add_user"] {
            try sandbox.call(operation, pair)
        }
        let members = try sandbox.ids(
            "acs.access_groups.list_users",
            ["acs_access_group_id": group],
            "acs_users",
            "acs_user_id"
        )
        #expect(members == [user])
        let groups = try sandbox.ids(
            "acs.access_groups.list",
            ["acs_user_id": user],
            "acs_access_groups",
            "acs_access_group_id"
        )
        #expect(groups == [group])
        for _ in 1...2 { try sandbox.call("acs.users.remove_from_access_group", pair) }
        #expect(try sandbox.call("acs.access_groups.list_users", ["acs_access_group_id": group])["acs_users"] == [])
    }

    @Test("groups given at creation list the user")
    func joinAtCreation() throws {
        var sandbox = Sandbox()
        let group = JSONValue.string(sandbox.groups(of: sandbox.systems[0])[1])
        let user = try sandbox.userID(["acs_access_group_ids": [group, group]])
        let members = try sandbox.ids(
            "acs.access_groups.list_users",
            ["acs_access_group_id": group],
            "acs_users",
            "acs_user_id"
        )
        #expect(members == [user])
    }

    @Test("adding an identity to a group links its match or makes a user; both ids or neither are refused")
    func identityInGroup() throws {
        var sandbox = Sandbox()
        let group = JSONValue.string(sandbox.groups(of: sandbox.systems[0])[0])
        let match = try sandbox.userID(["email_address": "j@example.com"])
        let known = try sandbox.identityID(["email_address": "j@example.com"])
        let stranger = try sandbox.identityID(["full_name": "New"])
        for identity in [known, stranger] {
            try sandbox.call(
                "acs.access_groups.add_user",
                ["acs_access_group_id": group, "user_identity_id": identity]
            )
        }
        #expect(try sandbox.identity(of: known)["acs_user_ids"] == [match])
        #expect(try sandbox.identity(of: stranger)["acs_user_ids"]?.arrayValue?.count == 1)
        let members = try sandbox.ids(
            "acs.access_groups.list_users",
            ["acs_access_group_id": group],
            "acs_users",
            "acs_user_id"
        )
        #expect(members.count == 2)
        let both: JSONValue = ["acs_access_group_id": group, "user_identity_id": known, "acs_user_id": match]
        #expect(try sandbox.refusal(of: "acs.access_groups.add_user", both).status == 400)
        #expect(try sandbox.refusal(of: "acs.access_groups.add_user", ["acs_access_group_id": group]).status == 400)
        try sandbox.call("acs.access_groups.remove_user", ["acs_access_group_id": group, "user_identity_id": known])
        #expect(try sandbox.user(of: match)["user_identity_id"] == known)
    }

    @Test("unknown users and groups, and groups of another system, are refused")
    func refusals() throws {
        var sandbox = Sandbox()
        let user = try sandbox.userID()
        let own = JSONValue.string(sandbox.groups(of: sandbox.systems[0])[0])
        let foreign = JSONValue.string(sandbox.groups(of: sandbox.systems[1])[0])
        let calls: [(JSONValue, String)] = [
            (["acs_user_id": unknownID, "acs_access_group_id": own], "acs_user_not_found"),
            (["acs_user_id": user, "acs_access_group_id": unknownID], "acs_access_group_not_found"),
            (["acs_user_id": user, "acs_access_group_id": foreign], "invalid_input"),
        ]
        for (parameters, type) in calls {
            #expect(try sandbox.refusal(of: "acs.users.add_to_access_group", parameters).type == type)
        }
    }

    @Test("entrances come from grants and groups, and a revocation takes them all")
    func entrances() throws {
        var sandbox = Sandbox()
        let doors = sandbox.entrances(of: sandbox.systems[0]).map(JSONValue.string)
        let identity = try sandbox.identityID(["acs_system_ids": [.string(sandbox.systems[0])]])
        let user = try #require(try sandbox.identity(of: identity)["acs_user_ids"]?[0])
        try sandbox.call("acs.entrances.grant_access", ["acs_entrance_id": doors[1], "user_identity_id": identity])
        #expect(try accessible(&sandbox, identity) == [doors[1]])
        let group = JSONValue.string(sandbox.groups(of: sandbox.systems[0])[0])
        try sandbox.call("acs.users.add_to_access_group", ["acs_user_id": user, "acs_access_group_id": group])
        #expect(try accessible(&sandbox, identity) == doors)
        try sandbox.call("acs.users.revoke_access_to_all_entrances", ["acs_user_id": user])
        #expect(try accessible(&sandbox, identity) == [])
    }

    @Test("systems are found by account and search, and count their users")
    func systems() throws {
        var sandbox = Sandbox()
        _ = try sandbox.userID()
        let systems = try #require(try sandbox.call("acs.systems.list")["acs_systems"]?.arrayValue)
        #expect(systems.map { $0["acs_user_count"] } == [1, 0])
        let account = try #require(systems[1]["connected_account_id"])
        #expect(try sandbox.call("acs.systems.list", ["connected_account_id": account])["acs_systems"] == [systems[1]])
        #expect(try sandbox.call("acs.systems.list", ["search": "ANN"])["acs_systems"] == [systems[1]])
        #expect(try sandbox.call("acs.systems.list", ["connected_account_id": unknownID])["acs_systems"] == [])
    }

    /// The ids of the entrances that an identity may use.
    private func accessible(_ sandbox: inout Sandbox, _ identity: JSONValue) throws -> [JSONValue] {
        let parameters: JSONValue = ["user_identity_id": identity]
        return try sandbox.ids(
            "user_identities.list_accessible_entrances",
            parameters,
            "acs_entrances",
            "acs_entrance_id"
        )
    }
}
