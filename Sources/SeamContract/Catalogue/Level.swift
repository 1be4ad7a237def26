/// How binding a requirement is, from weakest to strongest.
public enum Level: String, Sendable, Hashable, Comparable, CaseIterable {
    /// Seen somewhere or left open: what an endpoint does is recorded and never judged.
    case may
    /// Expected of an endpoint, though no published text binds it: a breach is a warning.
    case should
    /// Part of the published contract: a breach fails the endpoint.
    case must

    /// From `may` to `must`.
    public static func < (left: Level, right: Level) -> Bool {
        left.strength < right.strength
    }

    private var strength: Int {
        switch self {
        case .may: 0
        case .should: 1
        case .must: 2
        }
    }
}
