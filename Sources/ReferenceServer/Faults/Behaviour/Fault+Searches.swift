import SeamModel

extension Fault {
    /// Faults of searches.
    static let searches = [
        Fault(
            id: "search-for-whole-name",
            requirement: "LS-SEARCH-UI",
            summary: "A search of identities finds the name only when it is given whole.",
            effect: .forgets(.fullName, in: \.lists.foundByPartsOfIdentities)
        ),
        Fault(
            id: "search-for-whole-phone",
            requirement: "LS-SEARCH-UI",
            summary: "A search of identities finds the phone number only when it is given whole.",
            effect: .forgets(.phoneNumber, in: \.lists.foundByPartsOfIdentities)
        ),
        Fault(
            id: "search-for-whole-email",
            requirement: "LS-SEARCH-UI",
            summary: "A search of identities finds the e-mail address only when it is given whole.",
            effect: .forgets(.emailAddress, in: \.lists.foundByPartsOfIdentities)
        ),
        Fault(
            id: "search-for-whole-id",
            requirement: "LS-SEARCH-UI",
            summary: "A search of identities finds the id only when it is given whole.",
            effect: .forgets(.id, in: \.lists.foundByPartsOfIdentities)
        ),
        Fault(
            id: "search-of-beginnings",
            requirement: "LS-SEARCH-UI",
            summary: "A search finds a text only at the beginning of a value.",
            effect: .policy(\.lists.searchesInside)
        ),
        Fault(
            id: "user-search-for-whole-name",
            requirement: "LS-SEARCH-AU",
            summary: "A search of access-system users finds the name only when it is given whole.",
            effect: .forgets(.fullName, in: \.lists.foundByPartsOfUsers)
        ),
        Fault(
            id: "user-search-for-whole-phone",
            requirement: "LS-SEARCH-AU",
            summary: "A search of access-system users finds the phone number only when it is given whole.",
            effect: .forgets(.phoneNumber, in: \.lists.foundByPartsOfUsers)
        ),
        Fault(
            id: "user-search-for-whole-email",
            requirement: "LS-SEARCH-AU",
            summary: "A search of access-system users finds the e-mail address only when it is given whole.",
            effect: .forgets(.emailAddress, in: \.lists.foundByPartsOfUsers)
        ),
        Fault(
            id: "user-search-for-whole-id",
            requirement: "LS-SEARCH-AU",
            summary: "A search of access-system users finds the id only when it is given whole.",
            effect: .forgets(.id, in: \.lists.foundByPartsOfUsers)
        ),
        Fault(
            id: "user-search-for-whole-identity-id",
            requirement: "LS-SEARCH-AU",
            summary: "A search of access-system users finds the id of their identity only when it is given whole.",
            effect: .forgets(.identityID, in: \.lists.foundByPartsOfUsers)
        ),
        Fault(
            id: "user-search-for-whole-identity-name",
            requirement: "LS-SEARCH-AU",
            summary: "A search of access-system users finds the name of their identity only when it is given whole.",
            effect: .forgets(.identityFullName, in: \.lists.foundByPartsOfUsers)
        ),
        Fault(
            id: "user-search-for-whole-identity-phone",
            requirement: "LS-SEARCH-AU",
            summary:
                "A search of access-system users finds the phone number of their identity only when it is given whole.",
            effect: .forgets(.identityPhoneNumber, in: \.lists.foundByPartsOfUsers)
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
