import JSON

extension Fault {
    /// Faults of reading queries.
    static let queries = [
        Fault(
            id: "get-ignores-query",
            requirement: "TR-GET-QUERY",
            summary: "GET does not read its query.",
            effect: .misreads(.query([.replace("", [:])]), by: "GET")
        ),
        Fault(
            id: "get-by-key-ignores-query",
            requirement: "TR-GET-QUERY",
            summary: "A GET of an identity does not read the key in its query.",
            effect: .misreads(.query([.drop("user_identity_key")]), of: "user_identities.get", by: "GET")
        ),
        Fault(
            id: "delete-ignores-query",
            requirement: "TR-DELETE-QUERY",
            summary: "DELETE does not read its query.",
            effect: .misreads(.query([.replace("", [:])]), by: "DELETE")
        ),
        Fault(
            id: "delete-session-ignores-query",
            requirement: "TR-DELETE-QUERY",
            summary: "A DELETE of a client session does not read its query.",
            effect: .misreads(.query([.replace("", [:])]), of: "client_sessions.delete", by: "DELETE")
        ),
        Fault(
            id: "get-system-ignores-query",
            requirement: "TR-GET-QUERY",
            summary: "A GET of an access system does not read its query.",
            effect: .misreads(.query([.replace("", [:])]), of: "acs.systems.get", by: "GET")
        ),
        Fault(
            id: "query-before-body",
            requirement: "TR-BODY-WINS",
            summary: "A parameter in the query counts before one in the body.",
            effect: .server(\.prefersBody)
        ),
        Fault(
            id: "refuse-strict-mark",
            requirement: "TR-STRICT-FLAG",
            summary: "The mark _strict in a query is refused as an unknown parameter.",
            effect: .server(\.passesOverStrictMark)
        ),
        Fault(
            id: "last-of-repeated",
            requirement: "TR-ARRAY-REPEAT",
            summary: "Of a repeated query parameter only the last counts.",
            effect: .misreads(.query([.drop("user_identity_ids.0")]), asked: ["user_identity_ids": .count(2...2)])
        ),
        Fault(
            id: "first-of-repeated",
            requirement: "TR-ARRAY-REPEAT",
            summary: "Of a repeated query parameter only the first counts.",
            effect: .misreads(.query([.drop("user_identity_ids.1")]), asked: ["user_identity_ids": .count(2...2)])
        ),
        Fault(
            id: "repeated-as-one-text",
            requirement: "TR-ARRAY-REPEAT",
            summary: "A repeated query parameter is read as one text with commas.",
            effect: .misreads(.query([.retype("user_identity_ids", where: .count(2...2))]))
        ),
        Fault(
            id: "brackets-unread",
            requirement: "TR-ARRAY-BRACKET",
            summary: "An array in a query is not read from names with brackets.",
            effect: .server(\.readsBrackets)
        ),
        Fault(
            id: "commas-unread",
            requirement: "TR-ARRAY-COMMA",
            summary: "An array in a query is not parted at commas.",
            effect: .server(\.splitsAtCommas)
        ),
        Fault(
            id: "commas-read-strictly",
            requirement: "TR-ARRAY-COMMA",
            summary: "An array in a query is parted at commas in spite of _strict.",
            effect: .server(\.heedsStrictMark)
        ),
        Fault(
            id: "empty-query-array-lists-all",
            requirement: "TR-ARRAY-EMPTY",
            summary: "An empty list of ids in a query lists everybody.",
            effect: .misreads(.query([.drop("user_identity_ids", where: .empty)]))
        ),
        Fault(
            id: "empty-array-lists-all",
            requirement: "TR-ARRAY-EMPTY",
            summary: "An empty list of ids in a body lists everybody.",
            effect: .misreads(.body([.drop("user_identity_ids", where: .empty)]))
        ),
        Fault(
            id: "refuse-empty-array",
            requirement: "TR-ARRAY-EMPTY",
            summary: "An empty list of ids is refused.",
            effect: .refuses(["user_identity_ids": .empty], of: "user_identities.list")
        ),
        Fault(
            id: "empty-cursor-as-text",
            requirement: "TR-NULL-QUERY",
            summary: "An empty page_cursor in a query is an empty text.",
            effect: .misreads(.query([.replace("page_cursor", "", where: .null)]))
        ),
        Fault(
            id: "empty-filter-forgotten",
            requirement: "TR-NULL-QUERY",
            summary: "An empty user_identity_email_address in a query is no filter.",
            effect: .misreads(.query([.drop("user_identity_email_address", where: .null)]))
        ),
        Fault(
            id: "last-of-repeated-scalar",
            requirement: "TR-REPEAT-SCALAR",
            summary: "Of a query parameter that comes twice and is no array the last counts.",
            effect: .server(\.refusesRepeatedScalars)
        ),
        Fault(
            id: "limit-in-words-forgotten",
            requirement: "TR-NUM-QUERY",
            summary: "A limit in a query that is no number is passed over.",
            effect: .misreads(.query([.drop("limit", where: .kind(.string))]))
        ),
        Fault(
            id: "plus-stays-plus",
            requirement: "TR-PLUS-DECODE",
            summary: "A plus sign in a query is no space.",
            effect: .misreads(.query([.rewrite("user_identity_key", .replacing(" ", by: "+"))]))
        ),
        Fault(
            id: "plus-decoded-twice",
            requirement: "TR-PLUS-DECODE",
            summary: "A query is decoded twice, so that an escaped plus sign becomes a space.",
            effect: .misreads(.query([.rewrite("user_identity_key", .replacing("+", by: " "))]))
        ),
    ]
}
