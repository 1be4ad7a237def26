import JSON

/// The forms in which the coverage of a contract can be told.
public enum ContractCoverageFormat: String, Sendable, Hashable, CaseIterable {
    /// Columns for a person.
    case table
    /// One object for a program.
    case json
    /// A page for a pull request or a wiki.
    case markdown
}

extension ContractCoverage {
    /// The coverage told, the same for the same coverage.
    ///
    /// - Parameters:
    ///   - format: the form.
    ///   - tellsMissing: whether the table also names what was not exercised; the other forms always do.
    ///   - width: how many characters a line of the table may have.
    /// - Returns: the text of a file.
    public func text(_ format: ContractCoverageFormat, tellsMissing: Bool = false, width: Int = 100) -> String {
        switch format {
        case .table: table(width: width) + (tellsMissing ? missing(width: width) : "")
        case .json: json.serialized(.pretty) + "\n"
        case .markdown: markdown
        }
    }

    /// How much of the whole contract was exercised: `36 of 38 operations (94 %)`, and so for methods, statuses,
    /// parameters and fields.
    public var totals: [String] {
        let called = rows.filter { $0.callCount > 0 }.count
        let shares = Row.sorts.map { noun, share in
            let exercised = rows.reduce(0) { $0 + share($1).exercised.count }
            return Self.total(exercised, of: rows.reduce(0) { $0 + share($1).count }, noun)
        }
        return [Self.total(called, of: rows.count, "operations")] + shares
    }

    private static func total(_ part: Int, of whole: Int, _ noun: String) -> String {
        "\(part) of \(whole) \(noun)" + (whole > 0 ? " (\(part * 100 / whole) %)" : "")
    }

    private func table(width: Int) -> String {
        let head = ["OPERATION", "CALLS", "METHODS", "STATUSES", "PARAMETERS", "FIELDS", "UNDOCUMENTED"]
        let cells = [head] + rows.map(\.cells)
        let columns = TextColumns(for: cells, indent: 0, limits: [60, 8, 9, 9, 10, 9], width: width)
        let totals = "exercised: \(totals.joined(separator: ", "))".wrapped(to: width).joined(separator: "\n")
        return cells.map { columns.text($0.map(\.visible)) }.joined() + "\n\(totals)\n"
    }

    /// What was not exercised, operation by operation.
    private func missing(width: Int) -> String {
        let uncalled = rows.filter { $0.callCount == 0 }.map { "  \($0.operation.visible)\n" }
        let called = rows.filter { !$0.lacks.isEmpty }.map { row in
            "\n\(row.operation.visible) lacks\n"
                + row.lacks.map { lack in
                    let text = "\(lack.noun): \(lack.names.joined(separator: ", "))".visible
                    return "  " + text.wrapped(to: width - 4).joined(separator: "\n    ") + "\n"
                }.joined()
        }
        return (uncalled.isEmpty ? "" : "\nnever called\n" + uncalled.joined()) + called.joined()
    }
}

extension ContractCoverage.Row {
    /// What is counted of each operation.
    static let sorts: [(noun: String, share: @Sendable (ContractCoverage.Row) -> ContractCoverage.Share)] = [
        ("methods", \.methods), ("statuses", \.statuses), ("parameters", \.parameters), ("fields of answers", \.fields),
    ]

    /// The cells of a table: how much of each sort was exercised, and which statuses came undocumented.
    var cells: [String] {
        [operation, "\(callCount)"]
            + Self.sorts.map { "\($0.share(self).exercised.count)/\($0.share(self).count)" }
            + [otherStatuses.map(String.init).joined(separator: ", ")]
    }

    /// What of an operation that was called was not exercised, by sort; parts of what is missing as a whole are left out.
    var lacks: [(noun: String, names: [String])] {
        guard callCount > 0 else { return [] }
        let plain = [("methods", methods.missing), ("statuses", statuses.missing), ("parameters", parameters.whole)]
        let parts = statuses.exercised.map { status in
            let prefix = status + " "
            return (
                "fields of \(status)",
                fields.whole.filter { $0.hasPrefix(prefix) }.map { String($0.dropFirst(prefix.count)) }
            )
        }
        return (plain + parts).filter { !$0.1.isEmpty }.map { (noun: $0.0, names: $0.1) }
    }
}

extension ContractCoverage.Share {
    /// What is missing, with what is missing as a whole in place of its parts: `/errors/*` when no item ever came.
    fileprivate var whole: [String] {
        let all = Set(missing)
        var seen = Set(exercised.flatMap(\.ancestors))
        seen.formUnion(exercised)
        var told: Set<String> = []
        return missing.compactMap { place in
            let top = place.ancestors.first { all.contains($0) || $0.hasSuffix("/*") && !seen.contains($0) } ?? place
            return told.insert(top).inserted ? top : nil
        }
    }
}

extension String {
    /// The places that a place is in, the outermost first.
    fileprivate var ancestors: [String] {
        indices.dropFirst().filter { self[$0] == "/" }.map { String(self[..<$0]) }
    }
}
