import Results
import Scenarios
import SeamContract

/// One call of an operation, as far as it tells whether the operation works at all.
struct OperationCall: Sendable, Hashable {
    /// The path of the operation.
    let operation: String
    /// What the case needs of the call.
    let need: Need
    /// What came of it.
    let outcome: Outcome

    /// What a case needs of a call.
    enum Need: Sendable, Hashable {
        /// That it makes what the steps are about: it is part of the set-up.
        case setUp
        /// That it shows what an earlier step did.
        case reading
        /// That it is accepted, since the step is about what it does.
        case acceptance
        /// Any answer of the operation, such as a refusal.
        case answer
    }

    /// What came of a call.
    enum Outcome: Sendable, Hashable {
        /// It was accepted, with all that the next steps need.
        case worked
        /// The operation answered as it should, or was refused where that says nothing of whether it works.
        case answered
        /// It did not come to what was needed of it: what was answered, and whether that was an error of the server, or no
        /// whole answer at all.
        case failed(evidence: String, isServerError: Bool)
    }
}

extension Case {
    /// The operations that the case calls with a credential that opens them, and what it needs of each call.
    ///
    /// A call that reads and is not the first of the steps is there to show what an earlier one did.
    /// What only some of several ways call is not needed.
    var needs: [(operation: String, need: OperationCall.Need)] {
        let setUp = given.compactMap(\.call).compactMap { $0.need(in: .given, isFirst: false) }
        let acts = steps.compactMap(\.call).enumerated().compactMap { $1.need(in: .steps, isFirst: $0 == 0) }
        return setUp + acts
    }
}

extension Call {
    /// What the call needs of the operation; nil when it tells nothing of it.
    ///
    /// - Parameters:
    ///   - phase: the part of the case.
    ///   - isFirst: whether it is the first call of the steps.
    /// - Returns: the operation's path, and the need.
    func need(in phase: Exchange.Phase, isFirst: Bool) -> (operation: String, need: OperationCall.Need)? {
        guard let operation, isAuthorized, operation.methods.contains(method) else { return nil }
        switch phase {
        case .ownership, .graph, .cleanup: return nil
        case .given: return (operation.path, .setUp)
        case .steps where !needsAcceptance: return (operation.path, .answer)
        case .steps:
            return (operation.path, operation.effect == .reads && !isFirst ? .reading : .acceptance)
        }
    }

    /// Whether the credential is one that the operation takes.
    private var isAuthorized: Bool {
        switch credential {
        case .own, .otherWorkspace, .personalAccessToken: true
        case .none, .wrong, .malformed, .basic, .token: false
        }
    }
}
