import JSON

extension Fault {
    /// Faults of reading bodies.
    static let bodies = [
        Fault(
            id: "delete-ignores-body",
            requirement: "TR-DELETE-BODY",
            summary: "DELETE does not read a body.",
            effect: .misreads(.body([.replace("", [:])]), by: "DELETE")
        ),
        Fault(
            id: "delete-refuses-body",
            requirement: "TR-DELETE-BODY",
            summary: "DELETE with a body is refused.",
            effect: .misreads(.body([.replace("", .null)]), by: "DELETE")
        ),
        Fault(
            id: "get-ignores-body",
            requirement: "TR-GET-BODY",
            summary: "GET does not read a body.",
            effect: .misreads(.body([.replace("", [:])]), by: "GET")
        ),
        Fault(
            id: "get-refuses-body",
            requirement: "TR-GET-BODY",
            summary: "GET with a body is refused.",
            effect: .misreads(.body([.replace("", .null)]), by: "GET")
        ),
        Fault(
            id: "any-content-type",
            requirement: "TR-CT-REJECT",
            summary: "A body is read as JSON whatever it is said to be.",
            effect: .server(\.checksContentType)
        ),
        Fault(
            id: "any-content-type-by-patch",
            requirement: "TR-CT-REJECT",
            summary: "The body of a PATCH is read as JSON whatever it is said to be.",
            effect: .server(\.checksContentTypeOfPatch)
        ),
        Fault(
            id: "any-content-type-of-lists",
            requirement: "TR-CT-REJECT",
            summary: "A list takes a body that is not said to be JSON.",
            effect: .response(
                .status(200),
                .body(.replace("", ["ok": true])),
                of: "acs.access_groups.list",
                statuses: 400...400,
                showing: ["error.type": .equal("invalid_content_type")]
            )
        ),
        Fault(
            id: "unsupported-content-type",
            requirement: "TR-CT-REJECT",
            summary: "A body that is not said to be JSON is answered 405.",
            effect: .response(
                .status(405),
                statuses: 400...400,
                showing: ["error.type": .equal("invalid_content_type")]
            )
        ),
        Fault(
            id: "pass-over-malformed-body",
            requirement: "TR-JSON-MALFORMED",
            summary: "A body that is no JSON counts as an empty one.",
            effect: .server(\.refusesMalformedBodies)
        ),
        Fault(
            id: "pass-over-malformed-body-of-list",
            requirement: "TR-JSON-MALFORMED",
            summary: "A body that is no JSON counts as none where users are listed.",
            effect: .misreads(
                .text([.first(0), .prefixed("{}")]),
                of: "acs.users.list",
                by: "POST",
                asked: ["": .empty]
            )
        ),
        Fault(
            id: "pass-over-malformed-body-of-put",
            requirement: "TR-JSON-MALFORMED",
            summary: "A body that is no JSON counts as none when it comes by PUT.",
            effect: .misreads(.text([.first(0), .prefixed("{}")]), by: "PUT", asked: ["": .empty])
        ),
        Fault(
            id: "malformed-body-status",
            requirement: "TR-JSON-MALFORMED",
            summary: "A body that is no JSON is answered 422.",
            effect: .response(
                .status(422),
                statuses: 400...400,
                showing: ["error.message": .contains("Invalid JSON")]
            )
        ),
        Fault(
            id: "single-quotes",
            requirement: "TR-JSON-MALFORMED",
            summary: "Single quotes are as good as double ones in a body.",
            effect: .misreads(.text([.replacing("'", by: "\"")]), of: "user_identities.create")
        ),
        Fault(
            id: "trailing-comma",
            requirement: "TR-JSON-MALFORMED",
            summary: "A comma behind the last member of a body is passed over.",
            effect: .misreads(.text([.replacing(",}", by: "}")]), of: "user_identities.create")
        ),
        Fault(
            id: "cut-off-body",
            requirement: "TR-JSON-MALFORMED",
            summary: "A body that is cut off is read as far as it goes.",
            effect: .misreads(.text([.salvaged]), of: "user_identities.create")
        ),
        Fault(
            id: "pass-over-other-body",
            requirement: "TR-JSON-NONOBJECT",
            summary: "A body that is JSON but no object counts as an empty one.",
            effect: .server(\.refusesOtherBodies)
        ),
        Fault(
            id: "empty-array-as-body",
            requirement: "TR-JSON-NONOBJECT",
            summary: "An array as body counts as an empty object.",
            effect: .misreads(.body([.replace("", [:], where: .kind(.array))]), of: "user_identities.create")
        ),
        Fault(
            id: "other-body-status",
            requirement: "TR-JSON-NONOBJECT",
            summary: "A body that is JSON but no object is answered 404.",
            effect: .response(
                .status(404),
                statuses: 400...400,
                showing: [
                    "error.message": .contains("Expected object"),
                    "error.validation_errors.access_schedule": .absent,
                ]
            )
        ),
        Fault(
            id: "refuse-list-without-filter",
            requirement: "TR-EMPTY-BODY-LIST",
            summary: "A list of identities without a filter is refused.",
            effect: .refuses(["": .empty], of: "user_identities.list", by: "POST")
        ),
        Fault(
            id: "refuse-user-list-without-filter",
            requirement: "TR-EMPTY-BODY-LIST",
            summary: "A list of users without a filter is refused.",
            effect: .refuses(["": .empty], of: "acs.users.list", by: "POST")
        ),
        Fault(
            id: "empty-update-succeeds",
            requirement: "TR-EMPTY-BODY-REQ",
            summary: "An update of an identity without anything succeeds.",
            effect: .response(
                .status(200),
                .body(.replace("", ["ok": true])),
                of: "user_identities.update",
                asked: ["": .empty],
                statuses: 400...400
            )
        ),
        Fault(
            id: "empty-user-creation-not-found",
            requirement: "SDK-ERR-MAP",
            summary: "A creation of an access-system user without anything is answered 404.",
            effect: .response(.status(404), of: "acs.users.create", asked: ["": .empty], statuses: 400...400)
        ),
        Fault(
            id: "refuse-unknown-parameter",
            requirement: "TR-UNKNOWN-PROP",
            summary: "A parameter that the operation does not have is refused.",
            effect: .server(\.passesOverUnknownParameters)
        ),
        Fault(
            id: "echo-unknown-parameter",
            requirement: "TR-UNKNOWN-PROP",
            summary: "A created identity shows parameters that the operation does not have.",
            effect: .response(.echo(in: "user_identity"), of: "user_identities.create")
        ),
    ]
}
