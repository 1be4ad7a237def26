import BundledSuite
import Foundation
import JSON
import ReferenceServer
import SeamContract
import SeamModel
import Testing
import Timestamps

@Suite("Sweeping what dead runs left")
struct SweepTests {
    private static let isSoak = ProcessInfo.processInfo.environment["SOAK"] == "1"
    private static let endings = [(SIGKILL, 500), (SIGTERM, 60), (SIGINT, 60), (SIGHUP, 60)]

    @Test(
        "runs that are ended at any moment leave nothing, or nothing that one sweep does not delete",
        .enabled(if: isSoak),
        arguments: endings
    )
    func anyMoment(signal: Int32, count: Int) async throws {
        let document = try #require(BundledSuite.files(in: .contract).first)
        let contract = try Contract(text: document.text, file: document.path)
        let server = ReferenceServer(contract: contract) {
            Timestamp(milliseconds: Int64(Date().timeIntervalSince1970 * 1000))
        }
        let untouched = Self.identifiers(in: server)
        let program = try Program()
        let commands = (1...12).map { ["run", "--report", "ndjson=/dev/stdout", "--shard", "\($0)/12"] }
        try await server.withRunning { address in
            let variables = [
                "SEAM_ENDPOINT": "http://127.0.0.1:\(address.port)",
                "SEAM_API_KEY": server.seed.apiKey(at: 0),
                "SEAM_OTHER_API_KEY": server.seed.apiKey(at: 1),
            ]
            var lengths: [Int] = []
            for command in commands {
                lengths.append(try await program.run(command, environment: variables).output.utf8.count)
            }
            var random = SystemRandomNumberGenerator()
            let moments = (0..<count).map { Int.random(in: 1..<lengths[$0 % lengths.count], using: &random) }
            try await withThrowingTaskGroup { group in
                for (command, bytes) in zip(0..., moments).map({ (commands[$0 % commands.count], $1) }) {
                    group.addTask {
                        let trigger = SpawnedProcess.Trigger(outputBytes: bytes, signal: signal)
                        _ = try await program.run(command, environment: variables, trigger: trigger)
                    }
                }
                try await group.waitForAll()
            }
            let left = Self.identifiers(in: server).subtracting(untouched)
            guard signal == SIGKILL else { return #expect(left == [], "\(moments)") }
            #expect(left.count > count)
            let sweep = try await program.run(["sweep"], environment: variables)
            // The contract has no list of client sessions: whether a lost create has made one can't be told.
            let lines = sweep.output.split(separator: "\n").dropFirst()
            #expect(
                lines.allSatisfy { $0.contains("of /client_sessions: no response shows its id") },
                "\(sweep.output)"
            )
        }
        #expect(Self.identifiers(in: server) == untouched)
    }

    /// The ids of all identities and users in the workspaces of a server.
    private static func identifiers(in server: ReferenceServer) -> Set<String> {
        var found: Set<String> = []
        for (path, items, id) in [
            ("/user_identities/list", "user_identities", "user_identity_id"),
            ("/acs/users/list", "acs_users", "acs_user_id"),
        ] {
            for key in 0...1 {
                let headers = [
                    "authorization": "Bearer \(server.seed.apiKey(at: key))", "content-type": "application/json",
                ]
                var cursor: JSONValue?
                repeat {
                    var parameters: JSONObject = ["limit": 1000]
                    if let cursor { parameters["page_cursor"] = cursor }
                    let body = JSONValue.object(parameters).serializedBytes()
                    let response = server.respond(
                        to: ServerRequest(method: "POST", target: path, headers: headers, body: body)
                    )
                    let page = response.json?[items]?.arrayValue ?? []
                    found.formUnion(page.compactMap { $0[id]?.stringValue })
                    let next = response.json?["pagination"]?["next_page_cursor"]
                    cursor = next?.stringValue == nil ? nil : next
                } while cursor != nil
            }
        }
        return found
    }

    @Test("what a killed run left is deleted by one sweep, which the next run asks for")
    func killed() async throws {
        let served = try await ServedEndpoint()
        let program = try Program()
        var left = 0
        for bytes in [6_000, 20_000, 60_000] {
            let arguments = ["run", SuiteFile.creations, "--report", "ndjson=/dev/stdout"]
            _ = try await program.run(
                arguments,
                environment: served.variables,
                trigger: .init(outputBytes: bytes, signal: SIGKILL)
            )
            let list = try await program.run(["sweep", "--dry-run"], environment: served.variables)
            left = max(left, list.output.split(separator: "\n").count)
        }
        #expect(left > 1)

        let run = try await program.run(SuiteFile.runOfOne, environment: served.variables)
        #expect(run.status == 0)
        #expect(run.errors.contains("'seamcheck sweep' deletes them"))

        let sweep = try await program.run(["sweep"], environment: served.variables)
        #expect(sweep.output.contains("0 still open"), "\(sweep.output)\(sweep.errors)")
        #expect(sweep.status == 0)
        let again = try await program.run(["sweep"], environment: served.variables)
        #expect(again.output == "nothing to sweep\n")
        await served.stop()
    }

    @Test("a sweep without an endpoint, or of a store that is not there, says so")
    func unusable() async throws {
        let program = try Program()
        let nowhere = try await program.run(["sweep"])
        #expect(nowhere.status == 64)
        #expect(nowhere.errors.contains("set SEAM_ENDPOINT"))
        let variables = ["SEAM_ENDPOINT": "http://127.0.0.1:9", "SEAM_API_KEY": "seam_test_key_of_nobody1"]
        let missing = try await program.run(["sweep", "--store", "none.sqlite"], environment: variables)
        #expect(missing.status == 65)
    }
}
