import Synchronization

/// Whether cleanup still waits for an endpoint that puts it off by `429` or `503`.
///
/// Cleanup has a time of its own for each case. An endpoint that puts off everything would take that time from each of a
/// thousand cases. So three requests in a row that were put off to the end are enough: from then on each request of cleanup
/// is sent once, until one is answered again. What could not be deleted is left and reported.
final class CleanupPatience: Sendable {
    /// How many requests in a row are waited for in vain.
    static let limit = 3

    private let vainCount = Mutex(0)

    /// Nothing was waited for yet.
    init() {}

    /// Whether a request is sent again that is put off.
    var isLeft: Bool { vainCount.withLock { $0 } < Self.limit }

    /// Takes in what came of a request of cleanup.
    ///
    /// - Parameter response: the last response to it; nil, when none arrived, says nothing.
    func note(_ response: IncomingResponse?) {
        guard let response else { return }
        vainCount.withLock { $0 = [429, 503].contains(response.status) ? $0 + 1 : 0 }
    }
}
