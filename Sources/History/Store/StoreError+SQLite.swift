import GRDB

extension StoreError {
    /// What an error of the database means for the store.
    ///
    /// - Parameters:
    ///   - error: any error that came up while the store was used.
    ///   - path: the store's file.
    init(_ error: any Error, path: String) {
        switch error {
        case let error as StoreError: self = error
        case let error as DatabaseError: self.init(path: path, cause: Cause(error))
        case let error as RowDecodingError: self.init(path: path, cause: .damaged("\(error)"))
        default: self.init(path: path, cause: .other("\(error)"))
        }
    }
}

extension StoreError.Cause {
    /// The cause behind a result code of SQLite (https://www.sqlite.org/rescode.html).
    fileprivate init(_ error: DatabaseError) {
        let message = error.message ?? error.resultCode.description
        self =
            switch error.resultCode {
            case .SQLITE_NOTADB: .notAStore
            // Our statements are right for the tables of their schema, so the tables are others than the file says.
            case .SQLITE_CORRUPT, .SQLITE_ERROR, .SQLITE_CONSTRAINT, .SQLITE_MISMATCH: .damaged(message)
            case .SQLITE_READONLY, .SQLITE_PERM, .SQLITE_CANTOPEN: .readOnly
            case .SQLITE_FULL: .full
            case .SQLITE_BUSY, .SQLITE_LOCKED: .busy
            default: .other(message)
            }
    }
}
