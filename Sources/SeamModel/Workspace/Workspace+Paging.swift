import JSON

extension Workspace {
    /// One page of a list, as the parameters `limit` and `page_cursor` ask for it.
    ///
    /// - Parameters:
    ///   - table: the rows, in the order they came.
    ///   - request: the list asked for.
    ///   - candidates: the only rows that can count, found by an index; nil looks at every row.
    ///   - matches: which rows count.
    ///   - json: a row as the answer has it.
    /// - Returns: the page.
    /// - Throws: `ModelError` when the cursor is none (400 `invalid_input`), or was made for other parameters (400
    ///   `mismatched_page_parameters`).
    func page<Row>(
        of table: Table<Row>,
        _ request: ListRequest,
        among candidates: Set<ResourceID>? = nil,
        where matches: (Row) -> Bool,
        _ json: (Row) throws(ModelError) -> JSONValue
    ) throws(ModelError) -> Answer {
        let binding = PageCursor.binding(request.operation, request.parameters.object, in: id)
        let serial = try startSerial(request, binding)
        let limit = try request.parameters.limit(default: request.standardLimit)
        let page = table.page(behind: serial, limit: limit, among: candidates, where: matches)
        let cursor = page.next.map { PageCursor(binding: binding, serial: $0).text }
        return .page(key: request.key, try self.json(page.rows, json), nextCursor: cursor)
    }

    /// The serial number to start behind.
    private func startSerial(_ request: ListRequest, _ binding: String) throws(ModelError) -> Int {
        guard let text = try request.parameters.nullableText("page_cursor") else { return 0 }
        guard let cursor = PageCursor(text) else { throw .invalidInput("Invalid page_cursor", at: ["page_cursor"]) }
        guard !policy.bindsCursorsToParameters || cursor.binding == binding else {
            throw ModelError(
                status: 400,
                type: "mismatched_page_parameters",
                message: "page_cursor was issued for other parameters; send the same ones on each page",
                parameter: ["page_cursor"]
            )
        }
        return cursor.serial
    }
}

/// A list that a call asks for.
struct ListRequest {
    /// The operation, such as `user_identities.list`.
    let operation: String
    /// The resource key of the answer.
    let key: String
    /// The parameters.
    let parameters: Parameters
    /// How many rows a page has at most when the call does not say.
    var standardLimit = 500
}
