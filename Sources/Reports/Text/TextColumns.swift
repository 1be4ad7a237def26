/// Rows of cells in columns of which each is as wide as it needs to be, up to a limit, beyond which its text is wrapped.
struct TextColumns {
    /// What stands before every line.
    let indent: Int
    /// The widths of the columns, in characters; a column of width 0 is left out.
    let widths: [Int]

    /// Columns for rows.
    ///
    /// - Parameters:
    ///   - rows: the rows, all with as many cells.
    ///   - indent: how many spaces stand before every line.
    ///   - limits: the greatest width of each column but the last, which gets what is left.
    ///   - width: the width of a line.
    init(for rows: [[String]], indent: Int, limits: [Int], width: Int) {
        self.indent = indent
        var widths = limits.enumerated().map { column, limit in
            min(limit, rows.map { $0[column].count }.max() ?? 0)
        }
        let used = indent + widths.filter { $0 > 0 }.reduce(0) { $0 + $1 + 2 }
        widths.append(max(24, width - used))
        self.widths = widths
    }

    /// The lines of a row.
    ///
    /// - Parameter row: its cells.
    /// - Returns: the lines, each ended by a line feed; none has spaces at its end.
    func text(_ row: [String]) -> String {
        let columns = zip(row, widths).filter { $1 > 0 }
        let cells = columns.map { $0.wrapped(to: $1) }
        let height = cells.map(\.count).max() ?? 0
        return (0..<height).map { line in
            let parts = zip(cells, columns.map(\.1)).map { cell, width in
                let text = line < cell.count ? cell[line] : ""
                return text + String(repeating: " ", count: max(0, width - text.count))
            }
            let whole = String(repeating: " ", count: indent) + parts.joined(separator: "  ")
            return String(whole.reversed().drop { $0 == " " }.reversed()) + "\n"
        }.joined()
    }
}

extension String {
    /// The text in lines of a width, broken at spaces; a longer word stands alone and is not broken.
    ///
    /// Spaces at the beginning are kept, and stand before every line.
    /// - Parameter width: how many characters a line may have.
    /// - Returns: the lines; at least one.
    func wrapped(to width: Int) -> [String] {
        let indent = String(prefix { $0 == " " })
        var lines: [String] = []
        var line = indent
        for word in split(separator: " ") {
            if line.count > indent.count, line.count + 1 + word.count > width {
                lines.append(line)
                line = indent
            }
            line += (line.count > indent.count ? " " : "") + word
        }
        return lines + [line]
    }
}
