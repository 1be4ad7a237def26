import Scenarios
import Synchronization

/// How long a disagreement may take to settle, since endpoints may sync in the background.
///
/// A requirement whose disagreement once lasted the whole time is broken for sure: it is waited for shortly after that.
final class GraphPatience: Sendable {
    /// How views are read again while they may still settle.
    static let long = Polling(within: .seconds(10), every: .milliseconds(200), backOff: 2)
    /// How they are read again when nothing new can come of it.
    private static let short = Polling(within: .milliseconds(500), every: .milliseconds(200), backOff: 2)

    private let lasting = Mutex<Set<String>>([])

    /// How to read views again that disagree.
    ///
    /// - Parameter requirements: what the disagreements break.
    /// - Returns: how long, and how often.
    func polling(for requirements: Set<String>) -> Polling {
        lasting.withLock { requirements.isSubset(of: $0) } ? Self.short : Self.long
    }

    /// Takes down that disagreements lasted.
    ///
    /// - Parameter requirements: what they break.
    func note(_ requirements: Set<String>) {
        lasting.withLock { $0.formUnion(requirements) }
    }
}
