import JSON
import Proof
import ReferenceServer
import SeamContract

/// People in the workspace under test who have nothing to do with the run, and a watch over what happens to them.
actor Bystanders {
    /// The ids of what they have.
    struct IDs: Sendable {
        /// Their identities.
        var identities: [String] = []
        /// Their access-system users.
        var users: [String] = []
        /// Their client sessions.
        var sessions: [String] = []

        /// All of them.
        var all: Set<String> { Set(identities + users + sessions) }
    }

    private var ids = IDs()
    private var respond: SuiteTrial.Responder?
    private var headers: [String: String] = [:]
    /// How each looked in the beginning, by the path and id that it is read by.
    private var snapshots: [(path: String, parameters: JSONValue, body: JSONValue?)] = []
    /// The requests that would change one of them.
    private(set) var attacks: [String] = []

    /// What stands before the server: it lets the bystanders in before the first request, watches over them, says that they
    /// are old, and lies.
    nonisolated func front(telling lie: Lie) -> SuiteTrial.Front {
        { request, respond in
            let ids = await self.watch(request, respond)
            var response = Self.aged(await respond(request), ids)
            lie.tell(request, &response, ids)
            return response
        }
    }

    /// What has become of them: what differs from how they looked in the beginning.
    ///
    /// - Returns: the paths and ids of those that changed or are gone.
    func changes() async -> [String] {
        guard let respond else { return ["nobody was there"] }
        var changes: [String] = []
        for (path, parameters, body) in snapshots {
            let now = await respond(request(path, parameters)).json
            if now?.withoutRequestID != body?.withoutRequestID { changes.append("\(path) \(parameters.serialized())") }
        }
        return changes
    }

    private func watch(_ request: ServerRequest, _ respond: @escaping SuiteTrial.Responder) async -> IDs {
        if self.respond == nil, let key = request.headers["authorization"] {
            self.respond = respond
            headers = ["authorization": key, "content-type": "application/json"]
            await letIn(by: respond)
        }
        if OperationEffect(path: request.path) != .reads {
            let text = String(decoding: request.body, as: UTF8.self) + "?" + request.query
            if ids.all.contains(where: text.contains) { attacks.append("\(request.method) \(request.path) \(text)") }
        }
        return ids
    }

    /// Creates three people, each with an identity, a user and a session.
    private func letIn(by respond: SuiteTrial.Responder) async {
        let systems = await respond(request("/acs/systems/list", [:])).json
        guard let system = systems?["acs_systems"]?[0]?["acs_system_id"] else { return }
        for name in ["Alice", "Bob", "Carol"] {
            let email = JSONValue.string("\(name.lowercased())@example.org")
            let profile: JSONValue = ["full_name": .string(name), "email_address": email]
            let identity = await respond(request("/user_identities/create", profile)).json
            guard let id = identity?["user_identity"]?["user_identity_id"] else { continue }
            let user = await respond(
                request(
                    "/acs/users/create",
                    ["acs_system_id": system, "full_name": .string(name), "user_identity_id": id]
                )
            ).json
            let session = await respond(request("/client_sessions/create", ["user_identity_id": id])).json
            ids.identities.append(id.stringValue ?? "")
            ids.users.append(user?["acs_user"]?["acs_user_id"]?.stringValue ?? "")
            ids.sessions.append(session?["client_session"]?["client_session_id"]?.stringValue ?? "")
        }
        for id in ids.identities { await keep("/user_identities/get", ["user_identity_id": .string(id)], respond) }
        for id in ids.users { await keep("/acs/users/get", ["acs_user_id": .string(id)], respond) }
        for id in ids.sessions { await keep("/client_sessions/get", ["client_session_id": .string(id)], respond) }
    }

    private func keep(_ path: String, _ parameters: JSONValue, _ respond: SuiteTrial.Responder) async {
        snapshots.append((path, parameters, await respond(request(path, parameters)).json))
    }

    private func request(_ path: String, _ parameters: JSONValue) -> ServerRequest {
        ServerRequest(method: "POST", target: path, headers: headers, body: parameters.serializedBytes())
    }

    /// A response in which the bystanders are as old as they would be.
    private static func aged(_ response: ServerResponse, _ ids: IDs) -> ServerResponse {
        let all = ids.all
        var response = response
        response.json = response.json?.mapObjects { object in
            let own = ["user_identity_id", "acs_user_id", "client_session_id"].compactMap { object[$0]?.stringValue }
            guard object["created_at"] != nil, own.contains(where: all.contains) else { return }
            object["created_at"] = "2020-02-02T02:02:02.000Z"
        }
        return response
    }
}

extension JSONValue {
    /// The value without what differs from response to response.
    fileprivate var withoutRequestID: JSONValue {
        guard case .object(var object) = self else { return self }
        object["request_id"] = nil
        return .object(object)
    }
}
