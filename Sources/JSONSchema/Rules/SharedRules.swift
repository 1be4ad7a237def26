/// Rules behind one reference, so that a walk hands them on without copying what they hold.
final class SharedRules<Rules: Sendable>: Sendable {
    /// The rules.
    let rules: Rules

    /// Shares rules.
    init(_ rules: Rules) {
        self.rules = rules
    }
}
