/// One thing that is wrong, in however many cases it showed.
///
/// Findings are one problem when requirements, severity, code, operation and place are the same; what was expected and
/// what was there may differ, and is told of the first. What the checks of every response found is one problem whatever the
/// operation, and be the thing alone in the response or one of a list.
public struct Problem: Sendable {
    /// One finding of the problem and its case.
    public struct Sighting: Sendable {
        /// The case.
        public let record: CaseRecord
        /// What was found in it.
        public let finding: Finding

        /// The exchange that the finding is about; nil when it concerns several or none, or was not kept.
        public var exchange: Exchange? {
            record.exchanges.first { $0.ordinal == finding.exchange }
        }
    }

    /// Every case in which it showed, once, in the order of the run; never empty.
    public let sightings: [Sighting]
    /// The first of them.
    public let first: Sighting

    /// The problems of some cases: what we or a scenario did wrong, then by severity from `must` down, the likely cause of
    /// others before them.
    ///
    /// What breaks first wherever it is weighed is likely a cause, and what breaks behind something else likely follows from
    /// it. So problems go by the share of the cases that weighed their requirement in which nothing was found before it,
    /// then by how many cases broke the requirement. Of one requirement, what a scenario expected comes before what checks
    /// saw in other cases. Of cases whose failure is waived nothing is told here.
    /// - Parameter cases: the cases.
    /// - Returns: the problems.
    public static func all(in cases: [CaseRecord]) -> [Problem] {
        let cases = cases.filter { $0.result?.verdict != .waived }
        var sightings: [Key: [Sighting]] = [:]
        for record in cases {
            var seen: Set<Key> = []
            let isOfResponses = EveryResponse.isOne(record.header.id)
            for finding in record.findings {
                let key = Key(finding, isOfResponses: isOfResponses)
                guard seen.insert(key).inserted else { continue }
                sightings[key, default: []].append(Sighting(record: record, finding: finding))
            }
        }
        let leads = leads(in: cases)
        let counts = sightings.reduce(into: [String: Int]()) { counts, problem in
            for requirement in problem.key.requirements { counts[requirement, default: 0] += problem.value.count }
        }
        let ranks = sightings.map { key, sightings in
            let family = key.requirements.max { (counts[$0] ?? 0, $1) < (counts[$1] ?? 0, $0) }
            return Rank(
                key: key,
                lead: key.requirements.compactMap { leads[$0] }.max() ?? 0,
                familyCount: family.flatMap { counts[$0] } ?? 0,
                family: family ?? "",
                count: sightings.count
            )
        }
        return ranks.sorted(by: <).compactMap { rank in
            let sightings = sightings[rank.key] ?? []
            return sightings.first.map { Problem(sightings: sightings, first: $0) }
        }
    }

    /// The share of the cases that weighed a requirement in which it was the first to break, by its id.
    private static func leads(in cases: [CaseRecord]) -> [String: Double] {
        var weighed: [String: Int] = [:]
        var first: [String: Int] = [:]
        for record in cases {
            for requirement in record.result?.requirements ?? [] { weighed[requirement.id, default: 0] += 1 }
            for id in record.findings.first?.requirements ?? [] { first[id, default: 0] += 1 }
        }
        return first.reduce(into: [:]) { $0[$1.key] = Double($1.value) / Double(max(1, weighed[$1.key] ?? 0)) }
    }

    /// Where a problem stands among others.
    private struct Rank: Comparable {
        let key: Key
        /// The share of the cases that weighed a requirement of it in which it was the first to break.
        let lead: Double
        /// How often its most broken requirement is broken, in all problems.
        let familyCount: Int
        /// That requirement.
        let family: String
        /// In how many cases it showed.
        let count: Int

        static func < (left: Rank, right: Rank) -> Bool {
            if left.key.weight != right.key.weight { return left.key.weight < right.key.weight }
            if left.lead != right.lead { return left.lead > right.lead }
            if left.familyCount != right.familyCount { return left.familyCount > right.familyCount }
            if left.family != right.family { return left.family < right.family }
            if left.key.isExpectation != right.key.isExpectation { return left.key.isExpectation }
            if left.count != right.count { return left.count > right.count }
            return left.key.text.lexicographicallyPrecedes(right.key.text)
        }
    }

    /// What makes findings one problem.
    private struct Key: Hashable {
        let weight: Int
        let requirements: [String]
        /// Whether it is what a scenario expected that does not hold, and not what a check saw.
        let isExpectation: Bool
        let text: [String]

        init(_ finding: Finding, isOfResponses: Bool) {
            weight =
                switch finding.severity {
                case .harness where !Finding.isOfNetwork(finding.code): 0
                case .must: 1
                case .should: 2
                case .harness: 3
                case .may: 4
                }
            requirements = finding.requirements
            isExpectation = finding.code.hasPrefix("expectation.")
            let operation = isOfResponses ? "" : finding.operation ?? ""
            text = finding.requirements + ["", finding.code, operation, finding.place.forAnyKind(isOfResponses)]
        }
    }
}

extension String {
    /// A place without the member of the response that holds the thing: `/user_identity/created_at` and
    /// `/user_identities/*/created_at` are both `created_at`.
    fileprivate func forAnyKind(_ isOfResponses: Bool) -> String {
        guard isOfResponses, hasPrefix("/") else { return self }
        let tokens = split(separator: "/").filter { $0 != "*" }
        return tokens.count > 1 ? tokens.dropFirst().joined(separator: "/") : self
    }
}
