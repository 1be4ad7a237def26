import Results
import Scenarios
public import Timestamps
public import YAMLSource

/// A breach that someone has allowed until a day, for a reason.
public struct Waiver: Sendable, Hashable {
    /// The requirement that may be broken; nil when any may.
    public let requirement: String?
    /// The cases in which it may, as a pattern for their ids; nil when in any.
    public let cases: String?
    /// The fingerprint of the finding that is allowed; nil when any is.
    public let fingerprint: String?
    /// Why it is allowed.
    public let reason: String
    /// Who answers for it.
    public let owner: String
    /// The last day on which it counts, in UTC; nil when it never expires.
    public let expires: CivilDate?
    /// Where it is written.
    public let place: SourcePlace

    /// A waiver.
    ///
    /// - Parameters:
    ///   - requirement: the requirement that may be broken.
    ///   - cases: the cases in which it may.
    ///   - fingerprint: the fingerprint of the finding that is allowed.
    ///   - reason: why it is allowed.
    ///   - owner: who answers for it.
    ///   - expires: the last day on which it counts.
    ///   - place: where it is written.
    public init(
        requirement: String? = nil,
        cases: String? = nil,
        fingerprint: String? = nil,
        reason: String,
        owner: String,
        expires: CivilDate? = nil,
        place: SourcePlace
    ) {
        self.requirement = requirement
        self.cases = cases
        self.fingerprint = fingerprint
        self.reason = reason
        self.owner = owner
        self.expires = expires
        self.place = place
    }

    /// Whether it no longer counts.
    ///
    /// - Parameter now: the instant that is asked about.
    /// - Returns: whether its last day is over.
    public func isExpired(at now: Timestamp) -> Bool {
        expires.map { $0.description < String(now.rfc3339.prefix(10)) } ?? false
    }

    /// Whether it speaks of a case, as far as its pattern tells.
    func concerns(caseID: String) -> Bool {
        cases.map { Glob($0).matches(caseID) } ?? true
    }

    /// Whether it speaks of a case, or of one in which an `every-response` case saw what is broken.
    func concerns(caseID: String, orAny witnesses: [String]) -> Bool {
        concerns(caseID: caseID) || witnesses.contains(where: concerns)
    }

    /// Whether it allows a finding of a case to break a requirement.
    func allows(_ requirement: String, brokenBy finding: Finding, inCase caseID: String) -> Bool {
        concerns(caseID: caseID)
            && (self.requirement.map { $0 == requirement } ?? true)
            && (fingerprint.map { $0 == finding.fingerprint } ?? true)
    }

    /// What it speaks of: `UI-UNIQ-EMAIL in identity-*`.
    public var subject: String {
        let what = requirement ?? fingerprint.map { "finding \($0)" } ?? "every requirement"
        return cases.map { "\(what) in \($0)" } ?? what
    }

    /// Why and for how long, as the reason of a case that it allows.
    var words: String {
        "waived by \(owner)\(expires.map { " until \($0)" } ?? ""): \(reason)"
    }
}
