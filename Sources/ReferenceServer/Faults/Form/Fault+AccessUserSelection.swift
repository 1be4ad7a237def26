import JSON

extension Fault {
    /// Faults of saying which access-system user is meant.
    static let userSelection = [
        Fault(
            id: "update-no-user-succeeds",
            requirement: "AU-V-UPD-ID",
            summary: "An update of an access-system user without saying whom succeeds.",
            effect: .response(
                .status(200),
                .body(.replace("", ["ok": true])),
                of: "acs.users.update",
                asked: ["": .empty],
                statuses: 400...400
            )
        ),
        Fault(
            id: "suspend-no-user-succeeds",
            requirement: "AU-V-UPD-ID",
            summary: "A suspension without saying whom succeeds.",
            effect: .response(
                .status(200),
                .body(.replace("", ["ok": true])),
                of: "acs.users.suspend",
                asked: ["": .empty],
                statuses: 400...400
            )
        ),
        Fault(
            id: "delete-no-user-not-found",
            requirement: "SDK-ERR-MAP",
            summary: "A deletion of an access-system user without saying whom is answered 404.",
            effect: .response(.status(404), of: "acs.users.delete", asked: ["": .empty], statuses: 400...400)
        ),
        Fault(
            id: "get-no-user-not-found",
            requirement: "SDK-ERR-MAP",
            summary: "Asking for an access-system user without saying whom is answered 404.",
            effect: .response(.status(404), of: "acs.users.get", asked: ["": .empty], statuses: 400...400)
        ),
    ]
}
