import JSON

extension Fault {
    /// Faults that the official clients stumble over.
    static let clients = [
        Fault(
            id: "errors-of-another-type",
            requirement: "SDK-ERR-MAP",
            summary: "Invalid parameters are refused with the type bad_request.",
            effect: .body(
                .replace("error.type", "bad_request", where: .equal("invalid_input")),
                statuses: 400...400
            )
        ),
        Fault(
            id: "patch-keeps-schedule",
            requirement: "SDK-NULL",
            summary: "A null in a PATCH leaves the access schedule as it is.",
            effect: .misreads(.drop("access_schedule", where: .null), of: "acs.users.update", by: "PATCH")
        ),
        Fault(
            id: "get-ignores-cursor",
            requirement: "SDK-PAGINATE",
            summary: "Lists that are asked for by GET pass over the cursor.",
            effect: .misreads(.drop("page_cursor"), of: "*.list", by: "GET")
        ),
        Fault(
            id: "workspace-not-by-post",
            requirement: "SDK-POST-ONLY",
            summary: "The workspace is not reached by POST.",
            effect: .refuses(of: "workspaces.get", by: "POST", status: 405, type: "method_not_allowed")
        ),
    ]
}
