import JSON
import Testing

/// Answers as the published document describes them.
enum ResponseSamples {
    /// A whole answer, and an operation that gives it.
    struct Sample: CustomTestStringConvertible {
        let path: String
        let body: JSONValue

        var testDescription: String { path }
    }

    static let id: JSONValue = "3c90c3cc-0d44-4b50-8888-8dd25736052a"
    static let time: JSONValue = "2025-06-16T16:54:17.946546Z"

    static let userIdentity: JSONValue = [
        "acs_user_ids": [id], "created_at": time, "display_name": "Jane Doe", "email_address": "jane@example.com",
        "errors": [
            [
                "acs_system_id": id, "acs_user_id": id, "created_at": time, "error_code": "issue_with_acs_user",
                "message": "broken",
            ]
        ],
        "full_name": nil, "merged_user_identity_ids": [id], "merged_user_identity_keys": ["john"],
        "phone_number": "+15551234567", "user_identity_id": id, "user_identity_key": "jane_doe",
        "warnings": [["created_at": time, "message": "soon", "warning_code": "being_deleted"]], "workspace_id": id,
    ]

    static let acsUser: JSONValue = [
        "acs_system_id": id, "acs_user_id": id, "connected_account_id": id, "created_at": time,
        "display_name": "Jane Doe", "email": "jane@example.com", "email_address": "jane@example.com",
        "errors": [["created_at": time, "error_code": "deleted_externally", "message": "gone"]], "is_managed": true,
        "last_successful_sync_at": nil, "workspace_id": id, "external_type": "pti_user",
        "external_type_display_name": "PTI user", "full_name": "Jane Doe", "hid_acs_system_id": id,
        "is_suspended": false, "phone_number": "+15551234567", "user_identity_id": id,
        "access_schedule": ["starts_at": time, "ends_at": nil], "user_identity_email_address": nil,
        "user_identity_full_name": "Jane", "user_identity_phone_number": nil,
        "warnings": [["created_at": time, "message": "asleep", "warning_code": "acs_user_inactive"]],
        "pending_mutations": mutations, "salto_ks_metadata": ["is_subscribed": true],
        "salto_space_metadata": ["audit_openings": true, "user_id": "7"],
    ]

    private static let mutations: JSONValue = .array(
        [
            ["mutation_code": "creating"], ["mutation_code": "deleting"],
            ["mutation_code": "deferring_creation", "scheduled_at": nil],
            [
                "mutation_code": "updating_user_information", "from": ["full_name": nil],
                "to": ["full_name": "Jane", "email_address": "jane@example.com", "phone_number": nil],
            ],
            [
                "mutation_code": "updating_access_schedule", "from": ["starts_at": nil, "ends_at": nil],
                "to": ["starts_at": time, "ends_at": time],
            ],
            [
                "mutation_code": "updating_suspension_state", "from": ["is_suspended": false],
                "to": ["is_suspended": true],
            ],
            [
                "mutation_code": "updating_group_membership", "from": ["acs_access_group_id": nil],
                "to": ["acs_access_group_id": id],
            ],
            ["mutation_code": "deferring_group_membership_update", "acs_access_group_id": id, "variant": "adding"],
            [
                "mutation_code": "updating_credential_assignment", "from": ["acs_credential_id": nil],
                "to": ["acs_credential_id": id],
            ],
        ].map { (mutation: JSONValue) in
            var object = mutation.objectValue ?? JSONObject()
            object["created_at"] = time
            object["message"] = "under way"
            return .object(object)
        }
    )

    private static let acsSystem: JSONValue = [
        "acs_system_id": id, "connected_account_id": id, "connected_account_ids": [id], "created_at": time,
        "errors": [["created_at": time, "error_code": "bridge_disconnected", "message": "", "is_bridge_error": true]],
        "image_alt_text": "", "image_url": "", "is_credential_manager": false, "location": ["time_zone": nil],
        "name": "Site", "workspace_id": id, "acs_user_count": 3, "acs_access_group_count": 0,
        "external_type": "pti_site", "system_type": "pti_site", "default_credential_manager_acs_system_id": nil,
        "warnings": [["created_at": time, "message": "", "warning_code": "setup_required"]],
        "visionline_metadata": ["lan_address": "a", "mobile_access_uuid": "b", "system_id": "c"],
    ]

