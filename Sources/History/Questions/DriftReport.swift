public import Results
public import Trends

/// What the answers of an endpoint show that they did not before, and what they no longer do.
public struct DriftReport: Sendable, Hashable {
    /// One trait of the answers of an operation that appeared or vanished.
    public struct Turn: Sendable, Hashable {
        /// The path of the operation.
        public let operation: String
        /// The trait.
        public let trait: AnswerTrait
        /// Whether it vanished; else it appeared.
        public let isGone: Bool
        /// The first run with it, or without it.
        public let run: RunHeader
        /// The run before that called the operation; nil when there is none.
        public let before: RunHeader?

        /// Whose change may be why, in the order of `Suspect`.
        public var suspects: [Suspect] {
            guard let before else { return [] }
            return Suspect.suspects(of: RunContext(before).differences(to: RunContext(run)))
        }
    }

    /// The turns, oldest first, then by operation and trait.
    public let turns: [Turn]
    /// How many runs were looked at: those that came to their end with all cases of their suite, and tell what they exercised.
    public let runCount: Int
}
