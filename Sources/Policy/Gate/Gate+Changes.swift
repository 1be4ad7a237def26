import Results

extension Gate {
    /// Nothing fails in a way that it did not fail in before, unless by chance.
    func newFailures(_ subject: GateSubject, _ reruns: Reruns) -> GateDecision.Rule {
        let failing = subject.newFailures
        let flaky = failing.filter { reruns.isFlaky($0.id) }
        let broken = failing.filter { !reruns.isFlaky($0.id) }
        var figures = "\(broken.count)"
        if !flaky.isEmpty { figures += ", and \(flaky.count) by chance" }
        if subject.baseline == nil {
            let label = "\(policy.gate.baseline.key)=\(policy.gate.baseline.value)"
            figures += ", with no complete night of \(label) and this endpoint to compare with"
        }
        if failing.count > Reruns.caseLimit, policy.gate.reruns > 0 { figures += ", too many at once to be chance" }
        return GateDecision.Rule(
            "new failures",
            figures,
            brokenBy: broken.map { line($0, subject, reruns) },
            notes: flaky.map { line($0, subject, reruns) }
        )
    }

    /// What failed before fails no more; nil when it may.
    func stillFailing(_ subject: GateSubject) -> GateDecision.Rule? {
        guard !policy.gate.allowsStillFailing, subject.baseline != nil else { return nil }
        let failing = subject.cases(.stillFailing, .worse)
        return GateDecision.Rule("still failing", "\(failing.count)", brokenBy: failing.map { Self.line($0) })
    }

    /// Every case of the baseline is there and told; nil when cases may be gone.
    func vanished(_ subject: GateSubject) -> GateDecision.Rule? {
        guard !policy.gate.allowsVanished, subject.baseline != nil else { return nil }
        let gone = subject.cases(.vanished, .untold)
        return GateDecision.Rule("vanished cases", "\(gone.count)", brokenBy: gone.map { Self.line($0, breaks: false) })
    }

    /// No `should` is broken that was not before; nil when they may be.
    ///
    /// A baseline file tells of `must` only, so that with one every warning counts as new.
    func newWarnings(_ subject: GateSubject) -> GateDecision.Rule? {
        guard policy.gate.isStrict else { return nil }
        let before = subject.before
        let new = subject.run.cases.filter { $0.value.verdict == .warned && before[$0.key]?.verdict != .warned }
        let lines = new.sorted { $0.key < $1.key }.map { id, outcome in
            Self.line(id, before[id]?.verdict, .warned, breaking: outcome.broken)
        }
        return GateDecision.Rule("new warnings", "\(new.count)", brokenBy: lines)
    }

    /// A new failure, and what re-runs told of it.
    private func line(_ item: RunComparison.Case, _ subject: GateSubject, _ reruns: Reruns) -> String {
        var line = Self.line(item)
        if item.change == .worse { line += " in another way, too" }
        line += partialWaiver(of: item)
        if item.after == .unexpectedPass { line += ": a waiver is stale" }
        guard policy.gate.reruns > 0, let trial = reruns.trials[item.id] else { return line }
        return line + " (\(GateDecision.Rerun(item.id, trial).words))"
    }

    /// `, of which UI-CREATE is waived by ann: known`, when waivers allow some of what a case breaks, and not all.
    private func partialWaiver(of item: RunComparison.Case) -> String {
        let waivers = policy.waivers.filter { !$0.isExpired(at: now) && $0.fingerprint == nil }
        let allowed = item.broken.compactMap { requirement in
            waivers.first { $0.concerns(caseID: item.id) && ($0.requirement ?? requirement) == requirement }
                .map { "\(requirement) is \($0.words)" }
        }
        guard !allowed.isEmpty, allowed.count < item.broken.count else { return "" }
        return ", of which \(allowed.joined(separator: ", "))"
    }

    private static func line(_ item: RunComparison.Case, breaks: Bool = true) -> String {
        line(item.id, item.before, item.after, breaking: breaks ? item.broken : [])
    }

    /// `case: passed → failed, breaks UI-CREATE`.
    private static func line(_ id: String, _ before: Verdict?, _ after: Verdict?, breaking broken: [String]) -> String {
        let change = "\(before?.rawValue ?? "–") → \(after?.rawValue ?? "–")"
        return "\(id): \(change)" + (broken.isEmpty ? "" : ", breaks \(broken.joined(separator: " "))")
    }
}
