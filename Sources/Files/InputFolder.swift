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

    /// The paths of all files below the folder whose names have one of some endings, each file once.
    ///
    /// A symbolic link within the folder is followed, be it to a file or a folder. What it leads to is found under its own path
    /// where that would be found, too, so that links can't lead in a circle.
    /// - Parameters:
    ///   - endings: the endings, such as `.yaml`.
    ///   - skipped: the names of folders directly below this one that are left out.
    /// - Returns: the paths, sorted, the folder's own path in front.
    /// - Throws: ``UnreadableFile`` when a folder can't be read, a link leads out of the folder or nowhere, or there is more in it
    ///   than ``InputBounds`` allow.
    package func files(endingIn endings: [String], skipping skipped: Set<String>) throws(UnreadableFile) -> [String] {
        var files: [String] = []
        var links: [String] = []
        var entryCount = 0
        var known: Set<FileIdentity> = []
        let root = try LinkTarget(of: path)
        // What links lead to comes last, so that everything that has a path without a link is found under it.
        var pending = [Entry(path: path, depth: 0)]
        var linked: [Entry] = []
        while let folder = pending.popLast() ?? linked.popLast() {
            if let identity = FileIdentity(path: folder.path), !known.insert(identity).inserted { continue }
            let names = try Self.names(in: folder.path)
            entryCount += names.count
            guard entryCount <= InputBounds.folderEntries else {
                throw excess("there are more than \(InputBounds.folderEntries) files and folders in it")
            }
            for name in names where folder.depth > 0 || !skipped.contains(name) {
                let entry = Entry(path: folder.path(of: name), depth: folder.depth + 1)
                let isWanted = endings.contains(where: name.hasSuffix)
                let kind = FileKind(linkAt: entry.path)
                if kind == .link {
                    let target = try LinkTarget(of: entry.path)
                    guard target.isFolder || isWanted else { continue }
                    try refuse(entry.path, to: target, outside: root)
                    if target.isFolder { linked.append(try checked(entry)) } else { links.append(entry.path) }
                } else if kind == .folder {
                    pending.append(try checked(entry))
                } else if isWanted {
                    files.append(entry.path)
                }
            }
        }
        return Self.once(files, links: links)
    }

    /// A folder, or something in one.
    private struct Entry {
        let path: String
        /// How many folders it is inside of.
        let depth: Int

        /// The path of what has a name in the folder.
        func path(of name: String) -> String { path.hasSuffix("/") ? path + name : "\(path)/\(name)" }
    }

    /// The files with those that only links lead to, each once, sorted.
    private static func once(_ files: [String], links: [String]) -> [String] {
        if links.isEmpty { return files.sorted() }
        var known = Set(files.compactMap { FileIdentity(path: $0) })
        let others = links.sorted().filter { link in FileIdentity(path: link).map { known.insert($0).inserted } ?? true
        }
        return (files + others).sorted()
    }

    /// The folder, when it is not too deep.
    private func checked(_ folder: Entry) throws(UnreadableFile) -> Entry {
        guard folder.depth <= InputBounds.folderDepth else {
            throw excess("there are more than \(InputBounds.folderDepth) folders inside each other in it")
        }
        return folder
    }

    /// Throws when a link leads out of the folder.
    private func refuse(_ link: String, to target: LinkTarget, outside root: LinkTarget) throws(UnreadableFile) {
        guard !target.isInside(root) else { return }
        throw UnreadableFile(
            path: link,
            reason:
                "it is a link that leads out of \(path), to \(target.path) (copy that into the folder, or name it beside it)"
        )
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
