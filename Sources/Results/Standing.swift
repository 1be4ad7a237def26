/// What a verdict says of the endpoint, for those who compare runs.
public enum Standing: String, Sendable, Hashable, CaseIterable {
    /// The endpoint was judged, and what must hold does.
    case good
    /// It does not conform: a `must` is broken, a waiver is stale, or the set-up was refused.
    case bad
    /// A `must` is broken, and a waiver allows it.
    case waived
    /// Nothing can be said: not run to its end, skipped, not offered, or the trouble was ours.
    case untold

    /// What a verdict says.
    ///
    /// - Parameter verdict: the verdict; nil for a case that did not end.
    public init(_ verdict: Verdict?) {
        switch verdict {
        case .passed, .warned: self = .good
        case .failed, .blocked, .unexpectedPass: self = .bad
        case .waived: self = .waived
        case .error, .skipped, .notApplicable, nil: self = .untold
        }
    }
}
