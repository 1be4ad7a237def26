import Results

/// What reports of tests know of an outcome.
enum TestOutcome {
    /// `failure` is the endpoint's, `error` ours, the network's or of the set-up.
    case passed, failure, error, skipped

    /// The outcome behind a verdict.
    ///
    /// - Parameters:
    ///   - verdict: the verdict; nil for a case that did not end.
    ///   - isStrict: whether a broken `should` counts as a failure.
    init(_ verdict: Verdict?, isStrict: Bool) {
        self =
            switch verdict {
            case .passed: .passed
            case .warned: isStrict ? .failure : .passed
            case .failed, .unexpectedPass: .failure
            case .error, .blocked, nil: .error
            case .skipped, .notApplicable, .waived: .skipped
            }
    }
}
