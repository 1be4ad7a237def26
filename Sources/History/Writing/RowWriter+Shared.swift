import GRDB
import Results

/// Rows that many runs refer to, and the statement that makes a row.
extension RowWriter {
    /// The row of a case's identity, which is made when it is new.
    ///
    /// - Parameter header: the case.
    /// - Returns: the row in `scenarioCase`.
    /// - Throws: an error of the database.
    func row(of header: CaseHeader) throws -> Int64 {
        try row(
            in: "scenarioCase",
            [
                "name": header.id.storable, "scenario": header.scenario.storable, "title": header.title.storable,
                "area": header.area.storable, "place": header.place.storable,
            ]
        )
    }

    /// The row of a drift, which is made when it is new.
    ///
    /// - Parameter drift: the drift.
    /// - Returns: the row in `drift`.
    /// - Throws: an error of the database.
    func row(of drift: Drift) throws -> Int64 {
        try row(
            in: "drift",
            [
                "kind": drift.kind.rawValue, "operation": drift.operation.storable, "place": drift.place.storable,
            ]
        )
    }

    /// The row of how requirements came out, which is made when it is new.
    ///
    /// - Parameter requirements: the requirements.
    /// - Returns: the row in `outcome`.
    /// - Throws: an error of the database.
    func row(ofOutcome requirements: [RequirementResult]) throws -> Int64 {
        try row(in: "outcome", ["requirements": ColumnJSON.text(requirements)])
    }

    /// The row of what was seen of an operation, which is made when it is new.
    ///
    /// - Parameter exercise: what was seen.
    /// - Returns: the row in `exercise`.
    /// - Throws: an error of the database.
    func row(of exercise: OperationExercise) throws -> Int64 {
        try row(in: "exercise", ["content": ColumnJSON.text(exercise)])
    }

    /// The row with these values, which is made when it is new; the table's columns must be unique together.
    private func row(in table: String, _ columns: KeyValuePairs<String, (any DatabaseValueConvertible)?>) throws
        -> Int64
    {
        let condition = columns.map { "\($0.key) = ?" }.joined(separator: " AND ")
        let equal = try Int64.fetchOne(
            database.cachedStatement(sql: "SELECT id FROM \(table) WHERE \(condition)"),
            arguments: StatementArguments(columns.map(\.value))
        )
        return try equal ?? insert(into: table, columns)
    }

    /// Makes a row.
    ///
    /// - Parameters:
    ///   - verb: `INSERT`, or with what is done on a conflict.
    ///   - table: the table.
    ///   - columns: the values by column, each column once; nil is null.
    /// - Returns: the row's id.
    /// - Throws: an error of the database.
    @discardableResult
    func insert(
        _ verb: String = "INSERT",
        into table: String,
        _ columns: KeyValuePairs<String, (any DatabaseValueConvertible)?>
    ) throws -> Int64 {
        let names = columns.map(\.key).joined(separator: ", ")
        let marks = columns.map { _ in "?" }.joined(separator: ", ")
        let statement = try database.cachedStatement(sql: "\(verb) INTO \(table) (\(names)) VALUES (\(marks))")
        try statement.execute(arguments: StatementArguments(columns.map(\.value)))
        return database.lastInsertedRowID
    }
}

extension String {
    /// The text with U+0000, at which other programs would end it, replaced by its picture U+2400.
    var storable: String {
        utf8.contains(0) ? String(String.UnicodeScalarView(unicodeScalars.map { $0 == "\0" ? "\u{2400}" : $0 })) : self
    }
}
