import Reports

/// Rows under a heading, each column as wide as its widest cell.
struct TextTable {
    private let heading: [String]
    private let rows: [[String]]

    /// A table.
    ///
    /// - Parameters:
    ///   - heading: a word for each column, in capitals.
    ///   - rows: as many cells each; what can't be seen is shown as escapes.
    init(_ heading: [String], rows: [[String]]) {
        self.heading = heading
        self.rows = rows
    }

    /// One line for the heading and each row.
    var text: String {
        let all = [heading] + rows.map { $0.map(\.visible) }
        let widths = heading.indices.map { column in all.map { $0[column].count }.max() ?? 0 }
        return all.map { row in
            let line = zip(row, widths).map { $0.padding(to: $1) }.joined(separator: "  ")
            return String(line.reversed().drop { $0 == " " }.reversed()) + "\n"
        }.joined()
    }
}

extension String {
    /// The text with spaces behind it up to a width.
    func padding(to width: Int) -> String {
        self + String(repeating: " ", count: max(0, width - count))
    }
}
