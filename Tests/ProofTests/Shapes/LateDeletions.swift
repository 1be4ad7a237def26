import JSON
import Proof
import ReferenceServer
import Synchronization

/// Holds deletions back until some more requests have come, and marks meanwhile what is about to go.
final class LateDeletions: Sendable {
    /// A deletion that was accepted.
    private struct Pending {
        let request: ServerRequest
        let id: String
        var requestsLeft: Int
    }

    /// How many requests come between a deletion and its effect.
    private static let delay = 5

    private let pending = Mutex<[Pending]>([])

    /// The response to a request, whose deletion is held back.
    func response(
        to request: ServerRequest,
        from respond: SuiteTrial.Responder
    ) async -> ServerResponse {
        for request in due() { _ = await respond(request) }
        guard let id = Self.deletedID(in: request), let found = Self.lookup(of: id, like: request) else {
            return marked(await respond(request))
        }
        let lookup = await respond(found)
        // What does not exist, or may not be seen, is refused at once.
        guard lookup.status == 200 else { return await respond(request) }
        pending.withLock { $0.append(Pending(request: request, id: id, requestsLeft: Self.delay)) }
        return ServerResponse(status: 200, headers: lookup.headers, json: ["ok": true])
    }

    /// The deletions whose time has come.
    private func due() -> [ServerRequest] {
        pending.withLock { pending in
            for index in pending.indices { pending[index].requestsLeft -= 1 }
            let due = pending.filter { $0.requestsLeft <= 0 }
            pending.removeAll { $0.requestsLeft <= 0 }
            return due.map(\.request)
        }
    }

    /// A response in which everything that is about to go says so.
    private func marked(_ response: ServerResponse) -> ServerResponse {
        let ids = Set(pending.withLock { $0.map(\.id) })
        guard !ids.isEmpty else { return response }
        var response = response
        response.json = response.json?.mapObjects { object in
            let own = object["acs_user_id"]?.stringValue ?? object["user_identity_id"]?.stringValue
            guard let own, ids.contains(own), let warnings = object["warnings"]?.arrayValue else { return }
            let warning: JSONValue = [
                "warning_code": "being_deleted", "message": "It is being deleted.",
                "created_at": object["created_at"] ?? .null,
            ]
            object["warnings"] = .array(warnings + [warning])
        }
        return response
    }

    /// The id of what a request deletes; nil when it deletes nothing, or not by its id.
    private static func deletedID(in request: ServerRequest) -> String? {
        guard let parameter = parameters[request.path], request.method == "POST",
            let body = try? JSONValue(parsing: String(decoding: request.body, as: UTF8.self))
        else { return nil }
        return body[parameter]?.stringValue
    }

    /// The request that shows whether the thing is there.
    private static func lookup(of id: String, like request: ServerRequest) -> ServerRequest? {
        guard let parameter = parameters[request.path] else { return nil }
        return ServerRequest(
            method: "POST",
            target: request.path.replacing("/delete", with: "/get"),
            headers: request.headers,
            body: JSONValue.object([parameter: .string(id)]).serializedBytes()
        )
    }

    private static let parameters = [
        "/user_identities/delete": "user_identity_id", "/acs/users/delete": "acs_user_id",
    ]
}
