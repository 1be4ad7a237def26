import Results
public import SeamContract
public import Timestamps

/// Decides whether a change may pass: only what it broke shuts the gate.
public struct Gate: Sendable {
    let policy: Policy
    let catalogue: Catalogue
    let profile: Profile?
    let now: Timestamp

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
    /// - Parameter subject: the run, and what is known of the time before it.
    /// - Returns: the decision.
    public func decision(on subject: GateSubject) -> GateDecision {
        let reruns = Reruns(subject, maximum: policy.gate.reruns)
        let rules: [GateDecision.Rule?] = [
            complete(subject.run),
            newFailures(subject, reruns),
            tested(subject),
            stillFailing(subject),
            vanished(subject),
            profile.map { kept($0, in: subject.run, reruns) },
            newWarnings(subject),
            waivers(subject.run),
            latency(subject),
        ]
        return GateDecision(
            rules: rules.compactMap(\.self),
            reruns: reruns.trials.sorted { $0.key < $1.key }.map { GateDecision.Rerun($0.key, $0.value) },
            run: subject.run.header,
            baseline: subject.baseline,
            remark: subject.remark
        )
    }

    private func complete(_ run: RunOutcome) -> GateDecision.Rule {
        let figures = "\(run.cases.values.filter { $0.verdict != nil }.count) of \(run.header.caseCount) cases"
        let reason = run.ending?.reason
        let words = reason.map { "the run did not come to its end (\($0.rawValue))" } ?? "the run has not ended"
        return GateDecision.Rule("complete run", figures, brokenBy: reason == .complete ? [] : [words])
    }

    /// At least so many cases were judged: as the policy says, and as a baseline file tells of the run that it was made from.
    ///
    /// A shard is a part of that run, and may be empty.
    private func tested(_ subject: GateSubject) -> GateDecision.Rule {
        let count = subject.run.testedCount
        var least = policy.gate.leastTested
        if subject.isOfSomeShards {
            if subject.run.header.caseCount == 0 { least = 0 }
        } else if case .file(let file) = subject.baseline, !policy.gate.allowsVanished {
            least = max(least, file.testedCount)
        }
        return GateDecision.Rule(
            "cases tested",
            "\(count) of at least \(least)",
            brokenBy: count >= least ? [] : ["only \(count) cases came to a judgement"]
        )
    }

    /// Every `must` of the profile is kept, new or not; what failed by chance counts as kept.
    private func kept(_ profile: Profile, in run: RunOutcome, _ reruns: Reruns) -> GateDecision.Rule {
        let musts = profile.requirements.filter { catalogue[$0]?.level == .must }
        let bad = run.cases.filter { Standing($0.value.verdict) == .bad && !reruns.isFlaky($0.key) }
        let broken = Set(bad.flatMap(\.value.broken)).intersection(musts).sorted()
        let weighed = Set(run.cases.values.flatMap(\.requirements).map(\.id))
        let untested = musts.filter { !weighed.contains($0) }.sorted()
        let kept = musts.count - broken.count - untested.count
        return GateDecision.Rule(
            "musts of \(profile.id)",
            "\(kept) of \(musts.count) kept, \(broken.count) broken, \(untested.count) not tested",
            brokenBy: broken.map { "\($0) is broken: \(catalogue[$0]?.statement ?? "")" },
            notes: untested.map { "\($0) is not tested" }
        )
    }
}
