import Redaction
import Results
import Synchronization
import Timestamps

/// The one way out: redacts every event and hands it on, one after the other.
final class EventLog: Sendable {
    private let sink: @Sendable (RunEvent) -> Void
    private let redactor: Redactor
    /// Held while an event is handed on, so that events don't overtake each other.
    private let turn = Mutex(())

    /// A log.
    ///
    /// - Parameters:
    ///   - redactor: what takes the secrets out.
    ///   - sink: who gets the events.
    init(redactor: Redactor, sink: @escaping @Sendable (RunEvent) -> Void) {
        self.redactor = redactor
        self.sink = sink
    }

    /// Hands an event on.
    func emit(_ event: RunEvent) {
        let event = redactor.redacted(event)
        turn.withLock { _ in sink(event) }
    }
}
