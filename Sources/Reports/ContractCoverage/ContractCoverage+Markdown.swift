extension ContractCoverage {
    /// A page: how much was exercised, a row for each operation, and what was not exercised.
    var markdown: String {
        let columns = ["operation", "calls", "methods", "statuses", "parameters", "fields", "undocumented"]
        let table = ([columns, columns.map { _ in "---" }] + rows.map { ["`\($0.operation)`"] + $0.cells.dropFirst() })
            .map { "| " + $0.map(\.markdownCell).joined(separator: " | ") + " |\n" }.joined()
        let lacks = rows.flatMap { row in
            row.lacks.map { lack in
                let names = lack.names.map { "`\($0)`".markdownCell }.joined(separator: ", ")
                return "- `\(row.operation)`, \(lack.noun): \(names)\n"
            }
        }
        let uncalled = rows.filter { $0.callCount == 0 }.map { "- `\($0.operation)`: never called\n" }
        return "# What the run exercised of the contract\n\n" + totals.map { "- \($0)\n" }.joined() + "\n" + table
            + (uncalled.isEmpty && lacks.isEmpty ? "" : "\n## Not exercised\n\n" + (uncalled + lacks).joined())
    }
}

extension String {
    /// The text as it may stand in a cell of a Markdown table.
    fileprivate var markdownCell: String { visible.replacing("|", with: "\\|") }
}
