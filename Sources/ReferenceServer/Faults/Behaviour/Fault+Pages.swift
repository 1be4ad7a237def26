import JSON
import SeamModel

extension Fault {
    /// Faults of cutting lists into pages.
    static let pages = [
        Fault(
            id: "limit-ignored",
            requirement: "LS-LIMIT",
            summary: "The limit of a list is ignored.",
            effect: .misreads(.drop("limit"), of: "*.list")
        ),
        Fault(
            id: "one-row-too-many",
            requirement: "LS-LIMIT",
            summary: "A page has one row more than the limit.",
            effect: .policy(\.lists.countsRowsExactly)
        ),
        Fault(
            id: "row-repeated",
            requirement: "LS-WALK",
            summary: "A page begins with the last row of the one before it.",
            effect: .policy(\.lists.repeatsNoRow)
        ),
        Fault(
            id: "row-lost",
            requirement: "LS-WALK",
            summary: "The row behind a page is left out.",
            effect: .policy(\.lists.losesNoRow)
        ),
        Fault(
            id: "same-page-for-ever",
            requirement: "LS-WALK",
            summary: "A cursor leads to the page that it came with.",
            effect: .policy(\.lists.movesOn)
        ),
        Fault(
            id: "last-page-hidden",
            requirement: "LS-LAST",
            summary: "Pages say that they are the last while there is a cursor to go on.",
            effect: .body(
                .set("pagination.has_next_page", false),
                of: "*.list",
                showing: ["pagination.next_page_cursor": .not(.null)]
            )
        ),
        Fault(
            id: "page-without-cursor",
            requirement: "LS-LAST",
            summary: "A page that others follow has no cursor.",
            effect: .body(
                .set("pagination.next_page_cursor", .null),
                of: "*.list",
                showing: ["pagination.has_next_page": .equal(true)]
            )
        ),
        Fault(
            id: "full-page-not-last",
            requirement: "LS-EXACT",
            summary: "A full page says that more follow though it holds the last row.",
            effect: .policy(\.lists.endsOnLastRow)
        ),
        Fault(
            id: "empty-list-goes-on",
            requirement: "LS-EMPTY",
            summary: "A list of nothing says that more follow.",
            effect: .policy(\.lists.endsWhenEmpty)
        ),
        Fault(
            id: "empty-list-without-pages",
            requirement: "LS-EMPTY",
            summary: "A list of nothing has an empty text for a cursor.",
            effect: .body(
                .set("pagination.next_page_cursor", ""),
                of: "user_identities.list",
                showing: ["user_identities": .empty]
            )
        ),
        Fault(
            id: "identities-without-next-url",
            requirement: "LS-ENV",
            summary: "The pagination of a list of identities lacks next_page_url.",
            effect: .body(.drop("pagination.next_page_url"), of: "user_identities.list")
        ),
        Fault(
            id: "users-without-pagination",
            requirement: "LS-ENV",
            summary: "A list of access-system users has no pagination.",
            effect: .body(.drop("pagination"), of: "acs.users.list")
        ),
        Fault(
            id: "new-row-late",
            requirement: "LS-READ-WRITES",
            summary: "A row is listed a second after its creation at the earliest.",
            effect: .policy(\.lists.showsNewRows)
        ),
        Fault(
            id: "order-turns",
            requirement: "LS-ORDER",
            summary: "A list of identities comes in the opposite order every other time.",
            effect: .policy(\.lists.keepsOrder)
        ),
        Fault(
            id: "unpaged-users-cut",
            requirement: "LS-UNPAGED",
            summary: "The list of the users of an identity holds one at most.",
            effect: .body(.drop("acs_users.1"), of: "user_identities.list_acs_users")
        ),
        Fault(
            id: "next-url-without-scheme",
            requirement: "LS-NEXT-URL",
            summary: "The URL of the next page is not an absolute one.",
            effect: .body(.rewrite("pagination.next_page_url", .replacing("http://", by: "/")), of: "*.list")
        ),
        Fault(
            id: "next-url-with-other-name",
            requirement: "LS-NEXT-URL",
            summary: "The URL of the next page has the cursor under another name than that of the parameter.",
            effect: .body(
                .rewrite("pagination.next_page_url", .replacing("page_cursor=", by: "next_page_cursor=")),
                of: "*.list"
            )
        ),
        Fault(
            id: "next-url-without-search",
            requirement: "LS-NEXT-URL",
            summary: "The URL of the next page lacks the search that the page was asked with.",
            effect: .body(
                .rewrite("pagination.next_page_url", .replacing("search=", by: "searched=")),
                of: "*.list"
            )
        ),
        Fault(
            id: "next-url-of-other-operation",
            requirement: "LS-NEXT-URL",
            summary: "The URL of the next page of users leads to the list of identities.",
            effect: .body(
                .rewrite("pagination.next_page_url", .replacing("/acs/users/", by: "/user_identities/")),
                of: "acs.users.list"
            )
        ),
        Fault(
            id: "twenty-five-rows",
            requirement: "LS-LIMIT-DEFAULT",
            summary: "Without a limit, a page has twenty-five rows.",
            effect: .weaken { $0.lists.standardLimit = 25 }
        ),
    ]
}
