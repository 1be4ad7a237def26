import Results
import Scenarios

/// Whether the endpoint keeps what it is told, as the first cases show: a mock with fixed or random answers does not.
///
/// Rule: cases that create something run alone, one after the other, until `get` has shown of one thing what its create was sent.
/// When three cases have created things and `get` shows none of them, the endpoint keeps no state, and what rests on state is
/// not run. An endpoint that refuses creates, or has no `get`, is not judged so.
struct StateWatch: Sendable {
    /// How many cases must have seen that nothing is kept.
    static let patience = 3
    /// How many cases are tried before the others at most.
    static let limit = 4

    /// Why nothing that rests on state can be judged; nil while that is not known.
    private(set) var cause: Cause?
    /// Whether it is known that the endpoint keeps what it is told.
    private(set) var keepsState = false
    private var forgotten = 0
    private var tried = 0

    /// Whether one more case is to be tried before the others.
    var isOpen: Bool { cause == nil && !keepsState && tried < Self.limit }

    /// Takes in what a case has seen of what it created.
    ///
    /// - Parameter memory: what it has seen; nil when it created nothing, or that can't be told.
    mutating func note(_ memory: Memory?) {
        tried += 1
        switch memory {
        case .kept: keepsState = true
        case .forgotten(let evidence):
            forgotten += 1
            if forgotten == Self.patience, !keepsState { cause = Cause(operation: Self.name, evidence: evidence) }
        case nil: break
        }
    }

    /// What stands for the operation in the cause.
    static let name = "keeping state"

    /// What a case has seen of the things that it created.
    enum Memory: Sendable, Hashable {
        /// One of them was shown with what was sent.
        case kept
        /// None was: what was shown in place of it.
        case forgotten(evidence: String)
    }
}

extension StateWatch.Memory {
    /// What the clean-up of a case tells; nil when the case created nothing, or it was not asked for what it created.
    ///
    /// - Parameter settlements: what became of the things that the case created.
    init?(_ settlements: [Reclamation]) {
        let answers = settlements.map(\.outcome)
        if answers.contains(where: { $0 == .deleted || $0 == .gone }) {
            self = .kept
            return
        }
        let strange = settlements.first { settlement in
            switch settlement.outcome {
            case .left(let reason): OwnershipProof.showsAnother.contains { reason.hasPrefix($0) }
            case .notCreated: settlement.resource != nil
            case .deleted, .gone, .pending: false
            }
        }
        guard let strange else { return nil }
        self = .forgotten(
            evidence: "what was created is not what \(strange.namespace)/get shows for its id: "
                + "the endpoint answers like a mock that keeps nothing"
        )
    }
}
