import JSON
import SeamModel
import Testing

@Suite("Merging user identities")
struct MergeTests {
    @Test("the primary takes what it lacks, and merged ids and keys lead to it")
    func merges() throws {
        var sandbox = Sandbox()
        let primary = try sandbox.identityID(["user_identity_key": "p", "email_address": "p@example.com"])
        let other = try sandbox.identityID([
            "user_identity_key": "o", "email_address": "o@example.com", "phone_number": "+15551234567",
            "acs_system_ids": [.string(sandbox.systems[1])],
        ])
        let session = try sandbox.call("client_sessions.create", ["user_identity_id": other])["client_session"]
        let merge: JSONValue = ["user_identity_id": primary, "merged_user_identity_ids": [other]]
        try sandbox.call("user_identities.merge", merge)

        let merged = try sandbox.identity(of: other)
        #expect(merged["user_identity_id"] == primary)
        #expect(merged["email_address"] == "p@example.com")
        #expect(merged["phone_number"] == "+15551234567")
        #expect(merged["merged_user_identity_ids"] == [other])
        #expect(merged["merged_user_identity_keys"] == ["o"])
        #expect(try sandbox.call("user_identities.get", ["user_identity_key": "o"])["user_identity"] == merged)
        let user = try sandbox.user(of: try #require(merged["acs_user_ids"]?[0]))
        #expect(user["user_identity_id"] == primary)
        #expect(user["user_identity_email_address"] == "p@example.com")
        let moved = try sandbox.call(
            "client_sessions.get",
            ["client_session_id": try #require(session?["client_session_id"])]
        )
        #expect(moved["client_session"]?["user_identity_id"] == primary)
        #expect(try sandbox.ids("user_identities.list", [:], "user_identities", "user_identity_id") == [primary])

        let contents = Contents(sandbox.workspace)
        try sandbox.call("user_identities.merge", merge)
        #expect(Contents(sandbox.workspace) == contents)
    }

    @Test("a merged key stays taken until the primary is deleted")
    func mergedKey() throws {
        var sandbox = Sandbox()
        let primary = try sandbox.identityID(["user_identity_key": "p"])
        _ = try sandbox.identityID(["user_identity_key": "o"])
        try sandbox.call(
            "user_identities.merge",
            ["user_identity_key": "p", "merged_user_identity_keys": ["o"]]
        )
        #expect(try sandbox.refusal(of: "user_identities.create", ["user_identity_key": "o"]).status == 409)
        try sandbox.call("user_identities.delete", ["user_identity_id": primary])
        _ = try sandbox.identity(["user_identity_key": "o"])
    }

    @Test("a merge that can't be done whole is not done at all")
    func refusals() throws {
        var sandbox = Sandbox()
        let system: JSONValue = [.string(sandbox.systems[0])]
        let primary = try sandbox.identityID(["user_identity_key": "p", "acs_system_ids": system])
        let free = try sandbox.identityID(["user_identity_key": "f"])
        let rival = try sandbox.identityID(["acs_system_ids": system])
        let merges: [(JSONValue, Int)] = [
            (["user_identity_id": primary, "merged_user_identity_ids": [free, unknownID]], 404),
            (["user_identity_id": unknownID, "merged_user_identity_ids": [free]], 404),
            (["user_identity_id": primary, "merged_user_identity_ids": [free, primary]], 400),
            (["user_identity_id": primary, "merged_user_identity_ids": [free, rival]], 409),
            (["user_identity_id": primary, "merged_user_identity_keys": ["f"]], 400),
            (["user_identity_key": "p", "merged_user_identity_keys": ["f", "x"]], 404),
        ]
        for (parameters, status) in merges {
            #expect(try sandbox.refusal(of: "user_identities.merge", parameters).status == status)
        }
    }
}
