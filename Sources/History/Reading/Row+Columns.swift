import GRDB

extension Row {
    /// The value in a column, as it is there.
    ///
    /// It takes the place of GRDB's subscript in this target: a file that was damaged may hold anything, which must be an error
    /// and not the end of the process.
    /// - Parameter column: the column's name.
    /// - Returns: the value.
    /// - Throws: `RowDecodingError` when there is no such column, or something else in it, such as NULL.
    subscript<Value: DatabaseValueConvertible & StatementColumnConvertible>(_ column: String) -> Value {
        get throws { try decode(forColumn: column) }
    }

    /// The value at a place, from 0; for many rows, since no name is looked up.
    ///
    /// - Parameter index: the place.
    /// - Returns: the value.
    /// - Throws: `RowDecodingError` when something else is there, such as NULL.
    subscript<Value: DatabaseValueConvertible & StatementColumnConvertible>(_ index: Int) -> Value {
        get throws { try decode(atIndex: index) }
    }
}
