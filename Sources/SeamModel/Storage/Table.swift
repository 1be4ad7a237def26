/// Resources of one sort in the order they came, each found by its id without a search.
///
/// Every row has a serial number that only grows, so that a place in the order outlives the row that stood there: a
/// reader who goes on behind a serial number neither repeats nor skips a row, whatever comes and goes meanwhile.
public struct Table<Row: Resource>: Sendable {
    /// A place in the order; empty after its row has gone, until the table closes up.
    private struct Slot {
        let serial: Int
        var row: Row?
    }

    private var slots: [Slot] = []
    private var places: [ResourceID: Int] = [:]
    private var lastSerial = 0

    /// A table without rows.
    public init() {}

    /// How many rows there are.
    public var count: Int { places.count }

    /// The row of that id; nil when there is none.
    ///
    /// - Parameter id: the id.
    public subscript(id: ResourceID) -> Row? {
        places[id].flatMap { slots[$0].row }
    }

    /// The rows in the order they came.
    public var rows: some Sequence<Row> {
        slots.lazy.compactMap(\.row)
    }

    /// The table with the rows of another behind its own.
    func joined(with other: Table) -> Table {
        var all = self
        for row in other.rows where all[row.id] == nil { all.append(row) }
        return all
    }

    /// The serial number of a row; nil when there is none of that id.
    func serial(of id: ResourceID) -> Int? {
        places[id].map { slots[$0].serial }
    }

    /// Whether the row with that serial number is there.
    func contains(serial: Int) -> Bool {
        let place = firstPlace(behind: serial - 1)
        return place < slots.count && slots[place].serial == serial && slots[place].row != nil
    }

    /// Adds a row behind all others.
    mutating func append(_ row: Row) {
        lastSerial += 1
        places[row.id] = slots.count
        slots.append(Slot(serial: lastSerial, row: row))
    }

    /// Changes the row of that id in place; does nothing when there is none.
    mutating func change(_ id: ResourceID, _ change: (inout Row) -> Void) {
        guard let place = places[id], var row = slots[place].row else { return }
        slots[place].row = nil
        change(&row)
        slots[place].row = row
    }

    /// Takes a row out; returns it, or nil when there is none.
    @discardableResult
    mutating func remove(_ id: ResourceID) -> Row? {
        guard let place = places.removeValue(forKey: id) else { return nil }
        let row = slots[place].row
        slots[place].row = nil
        if slots.count > 2 * places.count + 64 { closeUp() }
        return row
    }

    /// The first rows behind a place in the order that pass a test, and where to go on.
    ///
    /// - Parameters:
    ///   - serial: the serial number to start behind; 0 starts at the first row.
    ///   - limit: how many rows at most.
    ///   - candidates: the only rows that can pass, in any order, found by an index; nil looks at every row.
    ///   - matches: which rows count.
    /// - Returns: the rows, and the serial number of the last of them when more rows follow; nil at the end.
    func page(
        behind serial: Int,
        limit: Int,
        among candidates: Set<ResourceID>? = nil,
        where matches: (Row) -> Bool
    ) -> (rows: [Row], next: Int?) {
        let first = firstPlace(behind: serial)
        guard let candidates else { return page(at: first..<slots.count, limit: limit, where: matches) }
        let candidatePlaces = candidates.compactMap { places[$0] }.filter { $0 >= first }.sorted()
        return page(at: candidatePlaces, limit: limit, where: matches)
    }

    /// The first rows at these places, ascending, that pass a test, and where to go on.
    private func page(
        at places: some Sequence<Int>,
        limit: Int,
        where matches: (Row) -> Bool
    ) -> (rows: [Row], next: Int?) {
        var rows: [Row] = []
        var last = 0
        for place in places {
            let slot = slots[place]
            guard let row = slot.row, matches(row) else { continue }
            if rows.count == limit { return (rows, last) }
            rows.append(row)
            last = slot.serial
        }
        return (rows, nil)
    }

    /// The first place whose serial number is higher.
    private func firstPlace(behind serial: Int) -> Int {
        var low = 0
        var high = slots.count
        while low < high {
            let middle = (low + high) / 2
            if slots[middle].serial <= serial { low = middle + 1 } else { high = middle }
        }
        return low
    }

    /// Drops the empty slots.
    private mutating func closeUp() {
        slots.removeAll { $0.row == nil }
        for (place, slot) in slots.enumerated() {
            if let row = slot.row { places[row.id] = place }
        }
    }
}
