import Synchronization

/// The first trouble in writing the journal of a run.
final class JournalTrouble: Sendable {
    private let first = Mutex<String?>(nil)

    /// No trouble yet.
    init() {}

    /// What went wrong first; nil when all is well.
    var message: String? { first.withLock { $0 } }

    /// Notes what went wrong.
    ///
    /// - Parameter message: what went wrong.
    func note(_ message: String) {
        first.withLock { $0 = $0 ?? message }
    }
}
