import JSON

extension Fault {
    /// Faults of methods: POST, and the one beside it.
    static let methods = [
        Fault(
            id: "no-post-to-get-system",
            requirement: "TR-POST-ALL",
            summary: "An access system can't be read by POST.",
            effect: .refuses(of: "acs.systems.get", by: "POST", status: 405, type: "method_not_allowed")
        ),
        Fault(
            id: "no-post-to-get-entrance",
            requirement: "TR-POST-ALL",
            summary: "There is nothing for POST where an entrance is read.",
            effect: .refuses(of: "acs.entrances.get", by: "POST", status: 404, type: "not_found")
        ),
        Fault(
            id: "no-get-of-identity",
            requirement: "TR-ALIAS",
            summary: "An identity can't be read by GET.",
            effect: .refuses(of: "user_identities.get", by: "GET", status: 405, type: "method_not_allowed")
        ),
        Fault(
            id: "no-get-of-group",
            requirement: "TR-ALIAS",
            summary: "There is nothing for GET where an access group is read.",
            effect: .refuses(of: "acs.access_groups.get", by: "GET", status: 404, type: "not_found")
        ),
        Fault(
            id: "no-put-of-member",
            requirement: "TR-ALIAS",
            summary: "A user can't be added to an access group by PUT.",
            effect: .refuses(of: "acs.access_groups.add_user", by: "PUT", status: 405, type: "method_not_allowed")
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
            id: "get-of-workspace-differs",
            requirement: "TR-ALIAS-EQUIV",
            summary: "The company of a workspace is written in capital letters when it is read by GET.",
            effect: .body(.rewrite("workspace.company_name", .uppercased), of: "workspaces.get", by: "GET")
        ),
        Fault(
            id: "patch-forgets-name",
            requirement: "TR-ALIAS-EQUIV",
            summary: "An update of an identity by PATCH does not change the name.",
            effect: .misreads(.drop("full_name"), of: "user_identities.update", by: "PATCH")
        ),
        Fault(
            id: "get-lists-fewer-entrances",
            requirement: "TR-ALIAS-EQUIV",
            summary: "The first entrance is missing in the list by GET.",
            effect: .body(.drop("acs_entrances.0"), of: "acs.entrances.list", by: "GET")
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
