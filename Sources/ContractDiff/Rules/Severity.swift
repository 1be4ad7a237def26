/// How bad a change is for somebody who kept the old contract and changes nothing, from least to worst.
public enum Severity: String, Sendable, Hashable, Comparable, CaseIterable {
    /// Somebody has decided that it does not count.
    case ignored
    /// Whoever keeps the old contract keeps the new one too.
    case harmless
    /// It depends on what is done with it, or on what can't be read from the documents.
    case risky
    /// Whoever relies on the old contract, and uses what has changed, fails under the new one.
    case breaking

    /// From `ignored` to `breaking`.
    public static func < (left: Severity, right: Severity) -> Bool {
        left.rank < right.rank
    }

    private var rank: Int {
        switch self {
        case .ignored: 0
        case .harmless: 1
        case .risky: 2
        case .breaking: 3
        }
    }
}