    private static let accessGroup: JSONValue = [
        "access_group_type": "brivo_group", "access_group_type_display_name": "", "acs_access_group_id": id,
        "acs_system_id": id, "connected_account_id": id, "created_at": time, "display_name": "", "name": "",
        "errors": [["created_at": time, "error_code": "failed_to_create_on_acs_system", "message": ""]],
        "external_type": "brivo_group", "external_type_display_name": "", "is_managed": true, "workspace_id": id,
        "pending_mutations": [["created_at": time, "message": "", "mutation_code": "creating"]],
        "warnings": [["created_at": time, "message": "", "warning_code": "being_deleted"]],
        "access_schedule": ["starts_at": time, "ends_at": nil],
    ]

    private static let entrance: JSONValue = [
        "acs_entrance_id": id, "acs_system_id": id, "connected_account_id": id, "created_at": time,
        "display_name": "Door", "errors": [["created_at": time, "error_code": "any", "message": ""]],
        "space_ids": [id], "warnings": [["created_at": time, "message": "", "warning_code": "privacy_mode"]],
        "can_unlock_with_card": true, "is_locked": false, "brivo_metadata": ["site_name": "a"],
    ]

    private static let clientSession: JSONValue = [
        "client_session_id": id, "connect_webview_ids": [], "connected_account_ids": [id], "created_at": time,
        "device_count": 0, "expires_at": time, "token": "seam_cst", "user_identifier_key": nil,
        "user_identity_ids": [id], "workspace_id": id, "user_identity_id": id, "customer_key": "a",
    ]

    private static let workspace: JSONValue = [
        "company_name": "", "connect_partner_name": nil, "connect_webview_customization": ["logo_shape": "circle"],
        "is_publishable_key_auth_enabled": false, "is_sandbox": true, "is_suspended": false, "name": "Sandbox",
        "organization_id": nil, "workspace_id": id, "publishable_key": "seam_pk",
    ]

    static let pagination: JSONValue = [
        "has_next_page": true, "next_page_cursor": "abc", "next_page_url": "https://example.com/list?page_cursor=abc",
    ]

    /// A whole answer of each kind.
    static let all: [Sample] = bodies.map { Sample(path: $0.0, body: $0.1) }

    private static let bodies: [(String, JSONValue)] = [
        ("/user_identities/get", ["user_identity": userIdentity, "ok": true]),
        ("/user_identities/list", ["user_identities": [userIdentity], "pagination": pagination, "ok": true]),
        ("/user_identities/update", ["ok": true]),
        ("/acs/users/get", ["acs_user": acsUser, "ok": true]),
        ("/acs/users/list", ["acs_users": [acsUser], "pagination": pagination, "ok": true]),
        ("/user_identities/list_acs_users", ["acs_users": [acsUser], "ok": true]),
        ("/acs/systems/get", ["acs_system": acsSystem, "ok": true]),
        ("/acs/systems/list", ["acs_systems": [acsSystem], "ok": true]),
        ("/acs/access_groups/get", ["acs_access_group": accessGroup, "ok": true]),
        ("/acs/access_groups/list", ["acs_access_groups": [accessGroup], "ok": true]),
        ("/acs/entrances/get", ["acs_entrance": entrance, "ok": true]),
        ("/acs/entrances/list", ["acs_entrances": [entrance], "pagination": pagination, "ok": true]),
        ("/user_identities/list_accessible_entrances", ["acs_entrances": [entrance], "ok": true]),
        ("/client_sessions/get", ["client_session": clientSession, "ok": true]),
        ("/workspaces/get", ["workspace": workspace, "ok": true]),
    ]

    /// Every value that differs from this one in one place: left out, null, of another type, empty, or other text.
    static func variants(of value: JSONValue) -> [(change: String, value: JSONValue)] {
        switch value {
        case .object(let object):
            object.keys.flatMap { key -> [(change: String, value: JSONValue)] in
                var without = object
                without[key] = nil
                let changed = variants(of: object[key] ?? nil).map { variant in
                    var copy = object
                    copy[key] = variant.value
                    return (change: "/\(key)\(variant.change)", value: JSONValue.object(copy))
                }
                return [("/\(key) left out", .object(without))] + changed
            } + replacements
        case .array(let items):
            items.indices.flatMap { index in
                variants(of: items[index]).map { variant in
                    var copy = items
                    copy[index] = variant.value
                    return (change: "/\(index)\(variant.change)", value: JSONValue.array(copy))
                }
            } + replacements
        default:
            replacements
        }
    }

    private static let replacements: [(change: String, value: JSONValue)] = [
        (" is null", nil), (" is a number", 3), (" is true", true), (" is false", false), (" is empty", ""),
        (" is text", "some text"), (" is an array", []), (" is an object", [:]), (" is a UUID", id),
        (" is a time", "2026-08-21T10:00:00+02:00"), (" is an email", "a@example.com"),
    ]
}
