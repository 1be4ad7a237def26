import Foundation
import JSON
import ReferenceServer
import Synchronization

extension Shape {
    /// The forms that are tried.
    static let all = [
        foreignIDs, furtherMembers, clashesAs400, ownErrorTypes, lateDeletion, partOfTheAPI, postAlone,
    ]

    /// Ids are no UUIDs, in what is answered and in what is taken.
    private static let foreignIDs = Shape(
        name: "ids that are no UUIDs",
        breaks: ["UI-ID-UUID", "UI-SCHEMA-MERGED", "AU-IDS", "TR-SCHEMA"]
    ) {
        { request, respond in
            var response = await respond(request.changed { $0.replacing("obj_", with: "") })
            response.json = response.json?.mapTexts { UUID(uuidString: $0) == nil ? $0 : "obj_" + $0 }
            return response
        }
    }

    /// Every object has a member that the contract does not know.
    private static let furtherMembers = response("members that the contract does not know") { response in
        response.json = response.json?.mapObjects { $0["vendor_extra"] = ["more": [1, "two", nil]] }
    }

    /// A clash of values is a 400 like any other.
    private static let clashesAs400 = response("clashes as 400") { response in
        if response.status == 409 { response.status = 400 }
    }

    /// Errors have types and messages that nobody else uses, and nothing else in them.
    private static let ownErrorTypes = response(
        "error types of its own",
        breaks: ["AUTH-TYPE", "SDK-ERR-MAP", "TR-405", "TR-VALIDATION-SHAPE"]
    ) { response in
        guard response.json?["error"] != nil else { return }
        response.json = [
            "error": ["type": .string("acme_\(response.status)"), "message": "No."], "ok": false,
        ]
    }

    /// What is deleted goes only after some more requests, and is marked until then.
    private static let lateDeletion = Shape(name: "deletions that take effect later") {
        let deletions = LateDeletions()
        return { request, respond in await deletions.response(to: request, from: respond) }
    }

    /// Whole areas of the API are not there.
    private static let partOfTheAPI = Shape(
        name: "a part of the API",
        absent: ["/acs/entrances/", "/client_sessions/", "/user_identities/merge", "/acs/users/suspend"]
    ) {
        { request, respond in
            let absent = ["/acs/entrances/", "/client_sessions/", "/user_identities/merge", "/acs/users/suspend"]
            guard absent.contains(where: request.path.hasPrefix) else { return await respond(request) }
            return ServerResponse(status: 404, headers: ["content-type": "text/html", "seam-request-id": "r"])
        }
    }
}

extension Shape {
    /// Nothing but POST is taken.
    private static let postAlone = Shape(
        name: "POST alone",
        breaks: ["TR-ALIAS"],
        causes: ["every GET", "every PATCH", "every PUT", "every DELETE"]
    ) {
        { request, respond in
            guard ["GET", "PATCH", "PUT", "DELETE"].contains(request.method) else { return await respond(request) }
            return await respond(
                ServerRequest(
                    method: "TRACE",
                    target: request.path,
                    headers: request.headers,
                    body: request.body
                )
            )
        }
    }
}

extension ServerRequest {
    /// The request with path, query, header fields and body changed as texts.
    func changed(_ change: (String) -> String) -> ServerRequest {
        ServerRequest(
            method: method,
            target: path + (query.isEmpty ? "" : "?" + change(query)),
            headers: headers.mapValues(change),
            body: Array(change(String(decoding: body, as: UTF8.self)).utf8)
        )
    }
}
