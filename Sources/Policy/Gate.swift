public import Results
public import SeamContract
public import Timestamps

/// Decides whether a change may pass: only what it broke shuts the gate.
public struct Gate: Sendable {
    private let policy: Policy
    private let catalogue: Catalogue
    private let profile: Profile?
    private let now: Timestamp

    /// A gate.
    ///
    /// - Parameters:
    ///   - policy: the rules, and what is allowed to be broken.
    ///   - catalogue: the requirements there are.
    ///   - profile: the profile that the rules name; nil when they name none.
    ///   - now: the instant by which waivers expire.
    public init(_ policy: Policy, catalogue: Catalogue, profile: Profile?, now: Timestamp) {
        self.policy = policy
        self.catalogue = catalogue
        self.profile = profile
        self.now = now
    }

    /// The yes or no for a run.
    ///
    /// - Parameters:
    ///   - run: the run.
    ///   - baseline: the run it is compared with; nil when there is none, so that whatever fails counts as new.
    /// - Returns: the decision.
    public func decision(on run: RunOutcome, against baseline: RunOutcome?) -> GateDecision {
        let comparison = baseline.map { RunComparison($0, run) }
        var rules = [complete(run), newFailures(run, comparison), tested(run)]
        if let comparison { rules += [stillFailing(comparison), vanished(comparison)].compactMap(\.self) }
        if let profile { rules.append(kept(profile, in: run)) }
        if policy.gate.isStrict { rules.append(shoulds(run, comparison)) }
        if !policy.waivers.isEmpty { rules.append(waivers(run)) }
        return GateDecision(rules: rules, comparison: comparison)
    }

    private func complete(_ run: RunOutcome) -> GateDecision.Rule {
        let figures = "\(run.cases.values.filter { $0.verdict != nil }.count) of \(run.header.caseCount) cases"
        let reason = run.ending?.reason
        let words = reason.map { "the run ended as \($0.rawValue)" } ?? "the run has not ended"
        return GateDecision.Rule("complete run", figures, brokenBy: reason == .complete ? [] : [words])
    }

    private func newFailures(_ run: RunOutcome, _ comparison: RunComparison?) -> GateDecision.Rule {
        guard let comparison else {
            let failing = run.cases.filter { Standing($0.value.verdict) == .bad }.sorted { $0.key < $1.key }
            let label = "\(policy.gate.baseline.key)=\(policy.gate.baseline.value)"
            return GateDecision.Rule(
                "new failures",
                "\(failing.count), with no complete run of \(label) to compare with",
                brokenBy: failing.map { Self.line($0.key, nil, $0.value.verdict, $0.value.broken) }
            )
        }
        let new = comparison.cases(.new)
        return GateDecision.Rule(
            "new failures",
            "\(new.count)",
            brokenBy: new.map { Self.line($0.id, $0.before, $0.after, $0.broken) }
        )
    }

    private func tested(_ run: RunOutcome) -> GateDecision.Rule {
        let count = run.cases.values.filter { $0.verdict?.isJudgement ?? false }.count
        let least = policy.gate.leastTested
        return GateDecision.Rule(
            "cases tested",
            "\(count) of at least \(least)",
            brokenBy: count >= least ? [] : ["only \(count) cases came to a judgement"]
        )
    }

    /// Nil when what failed before may go on failing.
    private func stillFailing(_ comparison: RunComparison) -> GateDecision.Rule? {
        guard !policy.gate.allowsStillFailing else { return nil }
        let failing = comparison.cases(.stillFailing)
        return GateDecision.Rule(
            "still failing",
            "\(failing.count)",
            brokenBy: failing.map { Self.line($0.id, $0.before, $0.after, $0.broken) }
        )
    }

    /// Nil when cases may be gone.
    private func vanished(_ comparison: RunComparison) -> GateDecision.Rule? {
        guard !policy.gate.allowsVanished else { return nil }
        let gone = comparison.cases(.vanished) + comparison.cases(.untold)
        return GateDecision.Rule(
            "vanished cases",
            "\(gone.count)",
            brokenBy: gone.map { Self.line($0.id, $0.before, $0.after, []) }
        )
    }

    private func kept(_ profile: Profile, in run: RunOutcome) -> GateDecision.Rule {
        let musts = profile.requirements.filter { catalogue[$0]?.level == .must }
        let broken = run.cases.filter { Standing($0.value.verdict) == .bad }.flatMap(\.value.broken)
        let reasons = Set(broken).intersection(musts).sorted()
        let words = reasons.map { "\($0) is broken: \(catalogue[$0]?.statement ?? "")" }
        let figures = "\(musts.count - reasons.count) of \(musts.count) kept"
        return GateDecision.Rule("musts of \(profile.id)", figures, brokenBy: words)
    }

    /// The shoulds that are broken now, and were not in the baseline.
    private func shoulds(_ run: RunOutcome, _ comparison: RunComparison?) -> GateDecision.Rule {
        let new = run.cases.filter { id, outcome in
            outcome.verdict == .warned && comparison?.before.cases[id]?.verdict != .warned
        }.sorted { $0.key < $1.key }
        let lines = new.map { Self.line($0.key, comparison?.before.cases[$0.key]?.verdict, .warned, $0.value.broken) }
        return GateDecision.Rule("new warnings", "\(new.count)", brokenBy: lines)
    }

    private func waivers(_ run: RunOutcome) -> GateDecision.Rule {
        let reasons = policy.waivers.compactMap { waiver -> String? in
            if waiver.isExpired(at: now) {
                return
                    "\(waiver.place): the waiver of \(waiver.subject) expired on \(waiver.expires?.description ?? "")"
            }
            guard waiver.fingerprint == nil else { return nil }
            let fits = run.cases.contains { waiver.speaks(ofCase: $0.key, weighing: $0.value.requirements) }
            return fits ? nil : "\(waiver.place): the waiver of \(waiver.subject) fits no case"
        }
        return GateDecision.Rule("waivers", "\(policy.waivers.count)", brokenBy: reasons)
    }

    /// `case: passed → failed, breaks UI-CREATE`.
    private static func line(_ id: String, _ before: Verdict?, _ after: Verdict?, _ broken: [String]) -> String {
        let change = "\(before?.rawValue ?? "–") → \(after?.rawValue ?? "–")"
        return "\(id): \(change)" + (broken.isEmpty ? "" : ", breaks \(broken.joined(separator: " "))")
    }
}
