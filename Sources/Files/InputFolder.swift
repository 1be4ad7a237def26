import Foundation

/// A folder that a user names, in which files are looked for.
package struct InputFolder: Sendable {
    /// The path as it was given.
    private let path: String

    /// A folder.
    ///
    /// - Parameter path: its path.
    package init(path: String) {
        self.path = path
    }

    /// Whether there is a folder at a path, or a link to one.
    ///
    /// - Parameter path: the path.
    /// - Returns: whether there is.
    package static func exists(at path: String) -> Bool {
        (try? FileKind(at: path)) == .folder
    }

    /// The paths of all files below the folder whose names have one of some endings.
    ///
    /// A symbolic link to a file counts as the file; one to a folder is not followed, so that links can't lead in a circle.
    /// - Parameters:
    ///   - endings: the endings, such as `.yaml`.
    ///   - skipped: the names of folders directly below this one that are left out.
    /// - Returns: the paths, sorted, the folder's own path in front.
    /// - Throws: ``UnreadableFile`` when a folder can't be read, or there is more in it than ``InputBounds`` allow.
    package func files(endingIn endings: [String], skipping skipped: Set<String>) throws(UnreadableFile) -> [String] {
        var files: [String] = []
        var entryCount = 0
        var pending = [(path: path, depth: 0)]
        while let folder = pending.popLast() {
            let names = try Self.names(in: folder.path)
            entryCount += names.count
            guard entryCount <= InputBounds.folderEntries else {
                throw excess("there are more than \(InputBounds.folderEntries) files and folders in it")
            }
            for name in names {
                let path = folder.path.hasSuffix("/") ? folder.path + name : "\(folder.path)/\(name)"
                if FileKind(linkAt: path) == .folder {
                    guard folder.depth > 0 || !skipped.contains(name) else { continue }
                    guard folder.depth < InputBounds.folderDepth else {
                        throw excess("there are more than \(InputBounds.folderDepth) folders inside each other in it")
                    }
                    pending.append((path, folder.depth + 1))
                } else if endings.contains(where: name.hasSuffix), !Self.exists(at: path) {
                    files.append(path)
                }
            }
        }
        return files.sorted()
    }

    /// The names in a folder, in any order.
    private static func names(in folder: String) throws(UnreadableFile) -> [String] {
        guard let stream = opendir(folder) else { throw UnreadableFile(path: folder, code: errno) }
        defer { closedir(stream) }
        var names: [String] = []
        while names.count <= InputBounds.folderEntries, let entry = readdir(stream) {
            let name = withUnsafeBytes(of: &entry.pointee.d_name) { bytes in
                String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
            }
            if name != ".", name != ".." { names.append(name) }
        }
        return names
    }

    private func excess(_ reason: String) -> UnreadableFile {
        UnreadableFile(path: path, reason: "\(reason) (name the folder that is meant)")
    }
}
