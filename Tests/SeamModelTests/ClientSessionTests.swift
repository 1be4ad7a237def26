import JSON
import SeamModel
import Testing
import Timestamps

@Suite("Client sessions in the model")
struct ClientSessionTests {
    @Test("a session is found by id and user identifier key, and gone after deletion")
    func lifecycle() throws {
        var sandbox = Sandbox()
        let identity = try sandbox.identityID()
        let parameters: JSONValue = ["user_identifier_key": "u1", "user_identity_id": identity]
        let session = try #require(try sandbox.call("client_sessions.create", parameters)["client_session"])
        #expect(session["token"]?.stringValue?.hasPrefix("seam_cst") == true)
        #expect(session["user_identity_ids"] == [identity])
        let id = try #require(session["client_session_id"])
        for parameters in [["client_session_id": id], ["user_identifier_key": "u1"]] as [JSONValue] {
            #expect(try sandbox.call("client_sessions.get", parameters)["client_session"] == session)
        }
        try sandbox.call("client_sessions.delete", ["client_session_id": id])
        #expect(try sandbox.refusal(of: "client_sessions.get", ["client_session_id": id]).status == 404)
        #expect(try sandbox.refusal(of: "client_sessions.delete", ["client_session_id": id]).status == 404)
        #expect(try sandbox.refusal(of: "client_sessions.get").status == 400)
    }

    @Test("a used user identifier key is refused, unless an existing session will do")
    func usedKey() throws {
        var sandbox = Sandbox()
        let parameters: JSONValue = ["user_identifier_key": "u1"]
        let session = try sandbox.call("client_sessions.create", parameters)
        let error = try sandbox.refusal(of: "client_sessions.create", parameters)
        #expect(error.type == "client_session_token_already_exists")
        #expect(try sandbox.call("client_sessions.create", parameters, prefersExisting: true) == session)
    }

    @Test("get_or_create gives the session that there is, with its end moved")
    func getOrCreate() throws {
        var sandbox = Sandbox()
        let identity = try sandbox.identityID()
        let first = try sandbox.call("client_sessions.get_or_create", ["user_identity_id": identity])["client_session"]
        let end = JSONValue.string((sandbox.now + .seconds(99)).rfc3339)
        let again = try sandbox.call(
            "client_sessions.get_or_create",
            ["user_identity_id": identity, "expires_at": end]
        )["client_session"]
        #expect(again?["client_session_id"] == first?["client_session_id"])
        #expect(again?["expires_at"] == end)
        let unknown: JSONValue = ["user_identity_id": unknownID]
        #expect(try sandbox.refusal(of: "client_sessions.get_or_create", unknown).status == 404)
    }

    @Test("a session sees its own identity, and nobody else's")
    func scope() throws {
        var sandbox = Sandbox()
        let own = try sandbox.identityID(["acs_system_ids": [.string(sandbox.systems[0])]])
        let other = try sandbox.identityID(["acs_system_ids": .array(sandbox.systems.map(JSONValue.string))])
        let session = try sandbox.call("client_sessions.create", ["user_identity_id": own])["client_session"]
        let text = try #require(session?["client_session_id"]?.stringValue)
        let scope = Call.Scope.session(try #require(ResourceID(text)))
        let seen = try sandbox.call("user_identities.list", scope: scope)["user_identities"]
        #expect(seen?.arrayValue?.compactMap { $0["user_identity_id"] } == [own])
        #expect(try sandbox.call("acs.users.list", scope: scope)["acs_users"]?.arrayValue?.count == 1)
        #expect(try sandbox.call("acs.systems.list", scope: scope)["acs_systems"]?.arrayValue?.count == 1)
        #expect(try sandbox.call("acs.entrances.list", scope: scope)["acs_entrances"] == [])
        #expect(throws: ModelError.self) {
            try sandbox.call("user_identities.list_acs_systems", ["user_identity_id": other], scope: scope)
        }
    }
}
