import JSON
import Testing

/// Bodies of requests, valid and not.
enum RequestSamples {
    /// A body, and what the contract says of it.
    struct Sample: CustomTestStringConvertible {
        let path: String
        let body: JSONValue
        let isValid: Bool
        /// Whether the published schema lets it pass, and only the published text forbids it.
        let isOurRuleAlone: Bool

        var testDescription: String { "\(path) \(body.serialized()) \(isValid ? "valid" : "invalid")" }
    }

    static let all: [Sample] =
        valid.map { Sample(path: $0.0, body: $0.1, isValid: true, isOurRuleAlone: false) }
        + invalid.map { Sample(path: $0.0, body: $0.1, isValid: false, isOurRuleAlone: false) }
        + forbiddenByText.map { Sample(path: $0.0, body: $0.1, isValid: false, isOurRuleAlone: true) }

    private static let id = ResponseSamples.id
    private static let time = ResponseSamples.time
    private static let twentyOne = JSONValue.array(Array(repeating: id, count: 21))

    private static let valid: [(String, JSONValue)] = [
        ("/user_identities/create", [:]),
        ("/user_identities/create", ["acs_system_ids": [id], "email_address": "jane@example.com", "unknown": 1]),
        ("/user_identities/create", ["email_address": nil, "full_name": nil, "phone_number": nil]),
        ("/user_identities/create", ["user_identity_key": nil, "acs_system_ids": [], "phone_number": "5"]),
        ("/user_identities/get", ["user_identity_id": id]), ("/user_identities/get", ["user_identity_key": "k"]),
        ("/user_identities/list", ["limit": 1, "page_cursor": nil, "search": "j", "created_before": time]),
        ("/user_identities/update", ["user_identity_id": id, "full_name": nil]),
        ("/user_identities/merge", ["user_identity_id": id, "merged_user_identity_ids": [id]]),
        ("/user_identities/merge", ["user_identity_key": "a", "merged_user_identity_keys": ["b", "c"]]),
        ("/user_identities/add_acs_user", ["acs_user_id": id, "user_identity_key": "k"]),
        ("/acs/users/create", ["acs_system_id": id, "full_name": "Jane"]),
        ("/acs/users/create", ["acs_system_id": id, "full_name": ""]),
        ("/acs/users/create", ["acs_system_id": id, "full_name": "J", "access_schedule": [:], "email": "a@b.co"]),
        ("/acs/users/create", ["acs_system_id": id, "full_name": "J", "access_schedule": ["ends_at": nil]]),
        ("/acs/users/get", ["acs_user_id": id]), ("/acs/users/get", ["user_identity_id": id, "acs_system_id": id]),
        ("/acs/users/list", ["user_identity_email_address": nil, "acs_system_id": id, "limit": 500]),
        ("/acs/users/update", ["acs_user_id": id, "access_schedule": nil]),
        ("/acs/users/update", ["acs_user_id": id, "access_schedule": ["starts_at": time, "ends_at": time]]),
        ("/acs/users/suspend", ["user_identity_id": id, "acs_system_id": id]),
        ("/acs/access_groups/add_user", ["acs_access_group_id": id, "acs_user_id": id]),
        ("/acs/entrances/grant_access", ["acs_entrance_id": id, "user_identity_id": id]),
        ("/acs/entrances/list", ["location_id": nil, "limit": 900]),
        ("/client_sessions/create", ["user_identity_ids": [id], "expires_at": time]),
    ]

    private static let invalid: [(String, JSONValue)] = [
        ("/user_identities/create", []), ("/user_identities/create", "text"),
        ("/user_identities/create", ["acs_system_ids": nil]), ("/user_identities/create", ["acs_system_ids": id]),
        ("/user_identities/create", ["acs_system_ids": ["x"]]), ("/user_identities/create", ["email_address": ""]),
        ("/user_identities/create", ["email_address": "x"]), ("/user_identities/create", ["full_name": ""]),
        ("/user_identities/create", ["full_name": 3]), ("/user_identities/create", ["phone_number": 15_551_234]),
        ("/user_identities/create", ["user_identity_key": ""]), ("/user_identities/create", ["user_identity_key": [:]]),
        ("/user_identities/get", [:]), ("/user_identities/get", ["user_identity_id": "x"]),
        ("/user_identities/get", ["user_identity_key": ""]), ("/user_identities/get", ["email_address": "a@b.co"]),
        ("/user_identities/get", ["user_identity_id": id, "user_identity_key": "k"]),
        ("/user_identities/list", ["limit": 0]), ("/user_identities/list", ["limit": "5"]),
        ("/user_identities/list", ["search": ""]), ("/user_identities/list", ["created_before": "yesterday"]),
        ("/user_identities/list", ["user_identity_ids": ["x"]]), ("/user_identities/update", ["full_name": "J"]),
        ("/user_identities/merge", ["user_identity_id": id, "merged_user_identity_ids": []]),
        ("/user_identities/merge", ["user_identity_id": id, "merged_user_identity_ids": twentyOne]),
        ("/user_identities/merge", ["user_identity_id": id, "merged_user_identity_keys": ["a"]]),
        ("/user_identities/delete", [:]), ("/user_identities/remove_acs_user", ["acs_user_id": id]),
        ("/acs/users/create", ["acs_system_id": id]), ("/acs/users/create", ["full_name": "Jane"]),
        ("/acs/users/create", ["acs_system_id": "x", "full_name": "Jane"]),
        ("/acs/users/create", ["acs_system_id": id, "full_name": nil]),
        ("/acs/users/create", ["acs_system_id": id, "full_name": "J", "email_address": nil]),
        ("/acs/users/create", ["acs_system_id": id, "full_name": "J", "acs_access_group_ids": id]),
        ("/acs/users/create", ["acs_system_id": id, "full_name": "J", "access_schedule": nil]),
        ("/acs/users/create", ["acs_system_id": id, "full_name": "J", "access_schedule": ["starts_at": "2026-08-21"]]),
        ("/acs/users/get", ["acs_user_id": "x"]), ("/acs/users/update", ["acs_user_id": id, "full_name": ""]),
        ("/acs/users/update", ["acs_user_id": id, "access_schedule": ["starts_at": time]]),
        ("/acs/users/add_to_access_group", ["acs_user_id": id]), ("/acs/systems/get", [:]),
        ("/client_sessions/create", ["user_identity_ids": []]), ("/client_sessions/delete", [:]),
    ]

    private static let forbiddenByText: [(String, JSONValue)] = [
        ("/user_identities/add_acs_user", ["acs_user_id": id]), ("/acs/users/get", [:]), ("/acs/users/update", [:]),
        ("/acs/users/suspend", [:]), ("/acs/users/delete", ["user_identity_id": id]),
        ("/acs/access_groups/add_user", ["acs_access_group_id": id]),
        ("/acs/access_groups/add_user", ["acs_access_group_id": id, "acs_user_id": id, "user_identity_id": id]),
        ("/acs/entrances/grant_access", ["acs_entrance_id": id]),
    ]
}
