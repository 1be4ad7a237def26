import JSON
import NIOCore
import NIOPosix
import ReferenceServer
import SeamModel
import Testing

@Suite("The reference server")
struct ServerTests {
    @Test("the model knows every operation of the contract")
    func covered() throws {
        let client = try Client()
        let names = client.server.operationNames
        #expect(names == Workspace.operationNames)
    }

    @Test("credentials lead to their own workspace")
    func workspaces() throws {
        let client = try Client()
        let seed = client.server.seed
        let ids = seed.world.workspaces.map { JSONValue.string($0.id.description) }
        #expect(try client.call("/workspaces/get")["workspace"]?["workspace_id"] == ids[0])
        let other = client.with("authorization", "Bearer \(seed.apiKey(at: 1))")
        #expect(try other.call("/workspaces/get")["workspace"]?["workspace_id"] == ids[1])
        let token = client.with("authorization", "Bearer \(seed.personalAccessToken)")
        #expect(token.send("POST", "/workspaces/get").status == 401)
        let chosen = token.with("seam-workspace", ids[1].stringValue)
        #expect(try chosen.call("/workspaces/get")["workspace"]?["workspace_id"] == ids[1])
        let identity = try client.identityID(["email_address": "j@example.com"])
        #expect(other.send("POST", "/user_identities/get", ["user_identity_id": identity]).status == 404)
        _ = try other.identityID(["email_address": "j@example.com"])
    }

    @Test("a client session may read lists, and nothing that the contract does not open to it")
    func clientSession() throws {
        let client = try Client()
        let identity = try client.identityID()
        _ = try client.identityID()
        let session = try client.call("/client_sessions/create", ["user_identity_id": identity])["client_session"]
        let token = try #require(session?["token"]?.stringValue)
        for app in [
            client.with("authorization", "Bearer \(token)"),
            client.with("authorization", nil).with("seam-client-session-token", token),
        ] {
            let list = try app.call("/user_identities/list")["user_identities"]
            #expect(list?.arrayValue?.compactMap { $0["user_identity_id"] } == [identity])
            #expect(app.send("POST", "/user_identities/create", [:]).status == 401)
            #expect(app.send("POST", "/acs/users/get", [:]).status == 401)
        }
        _ = try client.call("/user_identities/delete", ["user_identity_id": identity])
        #expect(client.with("authorization", "Bearer \(token)").send("GET", "/user_identities/list").status == 401)
    }

    @Test("PUT gives the session that there is, POST refuses a second")
    func putSession() throws {
        let client = try Client()
        let body: JSONValue = ["user_identifier_key": "u"]
        let first = client.send("POST", "/client_sessions/create", body)
        #expect(first.status == 200)
        #expect(client.send("POST", "/client_sessions/create", body).status == 400)
        #expect(client.send("PUT", "/client_sessions/create", body).json == first.json)
    }

    @Test("the description names the endpoint, the keys and what was seeded")
    func description() throws {
        let client = try Client()
        let description = client.server.description(at: ServerAddress(host: "127.0.0.1", port: 3020))
        #expect(description.json["endpoint"] == "http://127.0.0.1:3020")
        #expect(description.json["workspaces"]?[1]?["api_key"] == .string(client.server.seed.apiKey(at: 1)))
        let systems = description.json["workspaces"]?[0]?["acs_systems"]?.arrayValue
        let listed = try client.call("/acs/systems/list")["acs_systems"]?.arrayValue
        #expect(systems?.map { $0["acs_system_id"] } == listed?.map { $0["acs_system_id"] })
        #expect(description.text.contains(client.server.seed.personalAccessToken))
        #expect(description.faults.isEmpty)
    }

    @Test("a server that breaks a requirement says so where it tells its keys")
    func brokenDescription() throws {
        let fault = try #require(Fault.named("accept-second-email"))
        let description = try Client(faults: [fault]).server.description(
            at: ServerAddress(host: "127.0.0.1", port: 3020)
        )
        #expect(description.text.contains("broken on purpose       UI-UNIQ-EMAIL: "))
        #expect(description.json["faults"]?[0]?["id"] == "accept-second-email")
    }

    @Test("it answers over HTTP, and stops when the body ends")
    func network() async throws {
        let client = try Client()
        let (status, body) = try await client.server.withRunning { address in
            #expect(address.port > 0)
            return try await fetch("\(address.url)/workspaces/get", client.headers)
        }
        #expect(status == 200)
        #expect(body["workspace"]?["is_sandbox"] == true)
    }

    @Test("when it has as many connections as it may, others wait until some are closed, and are served then")
    func fullOfConnections() async throws {
        let client = try Client()
        try await client.server.withRunning(connectionLimit: 4) { address in
            let bootstrap = ClientBootstrap(group: MultiThreadedEventLoopGroup.singleton)
            var idle: [any Channel] = []
            for _ in 0..<40 { idle.append(try await bootstrap.connect(host: "127.0.0.1", port: address.port).get()) }
            async let late = fetch("\(address.url)/workspaces/get", client.headers)
            for channel in idle { try await channel.close() }
            #expect(try await late.status == 200)
        }
    }
}
