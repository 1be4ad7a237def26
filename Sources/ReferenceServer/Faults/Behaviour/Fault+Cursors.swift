import JSON
import SeamModel

extension Fault {
    /// Faults of page cursors.
    static let cursors = [
        Fault(
            id: "accept-foreign-cursor",
            requirement: "LS-CURSOR-PARAMS",
            summary: "A cursor is taken with any parameters.",
            effect: .policy(\.lists.bindsCursors)
        ),
        Fault(
            id: "made-up-cursor-first-page",
            requirement: "LS-CURSOR-BAD",
            summary: "A cursor that was never given leads to the first page.",
            effect: .policy(\.lists.refusesMadeUpCursors)
        ),
        Fault(
            id: "null-cursor-refused",
            requirement: "LS-CURSOR-NULL",
            summary: "A null for the cursor is refused.",
            effect: .misreads(.replace("page_cursor", "null", where: .null), of: "*.list")
        ),
        Fault(
            id: "cursor-by-get-alone",
            requirement: "LS-CURSOR-METHOD",
            summary: "A cursor that POST gave is refused by GET.",
            effect: .body(.rewrite("pagination.next_page_cursor", .prefixed("~")), of: "*.list", by: "POST"),
            .misreads(.rewrite("page_cursor", .replacing("~", by: "")), of: "*.list", by: "POST")
        ),
        Fault(
            id: "cursor-counts-rows",
            requirement: "LS-DELETE",
            summary: "A cursor counts the rows before it, so that a deletion among them skips a row.",
            effect: .policy(\.lists.anchorsCursors)
        ),
        Fault(
            id: "cursor-dies-with-row",
            requirement: "LS-DELETE",
            summary: "A cursor is refused when the row that it names was deleted.",
            effect: .policy(\.lists.outlivesAnchor)
        ),
        Fault(
            id: "cursor-restarts",
            requirement: "LS-DELETE",
            summary: "A cursor leads to the first page when the row that it names was deleted.",
            effect: .policy(\.lists.keepsPlaceOfAnchor)
        ),
        Fault(
            id: "newest-first-by-count",
            requirement: "LS-INSERT",
            summary: "A list comes the newest first, and its cursors count rows, so that a creation repeats one.",
            effect: .policy(\.lists.appendsRows)
        ),
    ]
}
