import JSON
import Results
import Scenarios

extension CaseRun {
    /// Writes down what a call tells of whether its operation works.
    ///
    /// - Parameters:
    ///   - call: the call.
    ///   - replies: what came of its copies.
    ///   - judgement: how they compare with what was expected.
    ///   - phase: the part of the case.
    mutating func note(_ call: Call, _ replies: [Reply], _ judgement: CallJudgement, in phase: Exchange.Phase) {
        let isFirst = phase == .steps && !hasCalled
        hasCalled = hasCalled || phase == .steps
        guard let (operation, need) = call.need(in: phase, isFirst: isFirst),
            let outcome = outcome(of: replies, judgement, need: need)
        else { return }
        operationCalls.append(OperationCall(operation: operation, need: need, outcome: outcome))
        if case .failed(let evidence, _) = outcome, need == .setUp {
            obstacle = Cause(operation: operation, evidence: evidence)
        }
    }

    /// What came of a call; nil when that is no fault of the operation's and no answer of it either.
    private func outcome(
        of replies: [Reply],
        _ judgement: CallJudgement,
        need: OperationCall.Need
    ) -> OperationCall.Outcome? {
        guard judgement.isComplete else { return replies.lazy.compactMap(\.failure).compactMap(Self.outcome).first }
        let answers = replies.compactMap(\.answer)
        if let answer = answers.first(where: { $0.status >= 500 }) {
            return .failed(evidence: Self.evidence(of: answer), isServerError: true)
        }
        let isWhole = judgement.isSuccess && judgement.missingSaves.isEmpty
        let isClean = !replies.contains { flaws[$0.ordinal, default: []].contains { $0.severity == .must } }
        switch need {
        case .setUp where judgement.holds: return isClean ? .worked : .answered
        // What it accepts works, though the answer lacks something that the next steps need: the case says which.
        case .setUp where judgement.isSuccess: return .answered
        case .setUp: return .failed(evidence: Self.evidence(of: answers, judgement), isServerError: false)
        case .answer: return isWhole && isClean ? .worked : .answered
        case .reading, .acceptance:
            guard let refusal = answers.first(where: { $0.status / 100 != 2 }) else {
                return isWhole && isClean ? .worked : .answered
            }
            return .failed(evidence: Self.evidence(of: refusal), isServerError: false)
        }
    }

    /// Takes in that a look at whose something is did not come to a response that shows it.
    ///
    /// Trouble on the way is told as that of a step: it is none of the endpoint's refusals.
    /// - Parameters:
    ///   - delivery: what came of the look.
    ///   - label: where it belongs.
    mutating func noteTrouble(_ delivery: Delivery, _ label: ExchangeLabel) {
        if delivery.restraint == .stopped { stop = .interrupted }
        if let failure = delivery.failure { tell(failure, label: label, ordinal: label.ordinal) }
        if let response = delivery.response, delivery.isPutOff { tellPutOff(delivery, status: response.status, label) }
        guard let operation = label.operation, let outcome = Self.outcome(ofLook: delivery) else { return }
        vainLook = OperationCall(operation: operation, need: .reading, outcome: outcome)
    }

    /// What a look that shows nothing says of the operation; nil when it shows something, or says nothing of it.
    private static func outcome(ofLook delivery: Delivery) -> OperationCall.Outcome? {
        if let failure = delivery.failure { return outcome(failure) }
        guard let response = delivery.response, !delivery.isPutOff, response.status / 100 != 2 else { return nil }
        let type = (try? JSONText(parsing: response.body))?.value["error"]?["type"]?.stringValue
        return .failed(evidence: evidence(ofStatus: response.status, type: type), isServerError: response.status >= 500)
    }

    /// What a failure on the wire says of an operation; nil when it says nothing of this one.
    private static func outcome(_ failure: TransportFailure) -> OperationCall.Outcome? {
        switch failure.kind {
        case .refused, .cancelled, .notSent: nil
        case .dropped, .timedOut, .tooLarge, .notHTTP: .failed(evidence: failure.message, isServerError: true)
        }
    }

    /// What was answered in place of what the set-up needs.
    private static func evidence(of answers: [Answer], _ judgement: CallJudgement) -> String {
        if let refusal = answers.first(where: { $0.status / 100 != 2 }) { return evidence(of: refusal) }
        if let mismatch = judgement.items.lazy.compactMap(\.mismatches.first).first?.mismatch {
            return mismatch.message(because: nil)
        }
        return "answered without \(judgement.missingSaves.joined(separator: ", "))"
    }

    /// `answered 500 internal_error`.
    private static func evidence(of answer: Answer) -> String {
        evidence(ofStatus: answer.status, type: answer.body?["error"]?["type"]?.stringValue)
    }

    private static func evidence(ofStatus status: Int, type: String?) -> String {
        "answered \(status)" + (type.map { " \($0.prefix(60))" } ?? "")
    }
}
