/// A finding as comparisons see it: which fault it is, and what it breaks.
public struct FindingTrace: Sendable, Hashable {
    /// What tells the same fault from another, night after night.
    public let fingerprint: String
    /// The ids of the requirements it breaks, as the finding has them.
    public let requirements: [String]
    /// How much it weighs.
    public let severity: Finding.Severity

    /// A trace.
    ///
    /// - Parameters:
    ///   - fingerprint: what tells the same fault from another.
    ///   - requirements: the ids of the requirements it breaks.
    ///   - severity: how much it weighs.
    public init(fingerprint: String, requirements: [String], severity: Finding.Severity = .must) {
        self.fingerprint = fingerprint
        self.requirements = requirements
        self.severity = severity
    }

    /// What a finding comes to.
    ///
    /// - Parameter finding: the finding.
    public init(_ finding: Finding) {
        self.init(fingerprint: finding.fingerprint, requirements: finding.requirements, severity: finding.severity)
    }
}

extension Sequence<Finding> {
    /// The traces of what breaks a `must` or a `should`, each fault once, sorted by fingerprint.
    public var breaches: [FindingTrace] {
        filter { $0.severity == .must || $0.severity == .should }.map(FindingTrace.init).distinct
    }
}

extension Sequence<FindingTrace> {
    /// Each fault once, sorted by fingerprint; of several the first one that breaks a `must` counts, or else the first.
    public var distinct: [FindingTrace] {
        Dictionary(map { ($0.fingerprint, $0) }) { first, other in
            first.severity != .must && other.severity == .must ? other : first
        }.sorted { $0.key < $1.key }.map(\.value)
    }
}
