/// Cuts a list into pages.
struct Pager<Row: Resource> {
    /// What a list insists on.
    let rules: Policy.Lists
    /// The rows, in the order they came.
    let table: Table<Row>
    /// The only rows that can count; nil looks at every row.
    let candidates: Set<ResourceID>?

    /// The rows of a page, and where the next one goes on; nil at the end.
    typealias Page = (rows: [Row], next: Int?)

    /// A page.
    ///
    /// - Parameters:
    ///   - serial: where the page before it ended; nil on the first.
    ///   - limit: how many rows it has at most.
    ///   - matches: which rows count.
    /// - Returns: the page.
    /// - Throws: `ModelError` where the policy lets a cursor die with its row.
    func page(behind serial: Int?, limit: Int, where matches: (Row) -> Bool) throws(ModelError) -> Page {
        let limit = rules.countsRowsExactly || limit == .max ? limit : limit + 1
        guard rules.anchorsCursors && rules.appendsRows else {
            return countedPage(from: serial ?? 0, limit: limit, where: matches)
        }
        let start = try start(behind: serial, where: matches)
        var page = rows(behind: start, limit: limit, where: matches)
        if !rules.movesOn && page.next != nil { page.next = start }
        if !rules.endsOnLastRow && page.next == nil && page.rows.count == limit {
            page.next = page.rows.last.flatMap { table.serial(of: $0.id) }
        }
        if !rules.endsWhenEmpty && page.rows.isEmpty { page.next = start }
        return page
    }

    /// The rows behind a place in the order.
    private func rows(behind serial: Int, limit: Int, where matches: (Row) -> Bool) -> Page {
        table.page(behind: serial, limit: limit, among: candidates, where: matches)
    }

    /// The place in the order that a page starts behind.
    private func start(behind serial: Int?, where matches: (Row) -> Bool) throws(ModelError) -> Int {
        guard let serial else { return 0 }
        if !rules.repeatsNoRow { return serial - 1 }
        if !rules.losesNoRow { return rows(behind: serial, limit: 1, where: matches).next ?? .max }
        guard !table.contains(serial: serial), serial > 0 else { return serial }
        guard rules.outlivesAnchor else { throw .invalidInput("Invalid page_cursor", at: ["page_cursor"]) }
        return rules.keepsPlaceOfAnchor ? serial : 0
    }

    /// A page for a cursor that counts the rows before it, which come the newest first where the policy does not put
    /// new rows behind all others.
    private func countedPage(from count: Int, limit: Int, where matches: (Row) -> Bool) -> Page {
        var rows = rows(behind: 0, limit: .max, where: matches).rows
        if !rules.appendsRows { rows.reverse() }
        let rest = rows.dropFirst(count)
        return (Array(rest.prefix(limit)), rest.count > limit ? count + limit : nil)
    }
}
