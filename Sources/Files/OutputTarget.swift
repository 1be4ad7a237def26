#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#else
import Darwin
#endif

/// What a path to write to leads to, with all links followed.
package enum OutputTarget: Sendable, Hashable {
    /// A stream that the process has open already, such as `/dev/stdout`; it is written where it stands.
    case descriptor(Int32)
    /// A device or a named pipe.
    case device(String)
    /// A regular file, or the place for one.
    case file(String)

    /// How many links are followed before a path counts as leading back to itself, as on Linux (path_resolution(7)).
    private static let linkLimit = 40

    /// The target of a path.
    ///
    /// - Parameter path: the path.
    /// - Throws: `OutputError` when it is a folder, or its links lead back to themselves.
    package init(_ path: String) throws(OutputError) {
        var path = path
        for _ in 0..<Self.linkLimit {
            if let descriptor = Self.descriptor(of: path) {
                self = .descriptor(descriptor)
                return
            }
            guard let next = Self.link(at: path) else {
                self = try Self.end(of: path)
                return
            }
            path = next
        }
        throw .system(ELOOP)
    }

    /// Whether what is written is in its place only as a whole.
    package var isFile: Bool {
        if case .file = self { true } else { false }
    }

    /// What there is at a path that is no link.
    private static func end(of path: String) throws(OutputError) -> OutputTarget {
        var status = stat()
        guard stat(path, &status) == 0 else {
            if path.isEmpty || path.hasSuffix("/") { throw .system(path.isEmpty ? ENOENT : EISDIR) }
            return .file(path)
        }
        switch status.st_mode & S_IFMT {
        case S_IFDIR: throw .system(EISDIR)
        case S_IFREG: return .file(path)
        default: return .device(path)
        }
    }

    /// The number of the open stream that a path names; nil when it names none.
    private static func descriptor(of path: String) -> Int32? {
        switch path {
        case "/dev/stdout": STDOUT_FILENO
        case "/dev/stderr": STDERR_FILENO
        default:
            ["/dev/fd/", "/proc/self/fd/"].first(where: path.hasPrefix).flatMap { Int32(path.dropFirst($0.count)) }
        }
    }

    /// Where a symbolic link leads to; nil when there is none at the path.
    private static func link(at path: String) -> String? {
        var buffer = [CChar](repeating: 0, count: Int(PATH_MAX))
        let length = readlink(path, &buffer, buffer.count)
        guard length > 0 else { return nil }
        let next = String(decoding: buffer.prefix(length).map(UInt8.init(bitPattern:)), as: UTF8.self)
        return next.hasPrefix("/") ? next : OutputPath(path).folder + next
    }
}
