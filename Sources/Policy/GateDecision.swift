public import Results

/// The yes or no for a change, and what it rests on.
public struct GateDecision: Sendable, Hashable {
    /// One thing that must hold.
    public struct Rule: Sendable, Hashable {
        /// What it is called, such as `new failures`.
        public let name: String
        /// Whether it holds.
        public let holds: Bool
        /// What was looked at, in figures.
        public let figures: String
        /// What breaks it, one line each; empty when it holds.
        public let reasons: [String]

        /// A rule that holds when there is no reason why not.
        init(_ name: String, _ figures: String, brokenBy reasons: [String] = []) {
            self.name = name
            self.figures = figures
            self.reasons = reasons
            holds = reasons.isEmpty
        }
    }

    /// The rules, those that are weighed first coming first.
    public let rules: [Rule]
    /// What the run was compared with; nil when there was no baseline.
    public let comparison: RunComparison?

    /// Whether the change may pass.
    public var isOpen: Bool { rules.allSatisfy(\.holds) }

    /// The answer in one line.
    public var answer: String {
        let broken = rules.filter { !$0.holds }
        guard broken.isEmpty else {
            return "gate shut: " + broken.map { "\($0.name) (\($0.figures))" }.joined(separator: ", ")
        }
        let against = comparison.map { "nothing new is broken since run \($0.before.header.id)" } ?? "nothing is broken"
        return "gate open: \(against)"
    }
}
