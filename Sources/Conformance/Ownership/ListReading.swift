import JSON

/// What the pages of a list show, read one after the other.
struct ListReading: Sendable {
    /// What stands on the pages that were read.
    let items: [JSONValue]
    /// Whether that is all that the list shows.
    let isWhole: Bool
    /// Whether each request got a response.
    let wasAnswered: Bool

    /// Reads a list.
    ///
    /// A page that is no list, and a cursor that is none or that stays the same, end the reading.
    /// - Parameters:
    ///   - path: the path of the list.
    ///   - key: the property of the response that holds the items.
    ///   - credential: who asks.
    ///   - pageLimit: the most pages that are read.
    ///   - ask: puts a question to the endpoint.
    init(
        _ path: String,
        key: String,
        as credential: OwnerCredential,
        pageLimit: Int,
        asking ask: Reclaimer.Ask
    ) async {
        var items: [JSONValue] = []
        var (isWhole, wasAnswered) = (false, true)
        var cursor: JSONValue?
        for _ in 0..<pageLimit {
            let question = CleanupQuestion(
                purpose: .search,
                path: path,
                parameters: cursor.map { ["page_cursor": $0] } ?? [:],
                credential: credential
            )
            guard case .response(let status, let json) = await ask(question) else {
                wasAnswered = false
                break
            }
            guard status / 100 == 2, let json, let page = json[key]?.arrayValue else { break }
            items += page
            guard json["pagination"]?["has_next_page"]?.boolValue ?? false else {
                isWhole = true
                break
            }
            guard let next = json["pagination"]?["next_page_cursor"], next.stringValue != nil, next != cursor else {
                break
            }
            cursor = next
        }
        (self.items, self.isWhole, self.wasAnswered) = (items, isWhole, wasAnswered)
    }
}
