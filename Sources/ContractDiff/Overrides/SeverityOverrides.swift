public import YAMLSource

/// How bad somebody has decided that changes are, by rule or by fingerprint.
public struct SeverityOverrides: Sendable {
    /// One decision.
    public struct Entry: Sendable, Hashable {
        /// The rule's id, or the change's fingerprint.
        public let key: String
        /// How bad it is for clients; nil leaves it as it is.
        public let client: Severity?
        /// How bad it is for vendors; nil leaves it as it is.
        public let vendor: Severity?
        /// Why; nil when no reason is given.
        public let reason: String?
        /// Where it was decided.
        public let place: SourcePlace
    }

    /// The decisions in the order of the file; no two have the same key.
    let entries: [Entry]

    /// No decisions.
    public init() {
        entries = []
    }
}

extension ContractDifference {
    /// Applies what somebody has decided: first by rule, then by fingerprint.
    ///
    /// Tells in ``unusedOverrides`` which fingerprints no change has; a rule that no change is under is nothing to tell of.
    /// - Parameters:
    ///   - overrides: the decisions.
    ///   - audience: whose worst changes come first.
    public mutating func apply(_ overrides: SeverityOverrides, sortedFor audience: Audience) {
        let entries = Dictionary(overrides.entries.map { ($0.key, $0) }) { first, _ in first }
        for index in changes.indices {
            for key in [changes[index].rule.id, changes[index].fingerprint] {
                guard let entry = entries[key] else { continue }
                changes[index].impact.client = entry.client ?? changes[index].impact.client
                changes[index].impact.vendor = entry.vendor ?? changes[index].impact.vendor
                changes[index].reason = entry.reason
            }
        }
        let known = Set(Rule.all.map(\.id)).union(changes.map(\.fingerprint))
        unusedOverrides = overrides.entries.filter { !known.contains($0.key) }
        sort(for: audience)
    }
}
