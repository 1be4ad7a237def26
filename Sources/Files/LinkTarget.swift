import Foundation

/// What a path leads to when all symbolic links in it are followed.
struct LinkTarget {
    /// The path without a link, from the root.
    let path: String
    /// Whether it is a folder.
    let isFolder: Bool

    /// What a path leads to.
    ///
    /// - Parameter link: the path.
    /// - Throws: ``UnreadableFile`` when it leads nowhere, or in a circle.
    init(of link: String) throws(UnreadableFile) {
        guard let resolved = realpath(link, nil) else {
            let code = errno
            guard code == ENOENT, FileKind(linkAt: link) == .link else { throw UnreadableFile(path: link, code: code) }
            throw UnreadableFile(path: link, reason: "it leads to nothing (mend the link, or remove it)")
        }
        defer { free(resolved) }
        path = String(cString: resolved)
        isFolder = InputFolder.exists(at: path)
    }

    /// Whether it lies in a folder, or is it.
    ///
    /// - Parameter folder: the folder.
    /// - Returns: whether it does.
    func isInside(_ folder: LinkTarget) -> Bool {
        path == folder.path || path.hasPrefix(folder.path == "/" ? "/" : folder.path + "/")
    }
}
