import Foundation
import GRDB

/// A store that was copied to be read: brought up to date and looked over, while the original is left as it is.
final class StoreCopy {
    /// The copy; its errors name the original, and whether a run goes on is asked there.
    let store: Store
    private let folder: URL

    /// Copies a store into a folder for temporary files.
    ///
    /// - Parameter path: the original.
    /// - Throws: `StoreError` when it is missing, no store, newer than we are, or damaged.
    init(of path: String) throws {
        try StoreError.checkName(path)
        guard FileManager.default.fileExists(atPath: path) else { throw StoreError(path: path, cause: .missing) }
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("seamcheck-\(UUID().uuidString)")
        self.folder = folder
        do {
            store = try reporting(path) {
                try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
                let copy = try DatabaseQueue(path: folder.appendingPathComponent("copy.sqlite").path)
                let isAtRest = !FileManager.default.fileExists(atPath: path + "-wal")
                let original = try Store.readingQueue(path, isAtRest: isAtRest) { try Schema.check($0, path: path) }
                try original.backup(to: copy)
                return try Store(copy: copy, of: path)
            }
            if let problem = try store.problems().first { throw StoreError(path: path, cause: .damaged(problem)) }
        } catch {
            Self.remove(folder)
            throw error
        }
    }

    deinit { Self.remove(folder) }

    /// Takes the copy away; what can't be removed is left to the system, as all in that folder is.
    private static func remove(_ folder: URL) {
        try? FileManager.default.removeItem(at: folder)
    }
}
