import JSON
import SeamModel
import Testing
import Timestamps

@Suite("Access-system users in the model")
struct AccessUserTests {
    @Test("a new user shows what it must, and leaves out what is not set")
    func members() throws {
        var sandbox = Sandbox()
        let user = try sandbox.user()
        let keys = Set(user.objectValue?.keys ?? [])
        let always: Set = [
            "acs_system_id", "acs_user_id", "connected_account_id", "created_at", "display_name", "errors",
            "is_managed", "last_successful_sync_at", "warnings", "workspace_id",
        ]
        #expect(keys.isSuperset(of: always))
        let unset: Set = [
            "email", "email_address", "phone_number", "access_schedule", "user_identity_id",
            "user_identity_full_name", "hid_acs_system_id",
        ]
        #expect(keys.isDisjoint(with: unset))
        #expect(user["is_managed"] == true)
        #expect(user["is_suspended"] == false)
        let nulls = user.objectValue?.filter(\.value.isNull).map(\.key)
        #expect(nulls == ["last_successful_sync_at"])
        #expect(try sandbox.user(of: try #require(user["acs_user_id"])) == user)
    }

    @Test(
        "a creation that can't be done whole is refused",
        arguments: [
            (["full_name": .null], 400), (["full_name": ""], 400), (["acs_system_id": unknownID], 404),
            (["email_address": .null], 400), (["phone_number": "12"], 400),
            (["user_identity_id": unknownID], 404), (["acs_access_group_ids": [unknownID]], 404),
            (["acs_access_group_ids": "x"], 400),
        ] as [(JSONValue, Int)]
    )
    func refused(change: JSONValue, status: Int) throws {
        var sandbox = Sandbox()
        var parameters: JSONObject = try #require(
            (["full_name": "Jane", "acs_system_id": .string(sandbox.systems[0])] as JSONValue).objectValue
        )
        for member in try #require(change.objectValue) { parameters[member.key] = member.value }
        #expect(try sandbox.refusal(of: "acs.users.create", .object(parameters)).status == status)
    }

    @Test("a second user for an identity in one system, and a group of another system, are refused")
    func systemClashes() throws {
        var sandbox = Sandbox()
        let identity = try sandbox.identityID(["acs_system_ids": [.string(sandbox.systems[0])]])
        let base: [(String, JSONValue)] = [("full_name", "Jane"), ("acs_system_id", .string(sandbox.systems[0]))]
        let second = JSONValue.object(
            JSONObject(uniqueMembers: (base + [("user_identity_id", identity)]).map { .init(key: $0, value: $1) })
        )
        #expect(try sandbox.refusal(of: "acs.users.create", second).status == 409)
        let group = JSONValue.string(sandbox.groups(of: sandbox.systems[1])[0])
        let foreign = JSONValue.object(
            JSONObject(uniqueMembers: (base + [("acs_access_group_ids", [group])]).map { .init(key: $0, value: $1) })
        )
        #expect(try sandbox.refusal(of: "acs.users.create", foreign).status == 400)
    }

    @Test("email is taken for email_address, which wins")
    func emailAlias() throws {
        var sandbox = Sandbox()
        #expect(try sandbox.user(["email": "a@example.com"])["email_address"] == "a@example.com")
        let both = try sandbox.user(["email": "a@example.com", "email_address": "b@example.com"])
        #expect(both["email_address"] == "b@example.com")
        #expect(both["email"] == "b@example.com")
    }

    @Test("a schedule keeps its instants, starts now when it does not say, and may be open")
    func schedule() throws {
        var sandbox = Sandbox()
        let start = (sandbox.now + .seconds(3600)).rfc3339
        let end = (sandbox.now + .seconds(7200)).rfc3339
        let full = try sandbox.user(["access_schedule": ["starts_at": .string(start), "ends_at": .string(end)]])
        #expect(full["access_schedule"] == ["starts_at": .string(start), "ends_at": .string(end)])
        let open = try sandbox.user(["access_schedule": ["starts_at": .string(start), "ends_at": nil]])
        #expect(open["access_schedule"]?["ends_at"] == .null)
        let late = try sandbox.user(["access_schedule": ["ends_at": .string(end)]])
        #expect(late["access_schedule"]?["starts_at"] == .string(sandbox.now.rfc3339))
    }

    @Test(
        "an end that is not after the start or not in the future is refused",
        arguments: [(10, 10), (20, 10), (-20, -10)]
    )
    func wrongSchedule(start: Int, end: Int) throws {
        var sandbox = Sandbox()
        let schedule: JSONValue = [
            "starts_at": .string((sandbox.now + .seconds(60 * start)).rfc3339),
            "ends_at": .string((sandbox.now + .seconds(60 * end)).rfc3339),
        ]
        let error = try sandbox.refusal(
            of: "acs.users.create",
            ["full_name": "J", "acs_system_id": .string(sandbox.systems[0]), "access_schedule": schedule]
        )
        #expect(error.status == 400)
        #expect(error.parameter == ["access_schedule", "ends_at"])
    }

    @Test("an update changes only what is given; null clears the schedule")
    func update() throws {
        var sandbox = Sandbox()
        let end = JSONValue.string((sandbox.now + .seconds(7200)).rfc3339)
        let id = try sandbox.userID(["email_address": "a@example.com", "access_schedule": ["ends_at": end]])
        let before = try sandbox.user(of: id)
        try sandbox.call("acs.users.update", ["acs_user_id": id, "email_address": "b@example.com"])
        var after = try #require(try sandbox.user(of: id).objectValue)
        #expect(after["email"] == "b@example.com")
        after["email"] = "a@example.com"
        after["email_address"] = "a@example.com"
        #expect(.object(after) == before)
        try sandbox.call("acs.users.update", ["acs_user_id": id, "access_schedule": nil])
        #expect(try sandbox.user(of: id)["access_schedule"] == nil)
        #expect(try sandbox.refusal(of: "acs.users.update", ["acs_user_id": id, "full_name": nil]).status == 400)
    }

    @Test("suspending changes nothing but is_suspended, however often")
    func suspend() throws {
        var sandbox = Sandbox()
        let id = try sandbox.userID()
        let before = try sandbox.user(of: id)
        for _ in 1...2 { try sandbox.call("acs.users.suspend", ["acs_user_id": id]) }
        #expect(try sandbox.user(of: id)["is_suspended"] == true)
        for _ in 1...2 { try sandbox.call("acs.users.unsuspend", ["acs_user_id": id]) }
        #expect(try sandbox.user(of: id) == before)
    }

    @Test("a user goes by the pair of identity and system too, and needs one of both ways")
    func pair() throws {
        var sandbox = Sandbox()
        let systems = sandbox.systems.map(JSONValue.string)
        let identity = try sandbox.identityID(["full_name": "Jane", "acs_system_ids": .array(systems)])
        let pair: JSONValue = ["user_identity_id": identity, "acs_system_id": systems[1]]
        let user = try #require(try sandbox.call("acs.users.get", pair)["acs_user"])
        #expect(user["acs_system_id"] == systems[1])
        #expect(try sandbox.refusal(of: "acs.users.delete").status == 400)
        #expect(try sandbox.refusal(of: "acs.users.delete", ["user_identity_id": identity]).status == 400)
        try sandbox.call("acs.users.delete", pair)
        #expect(try sandbox.refusal(of: "acs.users.delete", pair).status == 404)
        let left = try #require(try sandbox.identity(of: identity)["acs_user_ids"]?.arrayValue)
        #expect(left.count == 1)
    }
}
