/// How many of its exchanges a run comes with.
public enum ReportEvidence: Sendable, Hashable {
    /// All of them, as in a run that was just done.
    case whole
    /// Those that a store keeps, so that nothing can be counted by them.
    case kept
}
