/// A way in which a contract can change, and how bad that is.
public struct Rule: Sendable, Hashable, Identifiable {
    /// The name, such as `response-property-removed`.
    public let id: String
    /// How bad it is unless somebody decides otherwise.
    public let impact: Impact
    /// What it says, as a sentence without a full stop.
    public let summary: String
    /// The id of the rule that the same change is under when old and new change places; the own one when that is the same.
    public let mirrorID: String
    /// Whether it tells of words for people only.
    public let isAboutDescriptions: Bool

    /// The rule for a change of an operation.
    init(_ rule: OperationRule) {
        id = rule.rawValue
        impact = rule.impact
        summary = rule.summary
        mirrorID = rule.mirror.rawValue
        isAboutDescriptions = rule == .operationDescriptionChanged
    }

    /// The rule for a change of a schema whose values go in a direction.
    init(_ rule: SchemaRule, in direction: Direction) {
        id = Self.id(of: rule, in: direction)
        impact = rule.impact(in: direction)
        summary = rule.summary(in: direction)
        mirrorID = Self.id(of: rule.mirror, in: direction)
        isAboutDescriptions = rule == .descriptionChanged
    }

    private static func id(of rule: SchemaRule, in direction: Direction) -> String {
        "\(direction.rawValue)-\(rule.rawValue)"
    }

    /// Every rule: those for operations, then those for the values of requests, then those for the values of responses.
    public static let all: [Rule] =
        OperationRule.allCases.map { Rule($0) }
        + Direction.allCases.flatMap { direction in SchemaRule.allCases.map { Rule($0, in: direction) } }
}
