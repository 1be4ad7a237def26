import JSON
import ReferenceServer
import Testing

/// Something false that a proxy in front of a correct server says of people who have nothing to do with the run.
struct Lie: Sendable, CustomTestStringConvertible {
    /// What is false.
    let name: String
    /// Changes a response to a request, given the ids of those people.
    let tell: @Sendable (ServerRequest, inout ServerResponse, Bystanders.IDs) -> Void

    var testDescription: String { name }

    /// A lie in the successful responses of one operation.
    private static func of(
        _ path: String,
        _ name: String,
        _ change: @escaping @Sendable (inout JSONValue, Bystanders.IDs) -> Void
    ) -> Lie {
        Lie(name: name) { request, response, ids in
            guard request.path == path, response.status == 200, var json = response.json else { return }
            change(&json, ids)
            response.json = json
        }
    }

    /// The lies that are told.
    static let all = [
        of("/user_identities/get", "get names foreign users in acs_user_ids") { json, ids in
            json.change("user_identity") { $0["acs_user_ids"] = .array(ids.users.map { .string($0) }) }
        },
        of("/user_identities/create", "create names foreign users in acs_user_ids") { json, ids in
            json.change("user_identity") { $0["acs_user_ids"] = .array(ids.users.map { .string($0) }) }
        },
        of("/user_identities/list_acs_users", "list_acs_users ignores its filter") { json, ids in
            json.replace("acs_users", with: ids.users.map { user($0, of: ids.identities[0]) })
        },
        of("/user_identities/list_acs_users", "list_acs_users says that foreign users have no identity") { json, ids in
            json.replace("acs_users", with: ids.users.map { user($0, of: nil) })
        },
        of("/user_identities/create", "create answers with an identity that was there before") { json, ids in
            json.change("user_identity") { object in
                object["user_identity_id"] = .string(ids.identities[0])
                object["email_address"] = "alice@example.org"
                object["full_name"] = "Alice"
                object["user_identity_key"] = .null
                object["created_at"] = "2020-02-02T02:02:02.000Z"
                object["acs_user_ids"] = [.string(ids.users[0])]
            }
        },
        of("/user_identities/create", "create swaps only the id of an identity") { json, ids in
            json.change("user_identity") { $0["user_identity_id"] = .string(ids.identities[1]) }
        },
        of("/acs/users/create", "create swaps only the id of a user") { json, ids in
            json.change("acs_user") { $0["acs_user_id"] = .string(ids.users[1]) }
        },
        of("/acs/users/create", "create puts the new user into a foreign identity") { json, ids in
            json.change("acs_user") { $0["user_identity_id"] = .string(ids.identities[2]) }
        },
        of("/client_sessions/create", "create swaps only the id of a session") { json, ids in
            json.change("client_session") { $0["client_session_id"] = .string(ids.sessions[0]) }
        },
        of("/client_sessions/get_or_create", "get_or_create gives a foreign session") { json, ids in
            json.change("client_session") { $0["client_session_id"] = .string(ids.sessions[1]) }
        },
        of("/user_identities/update", "update answers with the id of another identity") { json, ids in
            json.change("user_identity") { $0["user_identity_id"] = .string(ids.identities[0]) }
        },
        of("/user_identities/list", "the list of identities has foreign ones first, whatever is searched for") {
            json,
            ids in
            json.prepend(
                "user_identities",
                ids.identities.map { ["user_identity_id": .string($0), "full_name": "Alice"] }
            )
        },
        of("/acs/users/list", "the list of users has foreign ones first, whatever is searched for") { json, ids in
            json.prepend("acs_users", ids.users.map { user($0, of: ids.identities[0]) })
        },
        of("/user_identities/get", "get shows a foreign id on each identity") { json, ids in
            json.change("user_identity") { $0["user_identity_id"] = .string(ids.identities[2]) }
        },
        of("/acs/users/get", "get shows a foreign id on each user") { json, ids in
            json.change("acs_user") { $0["acs_user_id"] = .string(ids.users[2]) }
        },
        Lie(name: "every id of an identity that a response shows is a foreign one") { _, response, ids in
            response.json = response.json?.mapObjects { object in
                if object["user_identity_id"]?.stringValue != nil {
                    object["user_identity_id"] = .string(ids.identities[0])
                }
            }
        },
        Lie(name: "every id of a user that a response shows is a foreign one") { _, response, ids in
            response.json = response.json?.mapObjects { object in
                if object["acs_user_id"]?.stringValue != nil { object["acs_user_id"] = .string(ids.users[0]) }
            }
        },
    ]

    private static func user(_ id: String, of identity: String?) -> JSONValue {
        [
            "acs_user_id": .string(id), "user_identity_id": identity.map { .string($0) } ?? .null,
            "full_name": "Alice", "created_at": "2020-02-02T02:02:02.000Z",
        ]
    }
}

extension JSONValue {
    /// Changes the object that is a property of this one.
    fileprivate mutating func change(_ name: String, _ change: (inout JSONObject) -> Void) {
        guard case .object(var object) = self, case .object(var inner)? = object[name] else { return }
        change(&inner)
        object[name] = .object(inner)
        self = .object(object)
    }

    /// Replaces the items of a list.
    fileprivate mutating func replace(_ name: String, with items: [JSONValue]) {
        guard case .object(var object) = self, object[name] != nil else { return }
        object[name] = .array(items)
        self = .object(object)
    }

    /// Puts items before those of a list.
    fileprivate mutating func prepend(_ name: String, _ items: [JSONValue]) {
        guard let present = self[name]?.arrayValue else { return }
        replace(name, with: items + present)
    }
}
