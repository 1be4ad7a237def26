import JSON
import Proof
import ReferenceServer
import SeamContract
import Testing

/// A way in which an endpoint leaves something behind that its responses deny.
struct Negligence: Sendable, CustomTestStringConvertible {
    /// What the endpoint does.
    let name: String
    /// Whether a run can delete all that it left, since it is deletable.
    var isDeletable = false
    /// What stands before the server.
    let front: @Sendable (ServerRequest, SuiteTrial.Responder) async -> ServerResponse

    var testDescription: String { name }

    private static func refusal(_ status: Int, _ type: String) -> ServerResponse {
        let json: JSONValue = [
            "error": ["type": .string(type), "message": "no", "request_id": "r"], "ok": false,
        ]
        return ServerResponse(status: status, headers: ["content-type": "application/json"], json: json)
    }

    private static func deletes(_ request: ServerRequest) -> Bool { OperationEffect(path: request.path) == .deletes }

    private static func creates(_ request: ServerRequest) -> Bool {
        ["/user_identities/create", "/acs/users/create"].contains(request.path)
    }

    /// The ways.
    static let all = [
        Negligence(name: "a delete is accepted and does nothing") { request, respond in
            guard deletes(request) else { return await respond(request) }
            return ServerResponse(status: 200, headers: ["content-type": "application/json"], json: ["ok": true])
        },
        Negligence(name: "a delete says that nothing is there") { request, respond in
            deletes(request) ? refusal(404, "not_found") : await respond(request)
        },
        Negligence(name: "a create that is stored is refused", isDeletable: true) { request, respond in
            let response = await respond(request)
            return creates(request) && response.status == 200 ? refusal(400, "invalid_input") : response
        },
        Negligence(name: "everything says that it was created long ago") { request, respond in
            var response = await respond(request)
            response.json = response.json?.mapObjects { object in
                if object["created_at"] != nil { object["created_at"] = "2020-02-02T02:02:02.000Z" }
            }
            return response
        },
        Negligence(name: "a create shows no id, and nothing can be searched for", isDeletable: true) {
            request,
            respond in
            let body = (try? JSONValue(parsing: request.body)) ?? nil
            if body["search"] != nil { return refusal(500, "internal_server_error") }
            var response = await respond(request)
            guard creates(request) else { return response }
            response.json = response.json?.mapObjects { object in
                for name in ["user_identity_id", "acs_user_id"] where object[name] != nil { object[name] = nil }
            }
            return response
        },
        Negligence(name: "a create is stored twice", isDeletable: true) { request, respond in
            let response = await respond(request)
            guard request.path == "/acs/users/create", response.status == 200 else { return response }
            _ = await respond(request)
            return response
        },
    ]
}
