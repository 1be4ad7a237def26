/// Which cases several runs leave nothing to be found out about.
///
/// A case is settled when some run had it, every run that had it has settled it, and the last of those ran the same
/// scenario, judged by the same contract with the same version.
public struct Settlement: Sendable {
    private let outcomes: [RunOutcome]
    private let contract: String
    private let version: String

    /// The settlement by some runs.
    ///
    /// - Parameters:
    ///   - outcomes: how they came out, oldest first.
    ///   - contract: the fingerprint of the contract that cases would be judged by now.
    ///   - version: the version of `seamcheck` that would judge.
    public init(_ outcomes: [RunOutcome], contract: String, version: String) {
        self.outcomes = outcomes
        self.contract = contract
        self.version = version
    }

    /// Whether a case is settled.
    ///
    /// - Parameters:
    ///   - id: the case's id.
    ///   - scenarioHash: the hash of its scenario as it is now.
    /// - Returns: whether it need not be run.
    public func covers(_ id: String, scenarioHash: UInt64) -> Bool {
        let having = outcomes.filter { $0.cases[id] != nil }
        guard let last = having.last, having.allSatisfy({ $0.hasSettled(id) }) else { return false }
        return last.cases[id]?.scenarioHash == scenarioHash && last.header.contract.fingerprint == contract
            && last.header.version == version
    }
}
