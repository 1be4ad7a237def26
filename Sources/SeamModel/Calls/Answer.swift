public import JSON

/// What a successful call answers, apart from the envelope.
public enum Answer: Sendable, Hashable {
    /// Nothing but that it is done.
    case done
    /// One resource under its key.
    case resource(key: String, JSONValue)
    /// All resources under their key.
    case list(key: String, [JSONValue])
    /// A page of resources under their key, and the cursor of the next page; nil on the last.
    case page(key: String, [JSONValue], nextCursor: String?)

    /// The body of the response: the resource key, `pagination` for a page, and `ok`.
    ///
    /// - Parameter nextPageURL: the absolute URL of the page at a cursor.
    /// - Returns: the body.
    public func body(nextPageURL: (String) -> String) -> JSONObject {
        let ok = JSONObject.Member(key: "ok", value: true)
        switch self {
        case .done:
            return JSONObject(uniqueMembers: [ok])
        case .resource(let key, let value):
            return JSONObject(uniqueMembers: [.init(key: key, value: value), ok])
        case .list(let key, let items):
            return JSONObject(uniqueMembers: [.init(key: key, value: .array(items)), ok])
        case .page(let key, let items, let cursor):
            let pagination = Self.pagination(cursor, nextPageURL)
            return JSONObject(uniqueMembers: [
                .init(key: key, value: .array(items)), .init(key: "pagination", value: pagination), ok,
            ])
        }
    }

    /// The `pagination` member; all three members stand in every answer (OpenAPI document, `pagination`).
    private static func pagination(_ cursor: String?, _ nextPageURL: (String) -> String) -> JSONValue {
        [
            "has_next_page": .bool(cursor != nil),
            "next_page_cursor": cursor.map(JSONValue.string) ?? .null,
            "next_page_url": cursor.map { .string(nextPageURL($0)) } ?? .null,
        ]
    }
}
