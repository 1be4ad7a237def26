import SeamModel

extension Fault {
    /// Faults of searches.
    static let searches = [
        Fault(
            id: "search-without-name",
            requirement: "LS-SEARCH-UI",
            summary: "A search of identities does not look at the name.",
            effect: .forgets(.fullName, in: \.lists.searchedOfIdentities)
        ),
        Fault(
            id: "search-without-phone",
            requirement: "LS-SEARCH-UI",
            summary: "A search of identities does not look at the phone number.",
            effect: .forgets(.phoneNumber, in: \.lists.searchedOfIdentities)
        ),
        Fault(
            id: "search-without-email",
            requirement: "LS-SEARCH-UI",
            summary: "A search of identities does not look at the e-mail address.",
            effect: .forgets(.emailAddress, in: \.lists.searchedOfIdentities)
        ),
        Fault(
            id: "search-without-id",
            requirement: "LS-SEARCH-UI",
            summary: "A search of identities does not look at the id.",
            effect: .forgets(.id, in: \.lists.searchedOfIdentities)
        ),
        Fault(
            id: "search-of-beginnings",
            requirement: "LS-SEARCH-UI",
            summary: "A search finds a text only at the beginning of a value.",
            effect: .policy(\.lists.searchesInside)
        ),
        Fault(
            id: "user-search-without-name",
            requirement: "LS-SEARCH-AU",
            summary: "A search of access-system users does not look at the name.",
            effect: .forgets(.fullName, in: \.lists.searchedOfUsers)
        ),
        Fault(
            id: "user-search-without-phone",
            requirement: "LS-SEARCH-AU",
            summary: "A search of access-system users does not look at the phone number.",
            effect: .forgets(.phoneNumber, in: \.lists.searchedOfUsers)
        ),
        Fault(
            id: "user-search-without-email",
            requirement: "LS-SEARCH-AU",
            summary: "A search of access-system users does not look at the e-mail address.",
            effect: .forgets(.emailAddress, in: \.lists.searchedOfUsers)
        ),
        Fault(
            id: "user-search-without-id",
            requirement: "LS-SEARCH-AU",
            summary: "A search of access-system users does not look at the id.",
            effect: .forgets(.id, in: \.lists.searchedOfUsers)
        ),
        Fault(
            id: "user-search-without-identity-id",
            requirement: "LS-SEARCH-AU",
            summary: "A search of access-system users does not look at the id of their identity.",
            effect: .forgets(.identityID, in: \.lists.searchedOfUsers)
        ),
        Fault(
            id: "user-search-without-identity-name",
            requirement: "LS-SEARCH-AU",
            summary: "A search of access-system users does not look at the name of their identity.",
            effect: .forgets(.identityFullName, in: \.lists.searchedOfUsers)
        ),
        Fault(
            id: "user-search-without-identity-phone",
            requirement: "LS-SEARCH-AU",
            summary: "A search of access-system users does not look at the phone number of their identity.",
            effect: .forgets(.identityPhoneNumber, in: \.lists.searchedOfUsers)
        ),
        Fault(
            id: "search-reads-percent",
            requirement: "LS-SEARCH-META",
            summary: "A percent sign in a search stands for something else than itself.",
            effect: .misreads(.rewrite("search", .replacing("%", by: "")), of: "*.list")
        ),
        Fault(
            id: "search-reads-underscore",
            requirement: "LS-SEARCH-META",
            summary: "An underscore in a search stands for something else than itself.",
            effect: .misreads(.rewrite("search", .replacing("_", by: "")), of: "*.list")
        ),
        Fault(
            id: "search-reads-star",
            requirement: "LS-SEARCH-META",
            summary: "A star in a search stands for something else than itself.",
            effect: .misreads(.rewrite("search", .replacing("*", by: "")), of: "*.list")
        ),
        Fault(
            id: "search-reads-backslash",
            requirement: "LS-SEARCH-META",
            summary: "A backslash in a search stands for something else than itself.",
            effect: .misreads(.rewrite("search", .replacing("\\", by: "")), of: "*.list")
        ),
        Fault(
            id: "search-reads-quote",
            requirement: "LS-SEARCH-META",
            summary: "A quote in a search stands for something else than itself.",
            effect: .misreads(.rewrite("search", .replacing("'", by: "")), of: "*.list")
        ),
    ]
}
