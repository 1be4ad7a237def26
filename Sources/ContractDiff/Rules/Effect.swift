/// What a change does to the set of values that a schema allows.
///
/// Requests and responses are judged in opposite directions: who sends a value is hurt when fewer are allowed, who receives
/// it when more are. So one effect says what all rules that share it mean for both sides.
enum Effect: Sendable, Hashable {
    /// Fewer values are allowed than before.
    case narrows
    /// More values are allowed, of the kind that there were: a tolerant receiver copes.
    case widens
    /// More values are allowed, of a kind that a receiver was never ready for, such as `null`.
    case widensKind
    /// Some values are no longer allowed, and others are.
    case replaces
    /// It can't be told.
    case isUnclear
    /// The same values are allowed.
    case annotates

    /// How bad it is for both sides when the values go in a direction.
    ///
    /// - Parameter direction: which way the values go.
    /// - Returns: the impact.
    func impact(in direction: Direction) -> Impact {
        switch (self, direction) {
        case (.narrows, .request): Impact(client: .breaking, vendor: .risky)
        case (.narrows, .response): Impact(client: .harmless, vendor: .breaking)
        case (.widens, .request), (.widensKind, .request): Impact(client: .harmless, vendor: .breaking)
        case (.widens, .response): Impact(client: .risky, vendor: .harmless)
        case (.widensKind, .response): Impact(client: .breaking, vendor: .harmless)
        case (.replaces, _): Impact(client: .breaking, vendor: .breaking)
        case (.isUnclear, _): Impact(client: .risky, vendor: .risky)
        case (.annotates, _): Impact(client: .harmless, vendor: .harmless)
        }
    }
}
