public import Results

/// How many attempts broke and how many held.
public struct Tally: Sendable, Hashable {
    /// How many broke.
    public var failures: Int
    /// How many held.
    public var passes: Int

    /// A tally.
    ///
    /// - Parameters:
    ///   - failures: how many broke.
    ///   - passes: how many held.
    public init(failures: Int, passes: Int) {
        self.failures = failures
        self.passes = passes
    }

    /// The tally of attempts; those that were not judged are left out.
    ///
    /// - Parameter verdicts: the verdicts of the attempts.
    public init(_ verdicts: some Sequence<Verdict>) {
        self.init(failures: 0, passes: 0)
        for outcome in verdicts.lazy.compactMap(Outcome.init) {
            switch outcome {
            case .breaks: failures += 1
            case .holds: passes += 1
            }
        }
    }

    /// Whether no attempt was judged.
    public var isEmpty: Bool { failures == 0 && passes == 0 }
}
