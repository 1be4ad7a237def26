import JSON
import SeamModel
import Testing

@Suite("User identities in the model")
struct UserIdentityTests {
    @Test("a new identity shows every member, unset ones as null")
    func everyMember() throws {
        var sandbox = Sandbox()
        let identity = try sandbox.identity()
        let expected = [
            "user_identity_id", "user_identity_key", "email_address", "phone_number", "display_name", "full_name",
            "created_at", "workspace_id", "acs_user_ids", "merged_user_identity_ids", "merged_user_identity_keys",
            "errors", "warnings",
        ]
        #expect(identity.objectValue?.keys == expected)
        for name in ["user_identity_key", "email_address", "phone_number", "full_name"] {
            #expect(identity[name] == .null)
        }
        #expect(identity["display_name"] == identity["user_identity_id"])
    }

    @Test(
        "any number of identities may be given null for one value",
        arguments: ["user_identity_key", "email_address", "phone_number", "full_name"]
    )
    func nulls(name: String) throws {
        var sandbox = Sandbox()
        for _ in 1...2 {
            let identity = try sandbox.identity([name: .null])
            #expect(identity[name] == .null)
        }
    }

    @Test("values come back as they were sent, and get answers what create answered")
    func echo() throws {
        var sandbox = Sandbox()
        let values: JSONValue = [
            "user_identity_key": "jane_doe", "email_address": "Jane@Example.com", "phone_number": "+15551234567",
            "full_name": "Jané Doe",
        ]
        let identity = try sandbox.identity(values)
        for name in values.objectValue?.keys ?? [] {
            #expect(identity[name] == values[name])
        }
        let id = try #require(identity["user_identity_id"])
        #expect(try sandbox.identity(of: id) == identity)
        #expect(try sandbox.call("user_identities.get", ["user_identity_key": "jane_doe"])["user_identity"] == identity)
    }

    @Test(
        "display_name falls back from name to e-mail address, key and phone number",
        arguments: [
            (["full_name": "Jane", "email_address": "j@example.com"], "Jane"),
            (["email_address": "j@example.com", "user_identity_key": "k"], "j@example.com"),
            (["user_identity_key": "k", "phone_number": "+15551234567"], "k"),
            (["phone_number": "+15551234567"], "+15551234567"),
        ] as [(JSONValue, JSONValue)]
    )
    func displayName(values: JSONValue, expected: JSONValue) throws {
        var sandbox = Sandbox()
        #expect(try sandbox.identity(values)["display_name"] == expected)
    }

    @Test(
        "a value that another identity has is refused, at creation and update",
        arguments: [
            ["email_address": "jane@example.com"], ["phone_number": "+15551234567"], ["user_identity_key": "jane"],
        ] as [JSONValue]
    )
    func unique(value: JSONValue) throws {
        var sandbox = Sandbox()
        let holder = try sandbox.identityID(value)
        #expect(try sandbox.refusal(of: "user_identities.create", value).status == 409)
        let other = try sandbox.identityID()
        var change = try #require(value.objectValue)
        change["user_identity_id"] = other
        #expect(try sandbox.refusal(of: "user_identities.update", .object(change)).status == 409)
        change["user_identity_id"] = holder
        try sandbox.call("user_identities.update", .object(change))
        try sandbox.call("user_identities.delete", ["user_identity_id": holder])
        _ = try sandbox.identity(value)
    }

    @Test("keys that differ only in Unicode composition are different keys")
    func exactKeys() throws {
        var sandbox = Sandbox()
        let composed = try sandbox.identityID(["user_identity_key": "caf\u{E9}"])
        let decomposed = try sandbox.identityID(["user_identity_key": "cafe\u{301}"])
        #expect(composed != decomposed)
        let found = try sandbox.call("user_identities.get", ["user_identity_key": "cafe\u{301}"])
        #expect(found["user_identity"]?["user_identity_id"] == decomposed)
    }

