import JSON
import SeamContract

/// Reads a list page by page, and keeps none of them.
struct ListReading {
    /// How a reading ended.
    enum Ending: Sendable, Equatable {
        /// The list was read to its end.
        case whole
        /// More stands in the list than was read, or nothing tells that that was all.
        case partial
        /// The endpoint does not have the list.
        case notOffered
    }

    /// The operation that lists.
    let operation: Contract.Operation
    /// Who asks.
    let credential: OwnerCredential
    /// The most pages that are read.
    let pageLimit: Int
    /// The most items that are looked at.
    let itemLimit: Int

    /// Reads the list.
    ///
    /// A page that is no list, and a cursor that is none or that stays the same, end the reading.
    /// - Parameters:
    ///   - ask: puts a question to the endpoint.
    ///   - look: looks at an item; false ends the reading.
    /// - Returns: how the reading ended.
    func read(asking ask: Reclaimer.Ask, look: (JSONValue) -> Bool) async -> Ending {
        guard let key = operation.responseKey else { return .notOffered }
        var left = itemLimit
        var cursor: JSONValue?
        for number in 0..<pageLimit {
            let question = CleanupQuestion(
                purpose: .search,
                path: operation.path,
                parameters: cursor.map { ["page_cursor": $0] } ?? [:],
                credential: credential
            )
            guard case .response(let status, let json) = await ask(question) else { return .partial }
            if number == 0, [404, 405, 501].contains(status) { return .notOffered }
            guard status / 100 == 2, let json, let page = json[key]?.arrayValue else { return .partial }
            for item in page.prefix(left) where !look(item) { return .partial }
            guard page.count <= left else { return .partial }
            left -= page.count
            if isLast(json) { return .whole }
            guard let next = json["pagination"]?["next_page_cursor"], next.stringValue != nil, next != cursor else {
                return .partial
            }
            cursor = next
        }
        return .partial
    }

    /// Whether a page says that none follows; of a list without pages, that there is no word of any.
    private func isLast(_ page: JSONValue) -> Bool {
        if let hasNext = page["pagination"]?["has_next_page"]?.boolValue { return !hasNext }
        return page["pagination"] == nil && operation.parameterType("page_cursor") == nil
    }
}
