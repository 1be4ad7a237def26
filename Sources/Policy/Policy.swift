public import Scenarios

/// What a team has settled about its endpoint: what may be broken for now, and what shuts the gate.
public struct Policy: Sendable, Hashable {
    /// The breaches that are allowed, in the order they are written.
    public let waivers: [Waiver]
    /// What shuts the gate.
    public let gate: GateRules
    /// What runs name by hand, for an endpoint that lists no such things.
    public let fixtures: RunFixtures

    /// A policy.
    ///
    /// - Parameters:
    ///   - waivers: the breaches that are allowed.
    ///   - gate: what shuts the gate.
    ///   - fixtures: what runs name by hand.
    public init(waivers: [Waiver] = [], gate: GateRules = GateRules(), fixtures: RunFixtures = RunFixtures()) {
        self.waivers = waivers
        self.gate = gate
        self.fixtures = fixtures
    }
}
