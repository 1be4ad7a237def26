public import Timestamps

/// One scenario with one choice of its parameters: what is run, judged and counted.
///
/// Everything that only depends on the parameters (operation, method, credential, requirement ids) is settled here;
/// blocks are laid out into plain steps. What remains are templates over values that the run brings.
public struct Case: Sendable, Identifiable {
    /// The scenario's id with the choice behind it: `id`, `id[email]`, `id[email,via=alias]`; the same in every run.
    public let id: String
    /// The scenario.
    public let scenario: Scenario
    /// The parameters in the order they were written: the variant's, then the matrix's; evaluated once, first.
    public let arguments: [Binding]
    /// The values that are worked out once before the first step, in order; one may use those before it.
    public let values: [Binding]
    /// The set-up: when an expectation fails here, the case is blocked and not failed.
    public let given: [Step]
    /// What the case is about.
    public let steps: [Step]
    /// What is done at the end, whatever happened before.
    public let cleanup: [Step]

    /// A name and the value to be worked out for it.
    public struct Binding: Sendable {
        /// The name that templates use.
        public let name: String
        /// Its value.
        public let value: TemplatedValue
    }

    /// The requirements that the case can prove or break, sorted, each once.
    public var requirementIDs: [String] {
        Set((given + steps + cleanup).flatMap(\.requirementIDs)).sorted()
    }
}

extension Case {
    /// The scope that a round of the case starts with: its arguments and values, worked out once.
    ///
    /// - Parameters:
    ///   - seed: the run's seed; the same seed and round give the same generated values.
    ///   - round: which round it is, counted from 1; each has values of its own.
    ///   - draw: how often the values of the round were drawn before, since something had them already.
    ///   - fixtures: what the run names by hand.
    ///   - now: the clock.
    /// - Returns: the scope for the first step of `given`.
    /// - Throws: ``TemplateError`` when a value can't be worked out.
    public func scope(
        seed: UInt64,
        round: Int = 1,
        draw: Int = 0,
        fixtures: RunFixtures = RunFixtures(),
        now: @escaping @Sendable () -> Timestamp
    ) throws(TemplateError) -> Scope {
        let name = (round == 1 ? id : "\(id)#\(round)") + (draw == 0 ? "" : "~\(draw)")
        var scope = Scope(seed: seed, caseID: name, fixtures: fixtures, now: now)
        for binding in arguments + values {
            try scope.bindWritten(binding)
        }
        return scope
    }
}
