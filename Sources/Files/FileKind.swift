import Foundation

/// What there is at a path.
package enum FileKind: Sendable {
    /// A regular file.
    case file
    /// Something that is no file to be read from beginning to end.
    case folder, pipe, socket, device, link, other

    /// What is at a path, symbolic links followed.
    ///
    /// - Parameter path: the path.
    /// - Throws: ``UnreadableFile`` when there is nothing, or it can't be looked at.
    package init(at path: String) throws(UnreadableFile) {
        var status = stat()
        guard stat(path, &status) == 0 else { throw UnreadableFile(path: path, code: errno) }
        self.init(status.st_mode)
    }

    /// What is open, and how many bytes it is said to have.
    ///
    /// - Parameters:
    ///   - descriptor: what is open.
    ///   - path: how messages name it.
    /// - Returns: the kind, and the size of a file; 0 for everything else.
    /// - Throws: ``UnreadableFile`` when it can't be looked at.
    static func of(_ descriptor: Int32, at path: String) throws(UnreadableFile) -> (kind: FileKind, size: Int) {
        var status = stat()
        guard fstat(descriptor, &status) == 0 else { throw UnreadableFile(path: path, code: errno) }
        let kind = FileKind(status.st_mode)
        return (kind, kind == .file ? max(0, Int(clamping: status.st_size)) : 0)
    }

    /// What is at a path, a symbolic link being something of its own; nil when it can't be looked at.
    ///
    /// - Parameter path: the path.
    init?(linkAt path: String) {
        var status = stat()
        guard lstat(path, &status) == 0 else { return nil }
        self.init(status.st_mode)
    }

    private init(_ mode: mode_t) {
        self =
            switch mode & S_IFMT {
            case S_IFREG: .file
            case S_IFDIR: .folder
            case S_IFIFO: .pipe
            case S_IFSOCK: .socket
            case S_IFCHR, S_IFBLK: .device
            case S_IFLNK: .link
            default: .other
            }
    }

    /// The kind with its article.
    package var words: String {
        switch self {
        case .file: "a file"
        case .folder: "a folder"
        case .pipe: "a named pipe"
        case .socket: "a socket"
        case .device: "a device"
        case .link: "a symbolic link"
        case .other: "something else"
        }
    }
}
