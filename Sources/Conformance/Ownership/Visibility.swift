import Synchronization

/// How long what was just created is waited for until `get` shows it.
///
/// An endpoint may show it a moment later. One that has not shown it three times in a run is not waited for any more.
final class Visibility: Sendable {
    private let vainCount = Mutex(0)

    /// Nothing was waited for yet.
    init() {}

    /// How often `get` is asked at most.
    var attempts: Int { vainCount.withLock { $0 } < 3 ? 5 : 1 }

    /// The wait before `get` is asked again: 100 ms, and twice as long each further time, 1.5 s in all.
    ///
    /// - Parameter attempt: which attempt has just failed, counted from 1.
    /// - Returns: the wait.
    func wait(before attempt: Int) -> Duration { .milliseconds(100 << min(attempt - 1, 3)) }

    /// Notes that something was never shown.
    func noteVain() { vainCount.withLock { $0 += 1 } }
}
