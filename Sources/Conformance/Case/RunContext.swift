import Redaction
import Results
import SeamContract

/// What all cases of a run share.
struct RunContext: Sendable {
    /// Where the run goes.
    let endpoint: Endpoint
    /// The requirements.
    let catalogue: Catalogue
    /// The operations.
    let contract: Contract
    /// How the run goes about its work.
    let options: RunOptions
    /// What all generated values follow from.
    let seed: UInt64
    /// The time.
    let clock: RunClock
    /// What sends requests.
    let transport: Transport
    /// What takes secrets out.
    let redactor: Redactor
    /// Where events go.
    let log: EventLog
    /// Why the run was stopped, as far as it was.
    let halt: RunHalt
    /// What has been asked of operations, and what they answered.
    let exercises = ExerciseTally()
    /// What the checks of every response find.
    let responses = ResponseTally()
    /// How long things may take to come about.
    let patience = Patience()
    /// What is known of whose things are.
    let ownership = RunOwnership()
    /// How long what was just created is waited for until it shows.
    let visibility = Visibility()
    /// How long what was just deleted is waited for until it is gone.
    let departure = Visibility()
    /// Where creates are written down before they are sent; nil where nothing can be left over.
    let journal: (any CreationJournal)?
    /// What went wrong with the journal.
    let journalTrouble = JournalTrouble()

    /// What makes requests.
    var builder: RequestBuilder { RequestBuilder(endpoint: endpoint, userAgent: options.userAgent) }

    /// When the cleanup of a case that begins it now must be over, on the clock's `elapsed`.
    var cleanupEnd: Duration {
        let end = clock.elapsed() + options.cleanupTimeout
        return halt.cleanupEnd.map { min($0, end) } ?? end
    }

    /// Tells a person something that belongs to no case.
    func note(_ message: String) {
        log.emit(.noted(at: clock.now(), message: message))
    }

    /// A delivery as it is kept: redacted, with bodies cut.
    ///
    /// - Parameters:
    ///   - delivery: what came of a request.
    ///   - request: the request.
    ///   - label: where in the case it belongs.
    /// - Returns: the exchange.
    func exchange(_ delivery: Delivery, of request: OutgoingRequest, label: ExchangeLabel) -> Exchange {
        Exchange(
            ordinal: label.ordinal,
            step: redactor.redacted(label.step),
            phase: label.phase,
            copy: label.copy,
            attempt: label.attempt,
            operation: label.operation,
            credential: label.credential,
            request: redactor.sent(request, limit: options.keptBodyLimit),
            outcome: redactor.outcome(delivery.result, limit: options.keptBodyLimit),
            startedAt: delivery.startedAt,
            duration: delivery.duration,
            retries: delivery.retries
        )
    }
}

/// Where in a case an exchange belongs.
struct ExchangeLabel: Sendable {
    /// Counted from 1 within the case.
    var ordinal: Int
    /// The name of the step.
    var step: String
    /// The part of the case.
    var phase: Exchange.Phase
    /// Which of the parallel copies it is.
    var copy: Int?
    /// Which attempt it is, counted from 1.
    var attempt = 1
    /// The path of the operation; nil when it is not in the contract.
    var operation: String?
    /// Whose credential it carries.
    var credential: String

    /// The same place in a step that is called otherwise.
    ///
    /// - Parameter step: the name of the step.
    /// - Returns: the label.
    func renamed(_ step: String) -> ExchangeLabel {
        var label = self
        label.step = step
        return label
    }
}
