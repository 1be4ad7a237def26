import JSON

/// The JSON documents that are parsed: made here, the same at every run, like what the API answers.
enum Documents {
    /// One access-system user as `/acs/users/get` answers it.
    static func accessUser(_ number: Int) -> JSONValue {
        let id = identifier(number)
        return [
            "acs_user_id": .string(id), "acs_system_id": .string(identifier(number % 7)),
            "workspace_id": .string(identifier(3)), "connected_account_id": .string(identifier(5)),
            "created_at": "2026-08-21T10:40:00.123Z", "display_name": .string("Jane Doe \(number)"),
            "full_name": .string("Jane Doe \(number)"), "email": .string("jane.doe.\(number)@example.com"),
            "email_address": .string("jane.doe.\(number)@example.com"), "phone_number": "+15555550100",
            "is_managed": true, "is_suspended": false, "external_type": "salto_site_user",
            "external_type_display_name": "Salto site user", "last_successful_sync_at": nil,
            "user_identity_id": .string(identifier(number + 100_000)), "user_identity_full_name": "Jane Doe",
            "user_identity_email_address": .string("jane.doe.\(number)@example.com"),
            "user_identity_phone_number": "+15555550100",
            "access_schedule": ["starts_at": "2026-09-01T10:40:00.000Z", "ends_at": nil],
            "errors": [], "warnings": [], "pending_mutations": [],
        ]
    }

    /// What `/acs/users/get` answers.
    static func getResponse() -> JSONValue {
        ["acs_user": accessUser(1), "ok": true]
    }

    /// What `/acs/users/list` answers with so many users.
    static func listResponse(count: Int) -> JSONValue {
        [
            "acs_users": .array((0..<count).map(accessUser)),
            "pagination": ["has_next_page": false, "next_page_cursor": nil, "next_page_url": nil],
            "ok": true,
        ]
    }

    /// A document of about 500 bytes: an identity.
    static func smallResponse() -> JSONValue {
        [
            "user_identity": [
                "user_identity_id": .string(identifier(1)), "workspace_id": .string(identifier(2)),
                "user_identity_key": "jane_doe", "email_address": "jane@example.com", "phone_number": "+15555550100",
                "full_name": "Jane Doe", "display_name": "Jane Doe", "created_at": "2026-08-21T10:40:00.123Z",
                "acs_user_ids": [.string(identifier(3))], "errors": [], "warnings": [],
                "merged_user_identity_ids": [], "merged_user_identity_keys": [],
            ],
            "ok": true,
        ]
    }

    /// A UUID that follows from a number.
    private static func identifier(_ number: Int) -> String {
        let digits = String(number &* 2_654_435_761 & 0xFFFF_FFFF, radix: 16)
        let padded = String(repeating: "0", count: 8 - digits.count) + digits
        return "\(padded)-cdc8-4db6-8b22-e07941\(padded.prefix(6))"
    }
}
