public import Timestamps

/// How a finding of a run stands against the runs before it.
public struct FindingStanding: Sendable, Hashable {
    /// What became of it since the run that it is compared with; the words are those of SARIF 2.1.0 §3.27.24.
    public enum State: String, Sendable, Hashable, CaseIterable {
        /// The run before had no such finding.
        case new
        /// The run before had it, too.
        case unchanged
        /// The run before had it with another weight.
        case updated
    }

    /// What allows it.
    public struct Waiver: Sendable, Hashable {
        /// Why it is allowed.
        public let reason: String
        /// Who answers for it; empty when nobody is named.
        public let owner: String
        /// Until when; nil when without an end.
        public let expiresAt: Timestamp?

        /// A waiver.
        ///
        /// - Parameters:
        ///   - reason: why the finding is allowed.
        ///   - owner: who answers for it.
        ///   - expiresAt: until when.
        public init(reason: String, owner: String = "", expiresAt: Timestamp? = nil) {
            self.reason = reason
            self.owner = owner
            self.expiresAt = expiresAt
        }
    }

    /// What became of it; nil when there is no run to compare with.
    public let state: State?
    /// The run that found it first, of those without a break until this one; nil when that is not known.
    public let firstSeen: RunReference?
    /// What allows it; nil when nothing does.
    public let waiver: Waiver?

    /// A standing.
    ///
    /// - Parameters:
    ///   - state: what became of it.
    ///   - firstSeen: the run that found it first.
    ///   - waiver: what allows it.
    public init(state: State?, firstSeen: RunReference? = nil, waiver: Waiver? = nil) {
        self.state = state
        self.firstSeen = firstSeen
        self.waiver = waiver
    }
}
