/// What is different between two runs, case by case.
public struct RunComparison: Sendable, Hashable {
    /// What became of a case.
    public enum Change: String, Sendable, Hashable, CaseIterable {
        /// Bad in the later run, and not in the earlier one, be it that this did not have the case.
        case new
        /// Bad in both, and the later run found a broken `must` that the earlier one had not.
        case worse
        /// Bad in both, and nothing new about it.
        case stillFailing
        /// Bad in the earlier run, and good in the later one.
        case fixed
        /// A waiver allows in the later run what is broken.
        case waived
        /// The later run has it, the earlier one had not; nothing is broken.
        case appeared
        /// The earlier run had it, the later one has not.
        case vanished
        /// The earlier run could say something of it, the later one can't.
        case untold
    }

    /// A case that changed, or that is bad in both.
    public struct Case: Sendable, Hashable {
        /// The case's id.
        public let id: String
        /// What became of it.
        public let change: Change
        /// The verdict in the earlier run; nil when that did not have the case, or not to its end.
        public let before: Verdict?
        /// The verdict in the later run; nil when that did not have the case, or not to its end.
        public let after: Verdict?
        /// The requirements that it breaks in the later run, sorted; for a fixed or vanished one, those that it broke before.
        public let broken: [String]
    }

    /// The earlier run.
    public let before: RunOutcome
    /// The later run.
    public let after: RunOutcome
    /// What changed, in the order of `Change`, then by id.
    public let cases: [Case]

    /// Compares two runs.
    ///
    /// - Parameters:
    ///   - before: the run to start from.
    ///   - after: the run that is asked about.
    public init(_ before: RunOutcome, _ after: RunOutcome) {
        self.before = before
        self.after = after
        cases = Self.changes(from: before.cases, to: after.cases)
    }

    /// What changed between two outcomes.
    ///
    /// - Parameters:
    ///   - before: the cases to start from, by their ids.
    ///   - after: the cases that are asked about, by their ids.
    /// - Returns: what changed, in the order of `Change`, then by id.
    public static func changes(from before: [String: RunOutcome.Case], to after: [String: RunOutcome.Case]) -> [Case] {
        let cases = Set(before.keys).union(after.keys).compactMap { Case($0, before[$0], after[$0]) }
        return Change.allCases.flatMap { change in
            cases.filter { $0.change == change }.sorted { $0.id < $1.id }
        }
    }

    /// The cases with which one thing became.
    ///
    /// - Parameter change: what became of them.
    /// - Returns: the cases, by id.
    public func cases(_ change: Change) -> [Case] {
        cases.filter { $0.change == change }
    }
}

extension RunComparison.Case {
    /// What became of a case; nil when there is nothing to say.
    fileprivate init?(_ id: String, _ before: RunOutcome.Case?, _ after: RunOutcome.Case?) {
        guard let change = RunComparison.Change(before, after) else { return nil }
        self.id = id
        self.change = change
        self.before = before?.verdict
        self.after = after?.verdict
        broken = (change == .fixed || change == .vanished ? before : after)?.broken ?? []
    }
}

extension RunComparison.Change {
    fileprivate init?(_ before: RunOutcome.Case?, _ after: RunOutcome.Case?) {
        guard let after else {
            self = .vanished
            return
        }
        switch (before.map { Standing($0.verdict) }, Standing(after.verdict)) {
        case (.bad, .bad): self = after.breaksMore(than: before) ? .worse : .stillFailing
        case (_, .bad): self = .new
        case (_, .waived): self = .waived
        case (nil, _): self = .appeared
        case (.bad, .good): self = .fixed
        case (.good, .untold), (.bad, .untold), (.waived, .untold): self = .untold
        case (.good, .good), (.waived, .good), (.untold, .good), (.untold, .untold): return nil
        }
    }
}

extension RunOutcome.Case {
    /// Whether a `must` is broken in a way that it was not broken in before; false when nothing is known of how it was.
    ///
    /// - Parameter before: the case as it was.
    /// - Returns: whether there is such a breach.
    public func breaksMore(than before: RunOutcome.Case?) -> Bool {
        guard let before, !before.breaches.isEmpty else { return false }
        let known = Set(before.breaches.map(\.fingerprint))
        return breaches.contains { $0.severity == .must && !known.contains($0.fingerprint) }
    }
}
