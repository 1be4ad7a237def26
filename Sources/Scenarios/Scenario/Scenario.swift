public import YAMLSource

/// A promise of the contract told in steps, with all its variants; each variant is a ``Case``.
public struct Scenario: Sendable {
    /// The kebab-case id, unique in the suite.
    public let id: String
    /// The promise as one sentence, for people.
    public let title: String
    /// The folder that the scenario's file stands in; empty at the top.
    public let area: String
    /// Where the scenario is written.
    public let place: SourcePlace
    /// Words to select by, in the order they were written.
    public let tags: [String]
    /// What the target must offer; a case is not applicable where one is missing.
    public let requires: [Capability]
    /// Cases that share a lock never overlap; `*` runs alone.
    public let locks: [String]
    /// How often a case is gone through, with fresh values each time, until something is found wrong; 1 for once.
    public let rounds: Int
    /// Things of the endpoint that the scenario names as its own, and may change: names and ids, in the order written.
    public let fixtures: [Fixture]
    /// Why the scenario is not run; nil when it is.
    public let skip: String?
    /// A hash of what is written of the scenario and of the blocks that it uses: when it is the same, so is what is run.
    public let hash: UInt64
}
