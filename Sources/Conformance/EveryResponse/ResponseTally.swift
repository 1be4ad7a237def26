import Results
import SeamContract
import Synchronization
import Timestamps

/// What the checks of every response find in a run, gathered for each operation and requirement in a case of its own.
///
/// A case begins with the first response that weighs its requirement, and tells each fault once, with the first exchange that
/// showed it. How often the requirement was weighed and broken stands in its result.
final class ResponseTally: Sendable {
    /// How many different faults one case tells.
    static let faultLimit = 20

    /// What has been seen for one case.
    private struct Entry {
        var weighed = 0
        var broken = 0
        var told: Set<String> = []
        var severities: Set<Finding.Severity> = []
        /// The number in this case of each exchange that was told, by the case and the number that it has there.
        var ordinals: [String: Int] = [:]
        var witnesses: [String] = []
        var seen: Set<String> = []

        /// What is told of a fault: nothing when it was told before.
        mutating func telling(
            _ finding: Finding,
            in exchange: Exchange?,
            ofCase caseID: String,
            as item: EveryResponse
        ) -> [RunEvent] {
            severities.insert(finding.severity)
            guard told.count < ResponseTally.faultLimit, told.insert(finding.fingerprint).inserted else { return [] }
            let step = "\(caseID): \(finding.step)"
            guard let exchange else { return [.found(caseID: item.caseID, finding.showing(exchange: nil, step: step))] }
            let key = "\(caseID) \(exchange.ordinal)"
            if let ordinal = ordinals[key] {
                return [.found(caseID: item.caseID, finding.showing(exchange: ordinal, step: step))]
            }
            let ordinal = ordinals.count + 1
            ordinals[key] = ordinal
            return [
                .exchanged(caseID: item.caseID, exchange.numbered(ordinal, step: step)),
                .found(caseID: item.caseID, finding.showing(exchange: ordinal, step: step)),
            ]
        }
    }

    /// What the responses of an operation were held against.
    private struct State {
        var entries: [EveryResponse: Entry] = [:]
        /// How many responses of an operation were held against their schema.
        var validated: [String: Int] = [:]
        var unoffered: [String: String] = [:]
    }

    private let state = Mutex(State())

    /// Takes in what the checks say of a response.
    ///
    /// - Parameters:
    ///   - weighings: what breaks each requirement that was weighed, by its id.
    ///   - exchange: the exchange, as it is kept.
    ///   - caseID: the case that it belongs to.
    ///   - context: where it is told.
    func note(
        _ weighings: [String: [Finding]],
        in exchange: Exchange,
        ofCase caseID: String,
        telling context: RunContext
    ) {
        state.withLock { state in
            for (requirement, findings) in weighings.sorted(by: { $0.key < $1.key }) {
                let item = EveryResponse(operation: exchange.operation, requirement: requirement)
                if requirement == Catalogue.schemaRequirementID { state.validated[item.operation, default: 0] += 1 }
                note(findings.map { ($0, exchange) }, of: item, seenBy: caseID, in: &state, telling: context)
            }
        }
    }

    /// Takes in what a look at the identity graph behind a case says.
    ///
    /// - Parameters:
    ///   - weighings: what breaks each requirement that was weighed, by its id, and the exchanges that show it, as they are kept.
    ///   - caseID: the case.
    ///   - context: where it is told.
    func noteGraph(
        _ weighings: [String: [(finding: Finding, exchange: Exchange?)]],
        behind caseID: String,
        telling context: RunContext
    ) {
        state.withLock { state in
            for (requirement, findings) in weighings.sorted(by: { $0.key < $1.key }) {
                let item = EveryResponse(operation: EveryResponse.graph, requirement: requirement)
                note(findings, of: item, seenBy: caseID, in: &state, telling: context)
            }
        }
    }

    private func note(
        _ findings: [(finding: Finding, exchange: Exchange?)],
        of item: EveryResponse,
        seenBy caseID: String,
        in state: inout State,
        telling context: RunContext
    ) {
        if state.entries[item] == nil { begin(item, telling: context) }
        var entry = state.entries[item] ?? Entry()
        entry.weighed += 1
        if !findings.isEmpty { entry.broken += 1 }
        if !findings.isEmpty, entry.seen.insert(caseID).inserted { entry.witnesses.append(caseID) }
        for (finding, exchange) in findings {
            for event in entry.telling(finding, in: exchange, ofCase: caseID, as: item) { context.log.emit(event) }
        }
        state.entries[item] = entry
    }

