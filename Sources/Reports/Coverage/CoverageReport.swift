import Mustache
import Results
import SeamContract

/// The forms in which the traceability matrix can be told.
public enum CoverageFormat: String, Sendable, Hashable, CaseIterable {
    /// Columns for a person.
    case table
    /// Comma-separated values (RFC 4180).
    case csv
    /// A Markdown table.
    case markdown
    /// One page that needs nothing but itself.
    case html
}

extension Coverage {
    /// The matrix told, the same for the same matrix.
    ///
    /// - Parameter format: the form.
    /// - Returns: the text of a file.
    public func text(_ format: CoverageFormat) -> String {
        switch format {
        case .table: table
        case .csv: ([Self.columns] + rows.map { $0.cells(joinedBy: " ") }).map(Self.record).joined()
        case .markdown: markdown
        case .html: page
        }
    }

    private static let columns = ["requirement", "level", "scenarios", "faults", "killed", "last verdict"]

    /// The columns padded to one width, then the summary.
    private var table: String {
        let lines = [Self.columns] + rows.map(\.shortCells)
        let widths = Self.columns.indices.map { column in lines.map { $0[column].count }.max() ?? 0 }
        let table = lines.map { cells in
            zip(cells, widths).map { cell, width in cell + String(repeating: " ", count: width - cell.count) }
                .joined(separator: "  ")
        }
        return (table + [""] + summary).map { $0.trimmedAtEnd + "\n" }.joined()
    }

    /// One record of RFC 4180: quoted where a cell has a comma, a quote or a line break.
    private static func record(_ cells: [String]) -> String {
        cells.map { cell in
            guard cell.contains(where: { ",\"\r\n".contains($0) }) else { return cell }
            return "\"" + cell.replacing("\"", with: "\"\"") + "\""
        }.joined(separator: ",") + "\r\n"
    }

    private var markdown: String {
        let lines = rows.map { "| " + $0.cells(joinedBy: ", ").joined(separator: " | ") + " |" }
        let head = ["| " + Self.columns.joined(separator: " | ") + " |", "| --- | --- | --- | --- | --- | --- |"]
        return (["# Coverage", ""] + summary.map { "- \($0)" } + [""] + head + lines).joined(separator: "\n") + "\n"
    }

    private var page: String {
        let context: [String: Any] = [
            "summary": summary.map { ["text": $0] },
            "rows": rows.map { row in
                let cells = row.cells(joinedBy: ", ")
                return [
                    "id": row.requirement.id, "level": row.requirement.level.rawValue,
                    "statement": row.requirement.statement,
                    "notTested": row.requirement.notTested.map { [["reason": $0]] } ?? [],
                    "scenarios": cells[2], "faults": cells[3], "killed": cells[4],
                    "verdict": cells[5], "state": row.state,
                ]
            },
        ]
        return Self.template.render(context)
    }

    private static let template = PageFrame.template(
        title: "Coverage – seamcheck",
        tone: "good",
        command: "seamcheck requirements",
        band: """
            <h1>Which requirement is tested, and was its test ever seen to fail?</h1>
            {{#summary}}<p class="about">{{text}}</p>{{/summary}}
            """,
        main: """
            <div class="scroll"><table class="stacked">
            <thead><tr><th>requirement</th><th>scenarios</th><th>faults</th><th>killed</th><th>last verdict</th></tr></thead>
            <tbody>
            {{#rows}}<tr><td><code>{{id}}</code> <small>{{level}}</small><span class="statement">{{statement}}</span>{{#notTested}}<small>not tested: {{reason}}</small>{{/notTested}}</td><td data-label="scenarios">{{scenarios}}</td><td data-label="faults">{{faults}}</td><td class="number" data-label="killed">{{killed}}</td><td data-label="last verdict"><span class="state {{state}}">{{verdict}}</span></td></tr>
            {{/rows}}
            </tbody></table></div>
            """
    )
}

extension Coverage.Row {
    /// What the last verdict looks like.
    fileprivate var state: String {
        switch lastVerdict {
        case .kept: "kept"
        case nil: "unknown"
        case .broken: "broken"
        }
    }

    /// What stands in the columns, in full.
    ///
    /// - Parameter separator: what stands between several scenarios or faults.
    /// - Returns: a text for each column.
    fileprivate func cells(joinedBy separator: String) -> [String] {
        [
            requirement.id, requirement.level.rawValue,
            scenarios.isEmpty ? "not tested" : scenarios.joined(separator: separator),
            faults.joined(separator: separator),
            killed.map { "\($0) of \(faults.count)" } ?? "–", lastVerdict?.description ?? "–",
        ]
    }

    /// What stands in the columns of a terminal: the first scenario and fault, and how many more there are.
    fileprivate var shortCells: [String] {
        var cells = cells(joinedBy: " ")
        cells[2] = scenarios.isEmpty ? "not tested" : Self.short(scenarios)
        cells[3] = Self.short(faults)
        return cells
    }

    private static func short(_ names: [String]) -> String {
        (names.first ?? "") + (names.count > 1 ? " +\(names.count - 1)" : "")
    }
}

extension String {
    /// The text without spaces at its end.
    fileprivate var trimmedAtEnd: String {
        String(reversed().drop { $0 == " " }.reversed())
    }
}
