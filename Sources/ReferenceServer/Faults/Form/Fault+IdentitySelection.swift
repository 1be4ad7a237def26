import JSON

extension Fault {
    /// Faults of saying which identity is meant.
    static let identitySelection = [
        Fault(
            id: "get-nobody-not-found",
            requirement: "SDK-ERR-MAP",
            summary: "Asking for an identity without saying which is answered 404.",
            effect: .response(.status(404), of: "user_identities.get", asked: ["": .empty], statuses: 400...400)
        ),
        Fault(
            id: "get-nobody-succeeds",
            requirement: "UI-GET-NONE",
            summary: "Asking for an identity by GET without saying which answers null.",
            effect: .response(
                .status(200),
                .body(.replace("", ["user_identity": .null, "ok": true])),
                of: "user_identities.get",
                by: "GET",
                asked: ["": .empty],
                statuses: 400...400
            )
        ),
        Fault(
            id: "get-no-uuid-not-found",
            requirement: "SDK-ERR-MAP",
            summary: "Asking for an identity by an id that is no UUID is answered 404.",
            effect: .response(
                .status(404),
                of: "user_identities.get",
                asked: ["user_identity_id": .count(0...35)],
                statuses: 400...400
            )
        ),
        Fault(
            id: "get-no-uuid-succeeds",
            requirement: "UI-GET-BADUUID",
            summary: "Asking for an identity by an id that is no UUID answers null.",
            effect: .response(
                .status(200),
                .body(.replace("", ["user_identity": .null, "ok": true])),
                of: "user_identities.get",
                asked: ["user_identity_id": .count(0...35)],
                statuses: 400...400
            )
        ),
        Fault(
            id: "get-no-uuid-crash",
            requirement: "TR-NEVER-500",
            summary: "Asking for an identity by an id that is no UUID is answered 500.",
            effect: .response(
                .status(500),
                of: "user_identities.get",
                asked: ["user_identity_id": .count(0...35)],
                statuses: 400...400
            )
        ),
        Fault(
            id: "get-both-refused-late",
            requirement: "UI-GET-BOTH",
            summary: "Asking for an identity by its id and its key is answered 409.",
            effect: .refuses(
                ["user_identity_id": .present, "user_identity_key": .present],
                of: "user_identities.get",
                status: 409,
                type: "ambiguous_user_identity"
            )
        ),
        Fault(
            id: "update-nobody-not-found",
            requirement: "SDK-ERR-MAP",
            summary: "An update without an id is answered 404.",
            effect: .response(
                .status(404),
                of: "user_identities.update",
                asked: ["user_identity_id": .absent, "full_name": .present],
                statuses: 400...400
            )
        ),
        Fault(
            id: "update-nobody-succeeds",
            requirement: "UI-UPD-ID-REQ",
            summary: "An update without an id succeeds and does nothing.",
            effect: .response(
                .status(200),
                .body(.replace("", ["ok": true])),
                of: "user_identities.update",
                asked: ["user_identity_id": .absent, "full_name": .present],
                statuses: 400...400
            )
        ),
    ]
}
