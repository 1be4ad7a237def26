#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#else
import Darwin
#endif
import Synchronization

/// An output that is being written, and is not in its place before it is committed.
///
/// A regular file is written beside its place, as `NAME.partial`, and renamed: until then, what was in its place is as it was.
/// The partial file of a process that died is taken over; one that is being written is left alone (`flock(2)`). Where no file
/// can be made beside it, and in a stream or a device, the bytes go to their place at once.
package final class PendingOutput: Sendable {
    /// What the name of a file that is not whole yet ends with.
    package static let suffix = ".partial"
    /// How often a partial file of another process is looked at again before it counts as busy, 50 ms apart: 2 s.
    private static let attempts = 40
    /// How often a pipe without a reader is opened again, 50 ms apart: 10 s.
    private static let pipeAttempts = 200
    private static let pause: UInt32 = 50_000

    private enum Way: Sendable {
        /// To be renamed from the first path to the second.
        case beside(String, String)
        /// A regular file in its place, which is emptied first.
        case inPlace
        case stream
    }

    private struct State: Sendable {
        var hasBegun = false
        var isCommitted = false
    }

    private let descriptor: Int32
    private let way: Way
    private let state = Mutex(State())

    /// Opens an output, and makes the folder of a file when it is missing.
    ///
    /// - Parameter target: where it goes to.
    /// - Throws: `OutputError` when it can't be written.
    package init(_ target: OutputTarget) throws(OutputError) {
        switch target {
        case .descriptor(let number):
            let flags = fcntl(number, F_GETFL)
            guard flags >= 0 else { throw .last }
            guard flags & O_ACCMODE != O_RDONLY else { throw .system(EBADF) }
            descriptor = try Self.opened(fcntl(number, F_DUPFD_CLOEXEC, 0))
            way = .stream
        case .device(let path):
            descriptor = try Self.device(path)
            way = .stream
        case .file(let path):
            try Self.makeFolder(of: path)
            let mode = try Self.mode(of: path)
            do throws(OutputError) {
                descriptor = try Self.partial(Self.partialPath(of: path), replacing: path, mode: mode)
                way = .beside(Self.partialPath(of: path), path)
            } catch {
                guard mode != nil, error.leavesPlace else { throw error }
                descriptor = try Self.opened(open(path, O_WRONLY | O_CLOEXEC | O_NOCTTY))
                way = .inPlace
            }
        }
    }

    deinit {
        if case .beside(let partial, _) = way, !state.withLock(\.isCommitted), leads(partial) { unlink(partial) }
        close(descriptor)
    }

    /// Where a file is written before it is whole.
    ///
    /// - Parameter path: the file.
    /// - Returns: the path beside it, its name cut where it would be longer than a name may be.
    package static func partialPath(of path: String) -> String {
        let path = OutputPath(path)
        var name = path.name
        while name.utf8.count > Int(NAME_MAX) - suffix.utf8.count { name.removeLast() }
        return path.folder + name + suffix
    }

    /// Writes bytes behind those that were written.
    ///
    /// - Parameter bytes: the bytes.
    /// - Throws: `OutputError` when they can't be written.
    package func write(_ bytes: [UInt8]) throws(OutputError) {
        try begin()
        try Self.write(bytes, to: descriptor)
    }

    /// Puts what was written into its place, where it is not already.
    ///
    /// - Parameter isDurable: whether a file survives a loss of power, which costs a wait for the disk.
    /// - Throws: `OutputError` when that can't be done; then what was in the place is as it was.
    package func commit(isDurable: Bool) throws(OutputError) {
        try begin()
        guard case .beside(let partial, let path) = way else { return }
        if isDurable, fsync(descriptor) != 0, errno != EINVAL { throw .last }
        guard leads(partial) else { throw .removed }
        if rename(partial, path) == 0 { return state.withLock { $0.isCommitted = true } }
        let error = OutputError.last
        guard error.leavesPlace else { throw error }
        try copy(to: path)
    }

    /// Empties a file that is written in its place, before the first byte.
    private func begin() throws(OutputError) {
        let isFirst = state.withLock { state in
            defer { state.hasBegun = true }
            return !state.hasBegun
        }
        guard isFirst, case .inPlace = way else { return }
        guard ftruncate(descriptor, 0) == 0 else { throw .last }
    }

    /// Whether a path still leads to what is open.
    private func leads(_ path: String) -> Bool { Self.leads(path, to: descriptor) }

    private static func leads(_ path: String, to descriptor: Int32) -> Bool {
        let identity = FileIdentity(descriptor: descriptor)
        return identity != nil && FileIdentity(path: path, followsLink: false) == identity
    }

    /// Copies the whole of what was written to a file that can't be replaced, such as one that is a mount of its own.
    private func copy(to path: String) throws(OutputError) {
        let file = try Self.opened(open(path, O_WRONLY | O_TRUNC | O_CLOEXEC | O_NOCTTY))
        defer { close(file) }
        guard lseek(descriptor, 0, SEEK_SET) == 0 else { throw .last }
        var buffer = [UInt8](repeating: 0, count: 1 << 16)
        while true {
            let count = read(descriptor, &buffer, buffer.count)
            if count == 0 { return }
            guard count > 0 else {
                guard errno == EINTR else { throw .last }
                continue
            }
            try Self.write(Array(buffer[..<count]), to: file)
        }
    }

    /// Writes all of the bytes.
    private static func write(_ bytes: [UInt8], to descriptor: Int32) throws(OutputError) {
        var rest = bytes[...]
        while !rest.isEmpty {
            let count = rest.withUnsafeBytes { systemWrite(descriptor, $0.baseAddress, $0.count) }
            if count >= 0 {
                rest = rest.dropFirst(count)
            } else if errno == EAGAIN {
                var request = pollfd(fd: descriptor, events: Int16(POLLOUT), revents: 0)
                _ = poll(&request, 1, -1)
            } else if errno != EINTR {
                throw .last
            }
        }
    }

    /// A descriptor, or why there is none.
    private static func opened(_ descriptor: Int32) throws(OutputError) -> Int32 {
        guard descriptor >= 0 else { throw .last }
        return descriptor
    }

    /// Opens a device, or a pipe whose reader is waited for.
    private static func device(_ path: String) throws(OutputError) -> Int32 {
        for attempt in 0..<pipeAttempts {
            if attempt > 0 { usleep(pause) }
            let descriptor = open(path, O_WRONLY | O_CLOEXEC | O_NOCTTY | O_NONBLOCK)
            if descriptor >= 0 {
                _ = fcntl(descriptor, F_SETFL, fcntl(descriptor, F_GETFL) & ~O_NONBLOCK)
                return descriptor
            }
            guard errno == ENXIO || errno == EINTR else { throw .last }
        }
        throw .noReader
    }

    /// Makes the folder of a file and those above it.
    private static func makeFolder(of path: String) throws(OutputError) {
        let folder = OutputPath(path).folder
        if folder.isEmpty || mkdir(folder, 0o777) == 0 || errno == EEXIST { return }
        guard errno == ENOENT else { throw .last }
        var parent = folder
        while parent.hasSuffix("/") { parent.removeLast() }
        try makeFolder(of: parent)
        guard mkdir(folder, 0o777) == 0 || errno == EEXIST else { throw .last }
    }

    /// The permissions of a file that is there; nil when there is none.
    private static func mode(of path: String) throws(OutputError) -> stat? {
        var status = stat()
        guard stat(path, &status) == 0 else {
            guard errno == ENOENT else { throw .last }
            return nil
        }
        // What is write-protected stays, though its folder would let it be replaced.
        guard access(path, W_OK) == 0 else { throw .last }
        return status
    }

    /// Makes the file beside another, with that one's owner and permissions, and locks it.
    private static func partial(_ partial: String, replacing path: String, mode: stat?) throws(OutputError) -> Int32 {
        let permissions = mode.map { $0.st_mode & 0o777 } ?? 0o666
        for attempt in 0..<attempts {
            if attempt > 0 { usleep(pause) }
            let descriptor = open(partial, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, permissions)
            guard descriptor < 0 else {
                if lock(descriptor), leads(partial, to: descriptor) {
                    if let mode { adopt(mode, descriptor) }
                    return descriptor
                }
                close(descriptor)
                continue
            }
            guard errno == EEXIST else { throw .last }
            try removeLeftover(partial)
        }
        throw .busy
    }

    /// Gives a new file the owner and the permissions of the one that it replaces, as far as the process may.
    private static func adopt(_ mode: stat, _ descriptor: Int32) {
        _ = fchown(descriptor, mode.st_uid, mode.st_gid)
        _ = fchmod(descriptor, mode.st_mode & 0o777)
    }

    /// Removes the partial file of a process that died; leaves one that is being written.
    ///
    /// - Parameter partial: its path.
    /// - Throws: `OutputError` when there is something else than a file of ours, or it can't be looked at.
    package static func removeLeftover(_ partial: String) throws(OutputError) {
        let descriptor = open(partial, O_RDWR | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK | O_NOCTTY)
        guard descriptor >= 0 else {
            guard errno == ENOENT else { throw .last }
            return
        }
        defer { close(descriptor) }
        var status = stat()
        guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { throw .system(EEXIST) }
        if lock(descriptor), leads(partial, to: descriptor) { unlink(partial) }
    }

    /// Locks a file; where the file system has no locks, it counts as locked.
    private static func lock(_ descriptor: Int32) -> Bool {
        flock(descriptor, LOCK_EX | LOCK_NB) == 0 || errno != EWOULDBLOCK
    }
}

extension OutputError {
    /// Whether a file can perhaps be written in its place, though none can be made beside it or renamed to it.
    fileprivate var leavesPlace: Bool {
        switch self {
        case .system(let code): [EACCES, EPERM, EROFS, ELOOP, EEXIST, EBUSY, EXDEV, EISDIR].contains(code)
        case .busy, .removed, .noReader: false
        }
    }
}

/// `write(2)`, of which a member has the name too.
private func systemWrite(_ descriptor: Int32, _ bytes: UnsafeRawPointer?, _ count: Int) -> Int {
    write(descriptor, bytes, count)
}
