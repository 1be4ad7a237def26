import Results

/// What is one finding for whoever compares runs: all of a run that have one fingerprint.
struct FindingGroup {
    /// One of them and its case.
    typealias Sighting = (record: CaseRecord, finding: Finding)

    /// The fingerprint.
    let fingerprint: String
    /// Every case in which it showed, the most telling first; never empty.
    let sightings: [Sighting]
    /// The first of them.
    let first: Sighting

    /// The groups of a run: the heaviest first, as problems are ranked, then those of which every case is waived.
    ///
    /// - Parameter record: the run.
    /// - Returns: the groups.
    static func all(in record: RunRecord) -> [FindingGroup] {
        let told = Problem.all(in: record.cases).flatMap(\.sightings).map { ($0.record, $0.finding) }
        let waived = record.cases.filter { $0.result?.verdict == .waived }
            .flatMap { record in record.findings.map { (record, $0) } }
        var order: [String] = []
        var groups: [String: [Sighting]] = [:]
        var seen: Set<[String]> = []
        for (record, finding) in told + waived {
            let fingerprint = finding.fingerprint
            guard seen.insert([fingerprint, record.header.id]).inserted else { continue }
            if groups[fingerprint] == nil { order.append(fingerprint) }
            groups[fingerprint, default: []].append((record, finding))
        }
        return order.compactMap { fingerprint in
            let sightings = groups[fingerprint] ?? []
            return sightings.first.map { FindingGroup(fingerprint: fingerprint, sightings: sightings, first: $0) }
        }
    }

    /// Why it is allowed: what a waiver says of it, or of every case in which it showed; nil when it is not allowed, or no
    /// longer.
    ///
    /// - Parameters:
    ///   - standing: how it stands.
    ///   - record: the run.
    /// - Returns: the reason.
    func waiverReason(_ standing: FindingStanding?, in record: RunRecord) -> String? {
        if let waiver = standing?.waiver, waiver.expiresAt.map({ $0 > record.header.startedAt }) ?? true {
            return waiver.owner.isEmpty ? waiver.reason : "\(waiver.reason) (\(waiver.owner))"
        }
        guard sightings.allSatisfy({ $0.record.result?.verdict == .waived }) else { return nil }
        return first.record.result?.reason
    }
}
