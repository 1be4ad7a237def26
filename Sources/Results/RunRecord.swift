/// A run as a whole, gathered from its events; what every report is made of.
public struct RunRecord: Sendable, Hashable {
    /// What was known at the beginning.
    public let header: RunHeader
    /// The cases in the order they began.
    public private(set) var cases: [CaseRecord]
    /// What belongs to no case, in the order it was said.
    public private(set) var notes: [RunNote]
    /// What was asked of operations, and what they answered, by operation; empty while the run goes on.
    public private(set) var exercises: [OperationExercise]
    /// How the run ended; nil while it runs, or when it died without a word.
    public private(set) var ending: RunEnding?

    /// The place of each case in `cases`.
    private var places: [String: Int]

    /// A run that has just begun.
    ///
    /// - Parameter header: what is known at the beginning.
    public init(header: RunHeader) {
        self.header = header
        cases = []
        notes = []
        exercises = []
        ending = nil
        places = [:]
    }

    /// A run from its events; nil when the first is not `started`.
    ///
    /// - Parameter events: all events, in order.
    public init?(events: some Sequence<RunEvent>) {
        var record: RunRecord?
        for event in events {
            if case .started(let header) = event {
                record = RunRecord(header: header)
            } else {
                record?.apply(event)
            }
        }
        guard let record else { return nil }
        self = record
    }

    /// Takes in the next event; one of a case that has not begun is left out.
    ///
    /// - Parameter event: the event.
    public mutating func apply(_ event: RunEvent) {
        switch event {
        case .started: break
        case .caseStarted(let header):
            places[header.id] = cases.count
            cases.append(CaseRecord(header: header))
        case .exchanged(let id, let exchange): change(id) { $0.exchanges.append(exchange) }
        case .found(let id, let finding): change(id) { $0.findings.append(finding) }
        case .drifted(let id, let drift): change(id) { $0.drifts.append(drift) }
        case .caseFinished(let result): change(result.id) { $0.result = result }
        case .exercised(let exercise): exercises.append(exercise)
        case .reran(let id, let attempt): change(id) { $0.attempts.append(attempt) }
        case .noted(let at, let message): notes.append(RunNote(at: at, message: message))
        case .finished(let ending): self.ending = ending
        }
    }

    /// Keeps no more of the bodies than reports show.
    mutating func cutBodies() {
        for place in cases.indices { cases[place].exchanges = cases[place].exchanges.map(\.shown) }
    }

    /// Changes the case of that id.
    private mutating func change(_ id: String, _ body: (inout CaseRecord) -> Void) {
        guard let place = places[id] else { return }
        body(&cases[place])
    }
}

/// A case with everything that happened in it.
public struct CaseRecord: Sendable, Hashable {
    /// What was known at the beginning.
    public let header: CaseHeader
    /// The exchanges, in the order their answers came.
    public var exchanges: [Exchange]
    /// What was found wrong, in the order it was found.
    public var findings: [Finding]
    /// What the contract does not know.
    public var drifts: [Drift]
    /// The verdict; nil while the case runs, or when the run died.
    public var result: CaseResult?
    /// How it came out when it was run once more, in order; empty for nearly every case.
    public var attempts: [Attempt]

    /// A case that has just begun.
    ///
    /// - Parameter header: what is known at the beginning.
    public init(header: CaseHeader) {
        self.header = header
        exchanges = []
        findings = []
        drifts = []
        result = nil
        attempts = []
    }

    /// The id of the case to run again to see the same: its own, or that of the first witness of an `every-response` case.
    public var rerunID: String { result?.witnesses.first ?? header.id }
}
