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
        let cursor = try cursor(request, binding)
        let standardLimit = policy.lists.standardLimit ?? request.standardLimit
        let limit = try request.parameters.limit(default: standardLimit)
        let pager = Pager(rules: policy.lists, table: table, candidates: candidates)
        let page = try pager.page(behind: cursor?.serial, limit: limit, where: matches)
        let next = page.next.map { PageCursor(binding: binding, serial: $0).text }
        return .page(key: request.key, try self.json(page.rows, json), nextCursor: next)
    }

    /// The cursor that the call brings; nil stands for the first page.
    private func cursor(_ request: ListRequest, _ binding: String) throws(ModelError) -> PageCursor? {
        guard let text = try request.parameters.nullableText("page_cursor") else { return nil }
        guard let cursor = PageCursor(text) else {
            guard policy.lists.refusesMadeUpCursors else { return nil }
            throw .invalidInput("Invalid page_cursor", at: ["page_cursor"])
        }
        guard !policy.lists.bindsCursors || cursor.binding == binding else {
            throw ModelError(
                status: 400,
                type: "mismatched_page_parameters",
                message: "page_cursor was issued for other parameters; send the same ones on each page",
                parameter: ["page_cursor"]
            )
        }
        return cursor
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