    @Test(
        "values that no identity may have are refused",
        arguments: [
            ["user_identity_key": ""], ["user_identity_key": " \t"], ["full_name": ""], ["phone_number": "555-1234"],
            ["phone_number": "+0123456"], ["phone_number": 15551234567], ["email_address": 1],
            ["acs_system_ids": .null], ["acs_system_ids": ["x"]], ["acs_system_ids": [unknownID]],
        ] as [JSONValue]
    )
    func refusedValues(values: JSONValue) throws {
        var sandbox = Sandbox()
        let error = try sandbox.refusal(of: "user_identities.create", values)
        #expect((400...404).contains(error.status))
    }

    @Test("an update keeps what is omitted, clears what is null and sets the rest")
    func edits() throws {
        var sandbox = Sandbox()
        let id = try sandbox.identityID([
            "user_identity_key": "k", "email_address": "j@example.com", "full_name": "Jane",
            "phone_number": "+15551234567",
        ])
        try sandbox.call(
            "user_identities.update",
            ["user_identity_id": id, "email_address": nil, "full_name": "Joan", "user_identity_key": nil]
        )
        let identity = try sandbox.identity(of: id)
        #expect(identity["email_address"] == .null)
        #expect(identity["user_identity_key"] == .null)
        #expect(identity["full_name"] == "Joan")
        #expect(identity["display_name"] == "Joan")
        #expect(identity["phone_number"] == "+15551234567")
        _ = try sandbox.identity(["email_address": "j@example.com", "user_identity_key": "k"])
    }

    @Test("deleting takes linked users and sessions along, and nothing else")
    func cascade() throws {
        var sandbox = Sandbox()
        let bystander = try sandbox.identity(["acs_system_ids": .array(sandbox.systems.map(JSONValue.string))])
        let id = try sandbox.identityID(["acs_system_ids": [.string(sandbox.systems[0])]])
        let linked = try #require(try sandbox.identity(of: id)["acs_user_ids"]?[0])
        let released = try sandbox.userID(["acs_system_id": .string(sandbox.systems[1]), "user_identity_id": id])
        try sandbox.call("user_identities.remove_acs_user", ["user_identity_id": id, "acs_user_id": released])
        let session = try sandbox.call("client_sessions.create", ["user_identity_id": id])["client_session"]
        try sandbox.call("user_identities.delete", ["user_identity_id": id])

        #expect(try sandbox.refusal(of: "user_identities.get", ["user_identity_id": id]).status == 404)
        #expect(try sandbox.refusal(of: "user_identities.delete", ["user_identity_id": id]).status == 404)
        #expect(try sandbox.refusal(of: "acs.users.get", ["acs_user_id": linked]).status == 404)
        let sessionID = try #require(session?["client_session_id"])
        #expect(try sandbox.refusal(of: "client_sessions.get", ["client_session_id": sessionID]).status == 404)
        #expect(try sandbox.user(of: released)["user_identity_id"] == nil)
        #expect(try sandbox.identity(of: try #require(bystander["user_identity_id"])) == bystander)
    }

    @Test("get needs an id or a key, and both must name one identity")
    func getParameters() throws {
        var sandbox = Sandbox()
        let id = try sandbox.identityID(["user_identity_key": "a"])
        _ = try sandbox.identityID(["user_identity_key": "b"])
        #expect(try sandbox.refusal(of: "user_identities.get").status == 400)
        #expect(try sandbox.refusal(of: "user_identities.get", ["user_identity_id": "x"]).status == 400)
        #expect(try sandbox.refusal(of: "user_identities.get", ["user_identity_id": unknownID]).status == 404)
        #expect(try sandbox.refusal(of: "user_identities.get", ["user_identity_key": "A"]).status == 404)
        let both: JSONValue = ["user_identity_id": id, "user_identity_key": "b"]
        #expect(try sandbox.refusal(of: "user_identities.get", both).status == 404)
    }
}
