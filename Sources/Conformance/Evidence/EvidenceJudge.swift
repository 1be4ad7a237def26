import JSON
import Redaction
package import Results
package import Scenarios
package import SeamContract
package import Timestamps

/// Weighs one requirement over exchanges that were kept, as a run of today would have.
///
/// What a check on each answer weighs is asked of every exchange; what a scenario proves, of the exchanges of its steps.
package struct EvidenceJudge: Sendable {
    /// The requirement's id.
    package let requirement: String
    /// What answers are held against.
    let contract: Contract
    /// The requirements.
    let catalogue: Catalogue
    private let cases: [String: Case]
    private let redactor = Redactor(secrets: [])

    /// A judge.
    ///
    /// - Parameters:
    ///   - requirement: the requirement's id.
    ///   - contract: what answers are held against.
    ///   - catalogue: the requirements.
    ///   - cases: the cases of the suite.
    package init(requirement: String, contract: Contract, catalogue: Catalogue, cases: [Case]) {
        self.requirement = requirement
        self.contract = contract
        self.catalogue = catalogue
        let provers = cases.filter { $0.requirementIDs.contains(requirement) }
        self.cases = Dictionary(provers.map { ($0.id, $0) }) { first, _ in first }
    }

    /// Whether a check on each answer weighs the requirement.
    ///
    /// That no secret is repeated can't be told afterwards: secrets are taken out before evidence is kept.
    package var isWeighedByChecks: Bool {
        requirement != SecretCheck.requirementID
            && AutomaticChecks.requirementIDs(in: catalogue).contains(requirement)
    }

    /// The ids of the cases that prove the requirement.
    package var caseIDs: Set<String> { Set(cases.keys) }

    /// What the kept exchanges of a case say.
    ///
    /// - Parameters:
    ///   - exchanges: the exchanges, in their order.
    ///   - id: the case's id.
    ///   - seed: the run's seed.
    ///   - start: when the case began.
    /// - Returns: the finding.
    package func finding(
        in exchanges: [Exchange],
        ofCase id: String,
        seed: UInt64,
        startedAt start: Timestamp
    ) -> EvidenceFinding {
        var finding = EvidenceFinding()
        if isWeighedByChecks {
            for exchange in exchanges where !exchange.isOwnLook { check(exchange, into: &finding) }
        }
        if let item = cases[id] {
            var replay = CaseReplay(item, exchanges: exchanges, requirement: requirement)
            replay.run(seed: seed, now: { start }, into: &finding)
        }
        return finding
    }

    /// Lets the checks look at one exchange.
    private func check(_ exchange: Exchange, into finding: inout EvidenceFinding) {
        guard let response = exchange.response, !exchange.isPutOff else { return }
        let body = response.body
        let trace = RedactionTrace(response)
        if !Self.bodiless.contains(requirement) {
            guard !body.isTruncated else { return finding.note(.cut) }
            guard !trace.isUnreadable else { return finding.note(.redacted) }
        }
        let observation = Observation(
            question: question(of: exchange),
            response: IncomingResponse(status: response.status, headers: response.headers, body: Array(body.text.utf8)),
            secrets: [],
            redactor: redactor
        )
        let weighings = AutomaticChecks.weighings(observation, catalogue).filter {
            catalogue.weighedID($0.requirement) == requirement
        }
        for weighing in weighings {
            guard !weighing.breaches.contains(where: { $0.showsRedaction(by: trace) }) else {
                finding.note(.redacted)
                continue
            }
            finding.weigh(
                weighing.breaches.map { breach in
                    EvidenceFinding.Breach(
                        step: exchange.step,
                        exchange: exchange.ordinal,
                        place: breach.place,
                        message: "\(breach.message): expected \(breach.expected), got \(breach.actual)"
                    )
                }
            )
        }
    }

    /// What was asked, as checks want to know it.
    private func question(of exchange: Exchange) -> Observation.Question {
        let operation = exchange.operation.flatMap { contract[$0] }
        let method = Contract.Method(rawValue: exchange.request.method)
        let type = exchange.request.headers.last { $0.name == "content-type" }?.value.lowercased() ?? ""
        let isReadable =
            exchange.request.body.map { body in
                type.hasPrefix("application/json")
                    && (body.isTruncated || (try? JSONText(parsing: Array(body.text.utf8))) != nil)
            } ?? true
        return Observation.Question(
            operation: operation,
            isMethodKnown: method.map { operation?.methods.contains($0) ?? false } ?? false,
            isReadable: isReadable,
            mayBeGone: exchange.phase == .cleanup
        )
    }

    /// The requirements that are weighed without the body.
    private static let bodiless: Set<String> = [
        ServerErrorCheck.requirementID, RedirectCheck.requirementID, SuccessStatusCheck.requirementID,
        SuccessContentTypeCheck.requirementID, ErrorContentTypeCheck.requirementID, RequestIDCheck.requirementID,
    ]
}

extension Exchange {
    /// Whether the runner itself looked at whose something is, or cleaned up: none of that is judged.
    fileprivate var isOwnLook: Bool {
        phase == .ownership || (phase == .cleanup && CleanupQuestion.Purpose(rawValue: step) != nil)
    }
}

extension Breach {
    /// Whether what was taken out of the body can be why it is there.
    fileprivate func showsRedaction(by trace: RedactionTrace) -> Bool {
        if [actual, expected, message, place].contains(where: Placeholder.stands) { return true }
        return trace.canExplain(differenceOf: place)
    }
}
