public import Results
import SeamContract
import Synchronization
public import Timestamps

/// Stands between a run and everything that is made of its events, and turns verdicts as the waivers say.
///
/// | the case | no waiver speaks of it | a waiver speaks of it |
/// | --- | --- | --- |
/// | fails | failed | waived, when every broken requirement is allowed in every finding; failed otherwise |
/// | passes | passed | unexpectedPass, when nothing that the waiver allows was broken in the whole run; passed otherwise |
///
/// A finding that is allowed says so, in a case that fails for something else, too; that it does is noted at the end of the
/// run, as are waivers that fit no case, and those that have expired and allow nothing.
///
/// Whether a waiver is stale is known only when all cases have ended, so the verdicts of cases that pass and that a waiver
/// speaks of are held back until then. A run that does not come to its end says nothing of stale waivers.
public final class WaiverFilter: Sendable {
    private let waivers: [Waiver]
    private let expired: [Waiver]
    private let state = Mutex(State())

    private struct State {
        var findings: [String: [Finding]] = [:]
        var heldBack: [CaseResult] = []
        /// The waivers, by their place in the list, that allowed something that was found, be the case waived for it or not.
        var used: Set<Int> = []
        /// The waivers that spoke of a case that was judged.
        var met: Set<Int> = []
        /// The cases in which waivers allowed a part of what was found, by the waivers' places, and what else the cases break.
        var partly: [Int: [(caseID: String, others: [String])]] = [:]
    }

    /// A filter for one run.
    ///
    /// - Parameters:
    ///   - waivers: what is allowed; those that are expired allow nothing.
    ///   - now: when the run begins.
    public init(_ waivers: [Waiver], now: Timestamp) {
        self.waivers = waivers.filter { !$0.isExpired(at: now) }
        expired = waivers.filter { $0.isExpired(at: now) }
    }

    /// Takes in the next event of the run.
    ///
    /// - Parameter event: the event.
    /// - Returns: the events to go on with, in order.
    public func pass(_ event: RunEvent) -> [RunEvent] {
        guard !waivers.isEmpty || !expired.isEmpty else { return [event] }
        return state.withLock { state in
            switch event {
            case .found(let id, let finding):
                state.findings[id, default: []].append(finding)
                return [.found(caseID: id, told(finding, ofCase: id))]
            case .caseFinished(let result): return settle(result, in: &state)
            case .finished(let ending): return release(ending, in: &state) + [event]
            case .started, .caseStarted, .exchanged, .drifted, .exercised, .reran, .noted: return [event]
            }
        }
    }

    /// The verdict of a case; none yet when it passes and a waiver speaks of it.
    private func settle(_ result: CaseResult, in state: inout State) -> [RunEvent] {
        let findings = state.findings.removeValue(forKey: result.id) ?? []
        guard result.verdict.isJudgement else { return [.caseFinished(result)] }
        let speaking = waivers.indices.filter { waivers[$0].speaks(of: result) }
        state.met.formUnion(speaking)
        state.used.formUnion(waivers.indices.filter { waivers[$0].allowsSomething(of: findings, in: result) })
        if let allowing = allowing(findings, of: result) {
            let reason = Set(allowing).sorted().map { waivers[$0].words }.joined(separator: "; ")
            return [.caseFinished(result.with(.waived, reason: reason))]
        }
        if result.verdict == .failed { note(findings, of: result, in: &state) }
        guard result.verdict != .failed, !speaking.isEmpty else { return [.caseFinished(result)] }
        state.heldBack.append(result)
        return []
    }

    /// The finding, which says what of it is allowed and why.
    private func told(_ finding: Finding, ofCase id: String) -> Finding {
        let allowed = finding.requirements.compactMap { requirement in
            waivers.first { $0.allows(requirement, brokenBy: finding, inCase: id) }.map { (requirement, $0) }
        }
        guard let first = allowed.first else { return finding }
        let isWhole = allowed.count == finding.requirements.count
        let subject = isWhole ? "" : allowed.map(\.0).joined(separator: ", ") + " is "
        return finding.with(message: "\(finding.message) (\(subject)\(first.1.words))")
    }

    /// Takes down which waivers allow a part of what makes a case fail.
    private func note(_ findings: [Finding], of result: CaseResult, in state: inout State) {
        let broken = findings.filter { $0.severity == .must }.flatMap { finding in
            finding.requirements.filter { id in result.requirements.contains { $0.id == id && $0.level == .must } }
                .map { requirement in
                    (requirement, waivers(allowing: requirement, brokenBy: finding, in: result)?.first)
                }
        }
        let others = Set(broken.filter { $0.1 == nil }.map(\.0)).sorted()
        for waiver in Set(broken.compactMap(\.1)) {
            state.partly[waiver, default: []].append((result.id, others))
        }
    }

