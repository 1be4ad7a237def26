import JSON

extension Fault {
    /// Faults of the statuses and bodies of successes, whatever they are about.
    static let statuses = [
        Fault(
            id: "created-status",
            requirement: "TR-STATUS-200",
            summary: "Creating an identity answers 201.",
            effect: .response(.status(201), of: "user_identities.create")
        ),
        Fault(
            id: "created-user-status",
            requirement: "TR-STATUS-200",
            summary: "Creating an access-system user answers 202.",
            effect: .response(.status(202), of: "acs.users.create")
        ),
        Fault(
            id: "deleted-status",
            requirement: "TR-STATUS-200",
            summary: "Deleting an identity answers 204 without a body.",
            effect: .response(.status(204), .noBody, of: "user_identities.delete")
        ),
        Fault(
            id: "systems-without-errors",
            requirement: "TR-SCHEMA",
            summary: "Listed access systems lack their errors.",
            effect: .body(.drop("acs_systems.*.errors"), of: "acs.systems.list")
        ),
        Fault(
            id: "system-name-as-number",
            requirement: "TR-SCHEMA",
            summary: "The name of an access system is a number in the list of an identity's systems.",
            effect: .body(.replace("acs_systems.*.name", 1), of: "user_identities.list_acs_systems")
        ),
        Fault(
            id: "group-warnings-null",
            requirement: "TR-SCHEMA",
            summary: "Listed access groups have null for warnings when there are none.",
            effect: .body(.replace("acs_access_groups.*.warnings", .null, where: .empty), of: "acs.access_groups.list")
        ),
        Fault(
            id: "workspace-without-organization",
            requirement: "TR-SCHEMA",
            summary: "A workspace without an organization lacks the member.",
            effect: .body(.drop("workspace.organization_id", where: .null), of: "workspaces.get")
        ),
        Fault(
            id: "words-for-json",
            requirement: "TR-SCHEMA",
            summary: "Deleting an access-system user answers the word OK.",
            effect: .response(.text("OK", type: "application/json"), of: "acs.users.delete")
        ),
        Fault(
            id: "ok-as-text",
            requirement: "TR-OK-TRUE",
            summary: "The member ok of a successful answer is a string.",
            effect: .body(.replace("ok", "true"))
        ),
        Fault(
            id: "list-not-ok",
            requirement: "TR-OK-TRUE",
            summary: "Lists that succeed say that they are not ok.",
            effect: .body(.replace("ok", false), of: "*.list")
        ),
        Fault(
            id: "get-without-ok",
            requirement: "TR-OK-TRUE",
            summary: "What is read by GET comes without ok.",
            effect: .body(.drop("ok"), by: "GET")
        ),
        Fault(
            id: "update-not-ok",
            requirement: "UI-UPD-VOID",
            summary: "An update of an identity answers the identity in place of ok.",
            effect: .body(.rename("ok", to: "user_identity"), of: "user_identities.update")
        ),
    ]
}
