public import Results
public import Timestamps

/// A case's line of verdicts: how it came out night after night.
public struct VerdictSeries: Sendable, Hashable {
    /// The case in one run.
    public struct Night: Sendable, Hashable {
        /// The run's id.
        public let run: String
        /// When the run began.
        public let startedAt: Timestamp
        /// The verdict of the first attempt, then those of the re-runs in their order; empty when the run died before the case.
        public let verdicts: [Verdict]
        /// What the run was made with.
        public let context: RunContext

        /// A night.
        ///
        /// - Parameters:
        ///   - run: the run's id.
        ///   - startedAt: when the run began.
        ///   - verdicts: the verdict of each attempt.
        ///   - context: what the run was made with.
        public init(run: String, startedAt: Timestamp, verdicts: [Verdict], context: RunContext) {
            self.run = run
            self.startedAt = startedAt
            self.verdicts = verdicts
            self.context = context
        }

        /// How many attempts held and how many broke.
        public var tally: Tally { Tally(verdicts) }

        /// What the night says: it breaks when every attempt that was judged breaks, since one that holds shows that the
        /// endpoint can; nil when none was judged.
        public var outcome: Outcome? {
            if tally.passes > 0 { return .holds }
            return tally.failures > 0 ? .breaks : nil
        }
    }

    /// The case's id.
    public let caseID: String
    /// The nights, oldest first, in the order of the line: clocks of several machines would tell another.
    public let nights: [Night]

    /// A line of verdicts.
    ///
    /// - Parameters:
    ///   - caseID: the case's id.
    ///   - nights: the nights, oldest first.
    public init(caseID: String, nights: some Sequence<Night>) {
        self.caseID = caseID
        self.nights = Array(nights)
    }
}
