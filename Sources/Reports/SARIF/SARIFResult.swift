import JSON
import Results
import Timestamps

/// What was found wrong with the endpoint, as a result of SARIF.
struct SARIFResult {
    /// Code scanning shows so many locations.
    private static let locationLimit = 100

    private let group: FindingGroup
    private let subject: ReportSubject
    private let standing: FindingStanding?

    /// A result.
    ///
    /// - Parameters:
    ///   - group: the findings.
    ///   - subject: the run.
    init(_ group: FindingGroup, subject: ReportSubject) {
        self.group = group
        self.subject = subject
        standing = subject.comparison.standings[group.fingerprint]
    }

    /// The object.
    ///
    /// - Parameters:
    ///   - rules: the rules of the run.
    ///   - hasExchange: whether the exchange that shows it is told.
    /// - Returns: the object.
    func json(rules: SARIFRules, hasExchange: Bool) -> JSONValue {
        let finding = group.first.finding
        let exchange = hasExchange ? group.first.record.exchanges.first { $0.ordinal == finding.exchange } : nil
        let related = group.sightings.dropFirst().prefix(Self.locationLimit)
        return .members([
            "ruleId": .line(SARIFRules.id(of: finding)),
            "ruleIndex": rules.index(of: finding).map { .count($0) },
            "kind": "fail",
            "level": .string(SARIFLevel(finding.severity, isStrict: subject.isStrict).rawValue),
            "message": SARIFMessage.object(message),
            "locations": .array([SARIFLocation.json(of: group.first.record)]),
            "relatedLocations": related.isEmpty
                ? .none : .array(related.enumerated().map { SARIFLocation.json(of: $1.record, id: $0 + 1) }),
            "occurrenceCount": .count(group.sightings.count),
            "partialFingerprints": .members([
                "primaryLocationLineHash": .string(group.fingerprint + ":1"),
                "seamcheckFinding/v1": .string(group.fingerprint),
            ]),
            "baselineState": standing?.state.map { .string($0.rawValue) },
            "suppressions": subject.comparison == .none && waiver == nil ? .none : suppressions,
            "provenance": provenance,
            "webRequest": exchange.map { SARIFExchange.request($0) },
            "webResponse": exchange.map { SARIFExchange.response($0) },
            "properties": properties,
        ])
    }

    private var message: String {
        let finding = group.first.finding
        let location = finding.location.isEmpty ? "" : "; at \(finding.location)"
        return "\(finding.sentence)\(location); in \(Wording.count(group.sightings.count, "case"))"
    }

    private var waiver: String? { group.waiverReason(standing, in: subject.record) }

    /// Empty tells that it was looked for a waiver, and there is none (§3.27.23).
    private var suppressions: JSONValue {
        .array(
            waiver.map {
                [.members(["kind": "external", "status": "accepted", "justification": .line($0)])]
            } ?? []
        )
    }

    /// When it was detected first; what SARIF takes for the id of a run is no UUID of version 7, so ids are properties.
    private var provenance: JSONValue? {
        standing?.firstSeen.map { first in
            .members([
                "firstDetectionTimeUtc": .string(first.startedAt.rfc3339),
                "lastDetectionTimeUtc": .string(subject.record.header.startedAt.rfc3339),
                "properties": .members([
                    "firstDetectionRun": .line(first.id), "lastDetectionRun": .line(subject.record.header.id),
                ]),
            ])
        }
    }

    private var properties: JSONValue {
        let finding = group.first.finding
        return .members([
            "code": .line(finding.code),
            "requirements": .array(finding.requirements.map { .line($0) }),
            "operation": finding.operation.map { .line($0) },
            "place": .line(finding.place),
            "step": .line(finding.step),
            "cases": .array(group.sightings.prefix(Self.locationLimit).map { .line($0.record.header.id) }),
        ])
    }
}
