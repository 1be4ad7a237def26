public import Results

/// What one attempt says of the endpoint, for those who look at many nights.
public enum Outcome: String, Sendable, Hashable, CaseIterable {
    /// The endpoint was judged, and every `must` holds.
    case holds
    /// A `must` is broken, be it waived or not.
    case breaks

    /// What a verdict says; nil when the endpoint was not judged.
    ///
    /// A waiver changes what is done about a failure, not what the endpoint does: `waived` breaks, and `unexpectedPass`
    /// holds.
    /// - Parameter verdict: the verdict.
    public init?(_ verdict: Verdict) {
        switch verdict {
        case .passed, .warned, .unexpectedPass: self = .holds
        case .failed, .waived: self = .breaks
        case .error, .blocked, .skipped, .notApplicable: return nil
        }
    }
}
