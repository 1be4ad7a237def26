import JSON
import SeamModel
import Testing

@Suite("Links between identities and access-system users")
struct LinkTests {
    @Test(
        "creating an identity links the user with its e-mail address or phone number",
        arguments: [["email_address": "j@example.com"], ["phone_number": "+15551234567"]] as [JSONValue]
    )
    func matches(contact: JSONValue) throws {
        var sandbox = Sandbox()
        let user = try sandbox.userID(contact)
        let elsewhere = try sandbox.userID(merged(contact, ["acs_system_id": .string(sandbox.systems[1])]))
        let identity = try sandbox.identity(merged(contact, ["acs_system_ids": [.string(sandbox.systems[0])]]))
        #expect(identity["acs_user_ids"] == [user])
        #expect(try sandbox.user(of: user)["user_identity_id"] == identity["user_identity_id"])
        #expect(try sandbox.user(of: elsewhere)["user_identity_id"] == nil)
        #expect(sandbox.workspace.users.count == 2)
    }

    @Test("without a match a user with the identity's profile is made, once per access system")
    func creates() throws {
        var sandbox = Sandbox()
        _ = try sandbox.userID(["full_name": "Jane Doe"])
        let systems = sandbox.systems.map(JSONValue.string)
        let identity = try sandbox.identity([
            "full_name": "Jane Doe", "email_address": "j@example.com", "phone_number": "+15551234567",
            "acs_system_ids": .array(systems + systems),
        ])
        let ids = try #require(identity["acs_user_ids"]?.arrayValue)
        #expect(ids.count == 2)
        for id in ids {
            let user = try sandbox.user(of: id)
            #expect(user["full_name"] == "Jane Doe")
            #expect(user["email_address"] == "j@example.com")
            #expect(user["email"] == "j@example.com")
            #expect(user["phone_number"] == "+15551234567")
        }
        let id = try #require(identity["user_identity_id"])
        let listed = try sandbox.ids(
            "user_identities.list_acs_systems",
            ["user_identity_id": id],
            "acs_systems",
            "acs_system_id"
        )
        #expect(listed == systems)
    }

    @Test("a user of another identity is not taken over by a match")
    func matchTaken() throws {
        var sandbox = Sandbox()
        let holder = try sandbox.identityID()
        let user = try sandbox.userID(["email_address": "j@example.com", "user_identity_id": holder])
        let identity = try sandbox.identity([
            "email_address": "j@example.com", "acs_system_ids": [.string(sandbox.systems[0])],
        ])
        #expect(identity["acs_user_ids"]?.arrayValue?.count == 1)
        #expect(identity["acs_user_ids"] != [user])
        #expect(try sandbox.user(of: user)["user_identity_id"] == holder)
    }

    @Test("a user shows its identity's values, also after they change, and keeps its own")
    func mirrors() throws {
        var sandbox = Sandbox()
        let identity = try sandbox.identityID(["full_name": "Jane", "email_address": "j@example.com"])
        let id = try sandbox.userID(["full_name": "Reservation 5", "user_identity_id": identity])
        var user = try sandbox.user(of: id)
        #expect(user["user_identity_full_name"] == "Jane")
        #expect(user["user_identity_phone_number"] == .null)
        #expect(user["full_name"] == "Reservation 5")
        #expect(user["email_address"] == nil)
        try sandbox.call("user_identities.update", ["user_identity_id": identity, "full_name": "Joan"])
        user = try sandbox.user(of: id)
        #expect(user["user_identity_full_name"] == "Joan")
        #expect(user["full_name"] == "Reservation 5")
        try sandbox.call("user_identities.remove_acs_user", ["user_identity_id": identity, "acs_user_id": id])
        #expect(try sandbox.user(of: id).objectValue?.keys.contains { $0.hasPrefix("user_identity_") } == false)
    }

    @Test("a differing profile of a linked user is a warning while it lasts")
    func mismatchWarning() throws {
        var sandbox = Sandbox()
        let identity = try sandbox.identityID(["full_name": "Jane"])
        let user = try sandbox.userID(["full_name": "Joan", "user_identity_id": identity])
        let warning = try sandbox.identity(of: identity)["warnings"]?[0]
        #expect(warning?["warning_code"] == "acs_user_profile_does_not_match_user_identity")
        #expect(warning?["created_at"] != nil)
        try sandbox.call("acs.users.update", ["acs_user_id": user, "full_name": "Jane"])
        #expect(try sandbox.identity(of: identity)["warnings"] == [])
    }

    @Test("add_acs_user links by id and by key, again without effect, and never twice in a system")
    func adding() throws {
        var sandbox = Sandbox()
        let identity = try sandbox.identityID(["user_identity_key": "jane"])
        let first = try sandbox.userID()
        let second = try sandbox.userID(["acs_system_id": .string(sandbox.systems[1])])
        let rival = try sandbox.userID()
        for _ in 1...2 {
            try sandbox.call("user_identities.add_acs_user", ["user_identity_id": identity, "acs_user_id": first])
            try sandbox.call("user_identities.add_acs_user", ["user_identity_key": "jane", "acs_user_id": second])
        }
        #expect(try sandbox.identity(of: identity)["acs_user_ids"] == [first, second])
        let refusal = try sandbox.refusal(
            of: "user_identities.add_acs_user",
            ["user_identity_id": identity, "acs_user_id": rival]
        )
        #expect(refusal.status == 409)
        let thief = try sandbox.identityID()
        let theft: JSONValue = ["user_identity_id": thief, "acs_user_id": first]
        #expect(try sandbox.refusal(of: "user_identities.add_acs_user", theft).status == 409)
        #expect(try sandbox.refusal(of: "user_identities.remove_acs_user", theft).status == 404)
    }

    @Test("an unknown key makes an identity from the user's profile")
    func addingByNewKey() throws {
        var sandbox = Sandbox()
        let user = try sandbox.userID(["full_name": "Jane", "email_address": "j@example.com"])
        try sandbox.call("user_identities.add_acs_user", ["user_identity_key": "new", "acs_user_id": user])
        let identity = try sandbox.call("user_identities.get", ["user_identity_key": "new"])["user_identity"]
        #expect(identity?["full_name"] == "Jane")
        #expect(identity?["email_address"] == "j@example.com")
        #expect(identity?["acs_user_ids"] == [user])
    }

    @Test("add_acs_user refuses what it can't find or can't tell, and leaves nothing behind")
    func addingRefused() throws {
        var sandbox = Sandbox()
        let user = try sandbox.userID(["email_address": "j@example.com"])
        let holder = try sandbox.identityID(["email_address": "j@example.com", "user_identity_key": "holder"])
        let calls: [(JSONValue, Int)] = [
            (["acs_user_id": user], 400),
            (["acs_user_id": user, "user_identity_id": unknownID], 404),
            (["acs_user_id": unknownID, "user_identity_id": holder], 404),
            (["acs_user_id": unknownID, "user_identity_key": "fresh"], 404),
            (["acs_user_id": user, "user_identity_key": "fresh"], 409),
            (["acs_user_id": user, "user_identity_id": holder, "user_identity_key": "fresh"], 400),
        ]
        for (parameters, status) in calls {
            #expect(try sandbox.refusal(of: "user_identities.add_acs_user", parameters).status == status)
        }
    }

    /// Two sets of parameters as one.
    private func merged(_ first: JSONValue, _ second: JSONValue) -> JSONValue {
        var all = first.objectValue ?? JSONObject()
        for member in second.objectValue ?? JSONObject() { all[member.key] = member.value }
        return .object(all)
    }
}
