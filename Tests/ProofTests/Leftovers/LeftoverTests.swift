import JSON
import Proof
import ReferenceServer
import Results
import Scenarios
import Testing

/// What a run says that it left is what is there.
@Suite("Leftovers")
struct LeftoverTests {
    @Test("what is there in the end is counted as left, whatever the responses say", arguments: Negligence.all)
    func counted(negligence: Negligence) async throws {
        let watch = Watch()
        let trial = try ProofTests.trial().sample(oneIn: 40) {
            ["identity-create-echo", "access-user-create-echo", "identity-delete"].contains($0.scenario.id)
        }
        let record = try #require(
            try await trial.record(faults: []) { request, respond in
                await watch.begin(request, respond)
                return await negligence.front(request, respond)
            }
        )
        let cleanup = try #require(record.ending?.cleanup)
        let there = await watch.newcomers()
        #expect(cleanup.created >= 10)
        let left = cleanup.leftovers.filter { $0.namespace != "/client_sessions" }.reduce(0) { $0 + $1.count }
        #expect(left == there.count, "\(cleanup)")
        #expect(cleanup.created == cleanup.deleted + cleanup.left)
        #expect(there.isEmpty == negligence.isDeletable)
    }

    @Test("an id that was given to somebody else after it was deleted is not deleted again")
    func reusedID() async throws {
        let reuse = Reuse()
        let whole = try ProofTests.trial()
        let trial = SuiteTrial(
            contract: whole.contract,
            catalogue: whole.catalogue,
            cases: whole.cases.filter { $0.scenario.id.hasPrefix("access-user-delete") },
            seed: whole.seed,
            concurrency: whole.concurrency
        )
        let record = try #require(try await trial.record(faults: [], behind: reuse.front))
        #expect(record.cases.count > 1)
        #expect(await reuse.deletionCount > 0)
        #expect(await reuse.harmed == [])
    }

    /// What was there when a run began, and what is there in the end.
    private actor Watch {
        private var respond: SuiteTrial.Responder?
        private var before: [String: Set<String>] = [:]

        /// Takes in what a key can see before its first request.
        func begin(_ request: ServerRequest, _ respond: @escaping SuiteTrial.Responder) async {
            guard let key = request.headers["authorization"], before[key] == nil else { return }
            self.respond = respond
            before[key] = []
            before[key] = await identifiers(by: key)
        }

        /// The ids of identities and users that were not there.
        func newcomers() async -> Set<String> {
            var found: Set<String> = []
            for (key, old) in before { found.formUnion(await identifiers(by: key).subtracting(old)) }
            return found
        }

        private func identifiers(by key: String) async -> Set<String> {
            guard let respond else { return [] }
            let headers = ["authorization": key, "content-type": "application/json"]
            var found: Set<String> = []
            for (path, key, id) in [
                ("/user_identities/list", "user_identities", "user_identity_id"),
                ("/acs/users/list", "acs_users", "acs_user_id"),
            ] {
                var cursor: JSONValue?
                repeat {
                    let body: JSONValue = cursor.map { ["page_cursor": $0] } ?? [:]
                    let request = ServerRequest(
                        method: "POST",
                        target: path,
                        headers: headers,
                        body: body.serializedBytes()
                    )
                    let json = await respond(request).json
                    found.formUnion((json?[key]?.arrayValue ?? []).compactMap { $0[id]?.stringValue })
                    cursor = json?["pagination"]?["next_page_cursor"]
                } while cursor?.stringValue != nil
            }
            return found
        }
    }

    /// Gives the id of each access-system user that is deleted to somebody else.
    private actor Reuse {
        private var reused: Set<String> = []
        private(set) var deletionCount = 0
        private(set) var harmed: [String] = []

        nonisolated var front: SuiteTrial.Front {
            { request, respond in await self.response(to: request, respond) }
        }

        private func response(
            to request: ServerRequest,
            _ respond: @escaping SuiteTrial.Responder
        ) async -> ServerResponse {
            let body = (try? JSONValue(parsing: request.body)) ?? nil
            let id = body["acs_user_id"]?.stringValue ?? ""
            if reused.contains(id) {
                if request.path.hasSuffix("/delete") || request.path.hasSuffix("/update") {
                    harmed.append(request.path)
                }
                let stranger: JSONValue = ["acs_user_id": .string(id), "full_name": "Bob", "display_name": "Bob"]
                return ServerResponse(
                    status: 200,
                    headers: ["content-type": "application/json"],
                    json: ["acs_user": stranger, "ok": true]
                )
            }
            let response = await respond(request)
            if request.path == "/acs/users/delete", response.status == 200, !id.isEmpty {
                deletionCount += 1
                reused.insert(id)
            }
            return response
        }
    }
}