    /// Takes in that an operation is not offered.
    ///
    /// - Parameter operations: what shows it, by the operation's path.
    func noteUnoffered(_ operations: [String: String]) {
        state.withLock { $0.unoffered.merge(operations) { first, _ in first } }
    }

    /// Gives every case its verdict.
    ///
    /// - Parameters:
    ///   - plan: the cases that there are.
    ///   - isComplete: whether the run came to its end. If not, only what was found broken is judged.
    ///   - context: where it is told.
    func finish(_ plan: ResponsePlan, isComplete: Bool, telling context: RunContext) {
        state.withLock { state in
            let planned = Set(plan.cases).union(state.entries.keys).sorted()
            for item in planned {
                guard let entry = state.entries[item] else {
                    guard isComplete else { continue }
                    let cleanCount =
                        plan.ofSchemas[item.operation]?.contains(item.requirement) ?? false
                        ? state.validated[item.operation] ?? 0 : 0
                    begin(item, telling: context)
                    let result = untold(item, cleanCount: cleanCount, unoffered: state.unoffered, in: context)
                    context.log.emit(.caseFinished(result))
                    continue
                }
                context.log.emit(.caseFinished(result(of: item, entry, isComplete: isComplete, in: context)))
            }
        }
    }

    private func begin(_ item: EveryResponse, telling context: RunContext) {
        let statement = context.catalogue[item.requirement]?.statement ?? ""
        context.log.emit(
            .caseStarted(
                CaseHeader(
                    id: item.caseID,
                    scenario: EveryResponse.scenario,
                    title: item.title + (statement.isEmpty ? "" : ": \(statement)"),
                    area: EveryResponse.scenario,
                    place: "",
                    startedAt: context.clock.now()
                )
            )
        )
    }

    /// The result of a case that was weighed.
    private func result(of item: EveryResponse, _ entry: Entry, isComplete: Bool, in context: RunContext) -> CaseResult
    {
        var verdict: Verdict =
            entry.severities.contains(.must) ? .failed : entry.severities.contains(.should) ? .warned : .passed
        if verdict == .passed, !isComplete { verdict = .skipped }
        return CaseResult(
            id: item.caseID,
            verdict: verdict,
            reason: verdict == .skipped ? "the run did not come to its end" : "",
            requirements: verdict == .skipped
                ? [] : [item.outcome(weighed: entry.weighed, broken: entry.broken, in: context.catalogue)],
            untested: verdict == .skipped ? [item.requirement] : [],
            witnesses: entry.witnesses,
            duration: .zero,
            finishedAt: context.clock.now()
        )
    }

    /// The result of a case that nothing was weighed for by itself: its requirement held wherever the schema did.
    private func untold(_ item: EveryResponse, cleanCount: Int, unoffered: [String: String], in context: RunContext)
        -> CaseResult
    {
        let absence = unoffered[item.operation]
        let verdict: Verdict = cleanCount > 0 ? .passed : absence != nil ? .notApplicable : .skipped
        let reason =
            switch verdict {
            case .notApplicable: "\(item.operation) is not offered: \(absence ?? "")"
            case .skipped: "no response came that it could be judged by"
            default: ""
            }
        return CaseResult(
            id: item.caseID,
            verdict: verdict,
            reason: reason,
            requirements: cleanCount > 0 ? [item.outcome(weighed: cleanCount, broken: 0, in: context.catalogue)] : [],
            untested: cleanCount > 0 ? [] : [item.requirement],
            duration: .zero,
            finishedAt: context.clock.now()
        )
    }
}

extension EveryResponse {
    /// What the case promises.
    fileprivate var title: String {
        switch operation {
        case Self.elsewhere: "Every response to requests to other paths keeps \(requirement)"
        case Self.graph: "All views of identities and their users agree by \(requirement)"
        default: "Every response of \(operation) keeps \(requirement)"
        }
    }

    /// How the requirement came out.
    fileprivate func outcome(weighed: Int, broken: Int, in catalogue: Catalogue) -> RequirementResult {
        RequirementResult(
            id: requirement,
            level: catalogue[requirement]?.level ?? .must,
            weighed: weighed,
            broken: broken
        )
    }
}
