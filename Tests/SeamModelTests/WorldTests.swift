import JSON
import SeamModel
import Testing
import Timestamps

@Suite("Worlds, seeds and credentials")
struct WorldTests {
    private let now = Timestamp(milliseconds: 1_800_000_000_000)

    @Test("a seed gives the same ids and keys each time, another seed others")
    func deterministic() {
        let ids = { (seed: UInt64) in
            Seed(seed: seed, now: now).world.workspaces.flatMap { workspace in
                [workspace.id] + workspace.systems.rows.map(\.id) + workspace.groups.rows.map(\.id)
                    + workspace.entrances.rows.map(\.id)
            }
        }
        #expect(ids(1) == ids(1))
        #expect(Set(ids(1)).count == 2 * (1 + 2 + 4 + 4))
        #expect(Set(ids(1)).isDisjoint(with: ids(2)))
        #expect(Seed(seed: 1, now: now).apiKey(at: 0).hasPrefix("seam_test1"))
        #expect(Seed(seed: 1, now: now).personalAccessToken.hasPrefix("seam_at"))
    }

    @Test("an API key leads to its workspace, a personal access token to the one that is named")
    func access() throws {
        let seed = Seed(seed: 1, now: now)
        let world = seed.world
        for place in 0...1 {
            let key = Credentials(bearerToken: seed.apiKey(at: place))
            #expect(try world.access(with: key, now: now).workspace == place)
            let id = world.workspaces[place].id.description
            let token = Credentials(bearerToken: seed.personalAccessToken, workspace: id)
            #expect(try world.access(with: token, now: now).workspace == place)
            #expect(try world.access(with: token, now: now).scheme == "pat_with_workspace")
        }
    }

    @Test(
        "credentials that do not do are refused",
        arguments: [
            (Credentials(), 401, "unauthorized"), (Credentials(bearerToken: "seam_test_x"), 401, "unauthorized"),
            (Credentials(bearerToken: "seam_at1x"), 401, "unauthorized"),
            (Credentials(bearerToken: "seam_at1x", workspace: "x"), 401, "unauthorized"),
            (Credentials(bearerToken: "seam_cst1x"), 401, "client_session_not_found"),
            (Credentials(clientSessionToken: "token"), 400, "invalid_client_session_token"),
        ]
    )
    func refused(credentials: Credentials, status: Int, type: String) throws {
        let world = Seed(seed: 1, now: now).world
        let error = #expect(throws: ModelError.self) { try world.access(with: credentials, now: now) }
        #expect(error?.status == status)
        #expect(error?.type == type)
    }

    @Test("a client session token works until it expires or its session or identity goes")
    func sessionAccess() throws {
        var world = Seed(seed: 1, now: now).world
        let token = try sessionToken(&world)
        let credentials = Credentials(clientSessionToken: token)
        #expect(try world.access(with: credentials, now: now).scheme == "client_session")
        let late = now + .seconds(3600)
        let expired = #expect(throws: ModelError.self) { try world.access(with: credentials, now: late) }
        #expect(expired?.type == "client_session_expired")
        let identity = try #require(world.workspaces[0].identities.rows.first { _ in true })
        let parameters = JSONObject(uniqueMembers: [
            .init(key: "user_identity_id", value: .string(identity.id.description))
        ])
        _ = try world.workspaces[0].perform("user_identities.delete", parameters, Call(now: now))
        #expect(throws: ModelError.self) { try world.access(with: credentials, now: now) }
    }

    @Test("workspaces share neither rows nor unique values")
    func isolation() throws {
        var world = Seed(seed: 1, now: now).world
        let values = try #require(
            (["email_address": "j@example.com", "user_identity_key": "k"] as JSONValue).objectValue
        )
        for place in 0...1 {
            _ = try world.workspaces[place].perform("user_identities.create", values, Call(now: now))
        }
        let id = try #require(world.workspaces[0].identities.rows.first { _ in true }).id
        #expect(world.workspaces[1].identities[id] == nil)
        #expect(world.workspaces[1].identities.count == 1)
    }

    @Test("a workspace finds nothing of another, unless a crossing lets it")
    func crossings() throws {
        var world = Seed(seed: 7, now: now).world
        let call = Call(now: now)
        _ = try world.perform("user_identities.create", JSONObject(), call, in: 0)
        let id = try #require(world.workspaces[0].identities.rows.first { _ in true }).id
        let parameters = JSONObject(uniqueMembers: [.init(key: "user_identity_id", value: .string(id.description))])
        let refusal = #expect(throws: ModelError.self) {
            try world.perform("user_identities.get", parameters, call, in: 1)
        }
        #expect(refusal?.status == 404)
        #expect(refusal?.message.contains(world.workspaces[0].id.description) == false)
        world.changePolicies { $0.isolation.crossings = [.init("user_identities.get", by: "user_identity_id")] }
        #expect(try world.perform("user_identities.get", parameters, call, in: 1) != nil)
        _ = try world.perform("user_identities.delete", parameters, call, in: 0)
    }

    @Test(
        "ids are read in either case and written in lower case",
        arguments: [
            "5B1D1F6C-3F4B-4A4E-9D57-0D6A3C1F2B77", "5b1d1f6c-3f4b-4a4e-9d57-0d6a3c1f2b77",
        ]
    )
    func idForms(text: String) {
        #expect(ResourceID(text)?.description == text.lowercased())
    }

    @Test(
        "what is no id is none",
        arguments: [
            "", "x", "5b1d1f6c3f4b4a4e9d570d6a3c1f2b77", "5b1d1f6c-3f4b-4a4e-9d57-0d6a3c1f2b7g",
            "5b1d1f6c-3f4b-4a4e-9d57-0d6a3c1f2b7", "5b1d1f6c03f4b-4a4e-9d57-0d6a3c1f2b77",
        ]
    )
    func noID(text: String) {
        #expect(ResourceID(text) == nil)
    }

    /// The token of a session of a new identity in the first workspace.
    private func sessionToken(_ world: inout World) throws -> String {
        let call = Call(now: now)
        _ = try world.workspaces[0].perform("user_identities.create", JSONObject(), call)
        let identity = try #require(world.workspaces[0].identities.rows.first { _ in true })
        let parameters = JSONObject(uniqueMembers: [
            .init(key: "user_identity_id", value: .string(identity.id.description)),
            .init(key: "expires_at", value: .string((now + .seconds(60)).rfc3339)),
        ])
        _ = try world.workspaces[0].perform("client_sessions.create", parameters, call)
        return try #require(world.workspaces[0].sessions.rows.first { _ in true }).token
    }
}
