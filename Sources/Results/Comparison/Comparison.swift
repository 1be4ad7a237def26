/// How what was found in a run stands against the runs before it.
///
/// A run by itself knows nothing of it: reports that can tell what is new, since when, and what a waiver allows take it
/// as an input, and without it leave those parts out.
public struct Comparison: Sendable, Hashable {
    /// The run that it is compared with; nil when there is none.
    public let baseline: RunReference?
    /// How each finding stands, by its fingerprint; one that is not in it is not told apart.
    public let standings: [String: FindingStanding]

    /// A comparison.
    ///
    /// - Parameters:
    ///   - baseline: the run that it is compared with.
    ///   - standings: how each finding stands, by its fingerprint.
    public init(baseline: RunReference?, standings: [String: FindingStanding]) {
        self.baseline = baseline
        self.standings = standings
    }

    /// Nothing to compare with.
    public static let none = Comparison(baseline: nil, standings: [:])

    /// How a finding stands; nil when that is not known.
    ///
    /// - Parameter finding: the finding.
    public subscript(finding: Finding) -> FindingStanding? { standings[finding.fingerprint] }
}