    /// The waivers that allow a finding to break a requirement: one of the case, or one of each case that saw it for an
    /// `every-response` case; nil when they don't.
    private func waivers(
        allowing requirement: String,
        brokenBy finding: Finding,
        in result: CaseResult
    ) -> [Int]? {
        let own = waivers.indices.first { waivers[$0].allows(requirement, brokenBy: finding, inCase: result.id) }
        if let own { return [own] }
        let allowing = result.witnesses.compactMap { witness in
            waivers.indices.first { waivers[$0].allows(requirement, brokenBy: finding, inCase: witness) }
        }
        return allowing.isEmpty || allowing.count < result.witnesses.count ? nil : allowing
    }

    /// The waivers that together allow all that the findings break; nil when nothing is broken, or something is not allowed.
    private func allowing(_ findings: [Finding], of result: CaseResult) -> [Int]? {
        let weight: Finding.Severity = result.verdict == .failed ? .must : .should
        let weighty = Set(result.requirements.filter { $0.level == .must || weight == .should }.map(\.id))
        var allowing: [Int] = []
        for finding in findings where finding.severity == weight {
            for requirement in finding.requirements where weighty.contains(requirement) {
                guard let waivers = waivers(allowing: requirement, brokenBy: finding, in: result) else { return nil }
                allowing += waivers
            }
        }
        return allowing.isEmpty ? nil : allowing
    }

    /// The verdicts that were held back, and a note for each waiver that allowed not all, spoke of no case, or has expired.
    private func release(_ ending: RunEnding, in state: inout State) -> [RunEvent] {
        let isComplete = ending.reason == .complete
        let stale = isComplete ? state.met.subtracting(state.used).sorted() : []
        let results = state.heldBack.map { result -> RunEvent in
            guard let waiver = stale.first(where: { waivers[$0].speaks(of: result) }) else {
                return .caseFinished(result)
            }
            let reason = "nothing is broken any more: delete the waiver at \(waivers[waiver].place)"
            return .caseFinished(result.with(.unexpectedPass, reason: reason))
        }
        let unmet = isComplete ? waivers.indices.filter { !state.met.contains($0) } : []
        let notes =
            state.partly.sorted { $0.key < $1.key }.map { waivers[$0.key].sentence(partialWords($0.value)) }
            + unmet.map { waivers[$0].sentence("fits no case of this run") }
            + expired.map { $0.sentence("expired on \($0.expires?.description ?? ""), so it allows nothing") }
        return results + notes.map { .noted(at: ending.finishedAt, message: $0) }
    }

    /// `allows a part only: identity-create[x] fails for UI-V-ATOMIC, too, and so do 3 other cases`.
    private func partialWords(_ cases: [(caseID: String, others: [String])]) -> String {
        let rest = cases.count - 1
        let first = cases.first.map { "\($0.caseID) fails for \($0.others.joined(separator: ", ")), too" } ?? ""
        let more = rest > 0 ? ", and \(rest) other \(rest == 1 ? "case fails" : "cases fail") for something else" : ""
        return "allows not all: \(first)\(more)"
    }
}

extension Waiver {
    /// Whether it speaks of a case that was judged: of its id, and of a requirement that it weighed.
    ///
    /// One that names nothing but a fingerprint speaks only of cases that are broken.
    fileprivate func speaks(of result: CaseResult) -> Bool {
        guard requirement != nil || cases != nil else { return result.verdict != .passed }
        return speaks(ofCase: result.id, orAny: result.witnesses, weighing: result.requirements)
    }

    /// Whether it allows any of what was found in a case.
    fileprivate func allowsSomething(of findings: [Finding], in result: CaseResult) -> Bool {
        findings.contains { finding in
            finding.requirements.contains { requirement in
                ([result.id] + result.witnesses).contains { allows(requirement, brokenBy: finding, inCase: $0) }
            }
        }
    }

    /// Whether it speaks of a case of that id, or of one in which that saw what is broken, that weighed these requirements.
    func speaks(
        ofCase id: String,
        orAny witnesses: [String] = [],
        weighing requirements: [RequirementResult]
    ) -> Bool {
        guard concerns(caseID: id, orAny: witnesses) else { return false }
        return requirement.map { name in requirements.contains { $0.id == name } } ?? true
    }
}

extension Waiver {
    /// A sentence about it, with where it is written.
    fileprivate func sentence(_ words: String) -> String { "\(place): the waiver of \(subject) \(words)" }
}

extension Finding {
    /// The finding with another message, which its fingerprint does not go by.
    fileprivate func with(message: String) -> Finding {
        var finding = self
        finding.message = message
        return finding
    }
}

extension CaseResult {
    /// The result with another verdict and the reason for it.
    fileprivate func with(_ verdict: Verdict, reason: String) -> CaseResult {
        var result = self
        (result.verdict, result.reason) = (verdict, reason)
        return result
    }
}
