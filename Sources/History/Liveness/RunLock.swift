#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#else
import Darwin
#endif

/// Shows others that the process of a run is alive: a file beside the store, locked for as long as the run goes on.
///
/// The system lets go of the lock (`flock(2)`) when the process ends, however it ends, so that neither a reused process
/// id, nor a reboot, nor a container with process ids of its own can make a dead run look alive.
final class RunLock: Sendable {
    private let path: String
    private let descriptor: Int32

    /// Takes the lock; nil when another process holds it or the file can't be made.
    ///
    /// - Parameter path: the lock's file.
    init?(path: String) {
        let descriptor = open(path, O_RDWR | O_CREAT | O_CLOEXEC | O_NONBLOCK | O_NOCTTY, 0o644)
        guard descriptor >= 0 else { return nil }
        guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else {
            close(descriptor)
            return nil
        }
        self.path = path
        self.descriptor = descriptor
    }

    deinit {
        unlink(path)
        close(descriptor)
    }
}

/// The locks of the runs of one store.
struct RunLocks: Sendable {
    /// The store's file; nil for a store in memory, whose runs live in this process alone.
    let store: String?
    /// Whether the lock files of dead runs are taken away.
    var areTidied = true

    /// Takes the lock of a run; nil for a store in memory.
    ///
    /// - Parameter run: the run's row.
    /// - Returns: the lock, to be kept as long as the run goes on.
    /// - Throws: `StoreError` when the lock's file can't be made.
    func take(run: Int64) throws -> RunLock? {
        guard let store else { return nil }
        guard let lock = RunLock(path: path(of: run, in: store)) else {
            throw StoreError(path: path(of: run, in: store), cause: .readOnly)
        }
        return lock
    }

    /// Takes the lock of a run that has ended and is added to; nil for a store in memory, and when another process adds to it.
    ///
    /// - Parameter run: the run's row.
    /// - Returns: the lock, to be kept as long as something is added.
    func takeAgain(run: Int64) -> RunLock? { store.flatMap { RunLock(path: path(of: run, in: $0)) } }

    /// Whether the process of a run is alive.
    ///
    /// - Parameter run: the row of a run, without an ending where the store is in memory.
    /// - Returns: whether its lock is held.
    func isHeld(run: Int64) -> Bool {
        guard let store else { return true }
        let path = path(of: run, in: store)
        let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY)
        guard descriptor >= 0 else { return false }
        defer { close(descriptor) }
        if flock(descriptor, LOCK_EX | LOCK_NB) != 0 { return true }
        if areTidied { unlink(path) }
        return false
    }

    private func path(of run: Int64, in store: String) -> String { "\(store)-run\(run)" }
}
