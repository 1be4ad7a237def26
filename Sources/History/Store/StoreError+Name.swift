import Files
import Foundation

extension StoreError {
    /// Throws when a name can't be that of a store's file, whether or not there is one.
    ///
    /// SQLite takes an empty name and `:memory:` for a database without a file, and a name that begins with `file:` for a
    /// URI that may ask for the same (https://www.sqlite.org/inmemorydb.html), so that a run would be gone unnoticed.
    ///
    /// - Parameter path: the file.
    /// - Throws: `StoreError`.
    static func checkName(_ path: String) throws {
        if path.isEmpty || path == ":memory:" || path.hasPrefix("file:") {
            throw StoreError(path: path, cause: .noFile)
        }
        if access(path, F_OK) != 0 && errno == ELOOP { throw StoreError(path: path, cause: .linkLoop) }
        var isFolder: ObjCBool = false
        let exists = FileManager.default.fileExists(atPath: path, isDirectory: &isFolder)
        if path.hasSuffix("/") || exists && isFolder.boolValue { throw StoreError(path: path, cause: .folder) }
        // SQLite would wait for the writer of a named pipe.
        if let kind = try? FileKind(at: path), kind != .file {
            throw StoreError(path: path, cause: .notAFile(kind.words))
        }
    }
}
