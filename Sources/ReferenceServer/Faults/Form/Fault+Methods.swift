import JSON

extension Fault {
    /// Faults of methods: POST, and the one beside it.
    static let methods = [
        Fault(
            id: "no-post-to-list-users-of-identity",
            requirement: "TR-POST-ALL",
            summary: "The users of an identity can't be listed by POST.",
            effect: .refuses(
                of: "user_identities.list_acs_users",
                by: "POST",
                status: 405,
                type: "method_not_allowed"
            )
        ),
        Fault(
            id: "no-post-to-list-systems-of-identity",
            requirement: "TR-POST-ALL",
            summary: "There is nothing at the list of an identity's access systems for POST.",
            effect: .refuses(of: "user_identities.list_acs_systems", by: "POST", status: 404, type: "not_found")
        ),
        Fault(
            id: "no-get-of-identity",
            requirement: "TR-ALIAS",
            summary: "An identity can't be read by GET.",
            effect: .refuses(of: "user_identities.get", by: "GET", status: 405, type: "method_not_allowed")
        ),
        Fault(
            id: "no-get-of-systems-of-identity",
            requirement: "TR-ALIAS",
            summary: "The access systems of an identity can't be listed by GET.",
            effect: .refuses(of: "user_identities.list_acs_systems", by: "GET", status: 404, type: "not_found")
        ),
        Fault(
            id: "no-patch-of-identity",
            requirement: "TR-ALIAS",
            summary: "An identity can't be updated by PATCH.",
            effect: .refuses(of: "user_identities.update", by: "PATCH", status: 405, type: "method_not_allowed")
        ),
        Fault(
            id: "no-put-of-link",
            requirement: "TR-ALIAS",
            summary: "A user can't be added to an identity by PUT.",
            effect: .refuses(of: "user_identities.add_acs_user", by: "PUT", status: 405, type: "method_not_allowed")
        ),
        Fault(
            id: "no-delete-of-link",
            requirement: "TR-ALIAS",
            summary: "A user can't be removed from an identity by DELETE.",
            effect: .refuses(
                of: "user_identities.remove_acs_user",
                by: "DELETE",
                status: 405,
                type: "method_not_allowed"
            )
        ),
        Fault(
            id: "get-lists-users-of-everybody",
            requirement: "TR-ALIAS-EQUIV",
            summary: "A list of users by GET does not heed the identity that it is asked for.",
            effect: .misreads(.query([.drop("user_identity_id")]), of: "acs.users.list", by: "GET")
        ),
        Fault(
            id: "patch-forgets-name",
            requirement: "TR-ALIAS-EQUIV",
            summary: "An update of an identity by PATCH does not change the name.",
            effect: .misreads(.drop("full_name"), of: "user_identities.update", by: "PATCH")
        ),
        Fault(
            id: "get-lists-no-systems",
            requirement: "TR-ALIAS-EQUIV",
            summary: "The access systems of an identity are none when they are listed by GET.",
            effect: .body(.replace("acs_systems", []), of: "user_identities.list_acs_systems", by: "GET")
        ),
        Fault(
            id: "wrong-method-not-found",
            requirement: "TR-405",
            summary: "A method that is not offered is answered 404.",
            effect: .response(.status(404), statuses: 405...405)
        ),
        Fault(
            id: "wrong-method-is-bad-request",
            requirement: "TR-405",
            summary: "A method that is not offered is answered 400.",
            effect: .response(.status(400), statuses: 405...405)
        ),
        Fault(
            id: "wrong-method-has-other-type",
            requirement: "TR-405",
            summary: "A method that is not offered is refused with another error type.",
            effect: .body(.replace("error.type", "http_error"), statuses: 405...405)
        ),
        Fault(
            id: "suspend-by-get",
            requirement: "AU-SUSP-POST",
            summary: "A GET suspends a user.",
            effect: .response(
                .status(200),
                .body(.replace("", ["ok": true])),
                of: "acs.users.suspend",
                by: "GET",
                statuses: 405...405
            )
        ),
        Fault(
            id: "unsuspend-by-get-not-found",
            requirement: "AU-SUSP-POST",
            summary: "A GET that would unsuspend a user is answered 404.",
            effect: .response(.status(404), of: "acs.users.unsuspend", by: "GET", statuses: 405...405)
        ),
    ]
}
