/// Whose change may have turned a verdict.
public enum Suspect: String, Sendable, Hashable, CaseIterable {
    /// The scenarios: another thing is asked.
    case suite
    /// The contract: the same answer is judged otherwise.
    case contract
    /// The endpoint, be it that the runs tell so (another URL, other labels), or that nothing else changed.
    case endpoint

    /// Who may be to blame, from what changed.
    ///
    /// The same suite under the same contract asks the same and judges the same, so that only the endpoint can have changed,
    /// whether the runs tell of it or not. Where suite or contract changed they are suspects, and the endpoint is one beside
    /// them only when something of it changed, too.
    /// - Parameter differences: what is not the same.
    /// - Returns: the suspects in the order of the cases; one when it is clear, never empty.
    public static func suspects(of differences: [ContextDifference]) -> [Suspect] {
        let found = Set(differences.map(Suspect.init))
        return found.isEmpty ? [.endpoint] : allCases.filter(found.contains)
    }

    private init(_ difference: ContextDifference) {
        self =
            switch difference {
            case .suite: .suite
            case .contract: .contract
            case .endpoint, .label: .endpoint
            }
    }
}
