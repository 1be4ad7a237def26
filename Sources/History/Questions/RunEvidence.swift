public import Results
public import Timestamps

/// What a store keeps of the exchanges of a run.
public struct RunEvidence: Sendable {
    /// What is kept of a case.
    public struct Case: Sendable {
        /// The case's id.
        public let id: String
        /// When it began.
        public let startedAt: Timestamp
        /// The exchanges that were kept, in the order in which they were sent; never empty.
        public let exchanges: [Exchange]
    }

    /// The run.
    public let header: RunHeader
    /// How many cases the run had.
    public let caseCount: Int
    /// The cases of which exchanges were kept, in the order in which they were written.
    public let cases: [Case]
}
