import JSON
import Results
import SeamContract

/// The requirements that a run found broken, as rules.
struct SARIFRules {
    /// The rules, sorted by id.
    let json: JSONValue
    private let indices: [String: Int]

    /// The rules of some findings.
    ///
    /// - Parameters:
    ///   - groups: the findings.
    ///   - subject: the run.
    init(_ groups: [FindingGroup], subject: ReportSubject) {
        let levels = groups.map { (Self.id(of: $0.first.finding), $0.first.finding.severity) }
            .reduce(into: [:]) { levels, rule in levels[rule.0] = levels[rule.0] ?? rule.1 }
        let ids = levels.keys.sorted()
        indices = Dictionary(uniqueKeysWithValues: ids.enumerated().map { ($0.element, $0.offset) })
        json = .array(ids.map { Self.rule($0, subject.catalogue[$0], severity: levels[$0] ?? .may, of: subject) })
    }

    /// The id of the rule that a finding breaks: its first requirement, or its code when it has none.
    ///
    /// - Parameter finding: the finding.
    /// - Returns: the id.
    static func id(of finding: Finding) -> String { finding.requirements.first ?? finding.code }

    /// Where the rule of a finding is in the array.
    ///
    /// - Parameter finding: the finding.
    /// - Returns: the place, counted from 0; nil when it is not there.
    func index(of finding: Finding) -> Int? { indices[Self.id(of: finding)] }

    private static func rule(
        _ id: String,
        _ requirement: Requirement?,
        severity: Finding.Severity,
        of subject: ReportSubject
    ) -> JSONValue {
        let statement = requirement?.statement ?? id
        let level = SARIFLevel(requirement?.level.severity ?? severity, isStrict: subject.isStrict)
        let source = requirement.map { " It is \($0.evidence.rawValue), by \($0.source)." } ?? ""
        let help = "\(statement)\(source) `seamcheck requirements \(id)` tells more."
        let tags = [requirement?.level.rawValue, requirement?.area, requirement?.evidence.rawValue].compactMap(\.self)
        return .members([
            "id": .line(id),
            "shortDescription": .members(["text": .line(statement)]),
            "fullDescription": .members(["text": .line(statement)]),
            "help": .members(["text": .line(help)]),
            "defaultConfiguration": .members(["level": .string(level.rawValue)]),
            "properties": .members(["tags": .array(tags.map { .line($0) })]),
        ])
    }
}

/// The levels of SARIF (§3.27.10).
enum SARIFLevel: String {
    case error, warning, note

    /// The level of a finding.
    ///
    /// - Parameters:
    ///   - severity: how much it weighs.
    ///   - isStrict: whether a broken `should` counts as a failure.
    init(_ severity: Finding.Severity, isStrict: Bool) {
        self =
            switch severity {
            case .must, .harness: .error
            case .should: isStrict ? .error : .warning
            case .may: .note
            }
    }
}

extension Level {
    /// How much a breach of that level weighs.
    fileprivate var severity: Finding.Severity {
        switch self {
        case .must: .must
        case .should: .should
        case .may: .may
        }
    }
}
