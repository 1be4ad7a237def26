import JSON
import JSONSchema
import SeamContract

/// Rule: a body matches the schema that the contract documents for its operation and status (`TR-SCHEMA`).
///
/// · passes when: the schema has no violation
/// · fails when: it has some; each counts against the requirement that governs the broken part of the schema
///   (`schemas:` in the catalogue), items of a list together, once
/// · source: Seam's OpenAPI document.
enum ResponseSchemaCheck {
    /// What the check says of a response; nothing when no schema is documented, or the body is no JSON
    /// object, which other checks tell.
    static func weighings(_ observation: Observation, _ catalogue: Catalogue) -> [Weighing] {
        guard observation.isSuccess || observation.isHandledRefusal, observation.json?.kind == .object,
            let validation = observation.validation
        else { return [] }
        guard !validation.isValid else { return [Weighing(Catalogue.schemaRequirementID, nil)] }
        var breaches: [String: [Breach]] = [:]
        var told: Set<[String]> = []
        for group in validation.groups {
            let breach = Breach(group)
            guard told.insert([breach.place, breach.code, breach.expected]).inserted else { continue }
            let requirement = catalogue.requirement(for: group.first)?.id ?? Catalogue.schemaRequirementID
            breaches[requirement, default: []].append(breach)
        }
        return breaches.keys.sorted().map { Weighing($0, breaches: Array((breaches[$0] ?? []).prefix(20))) }
    }
}

extension Breach {
    /// A breach from violations of a schema that are one and the same but for the items of lists, which are `*` in its place.
    fileprivate init(_ group: ViolationGroup) {
        self.init(
            code: "schema.\(group.first.keyword)",
            place: group.pattern.description,
            message: group.message,
            expected: group.first.expected,
            actual: group.first.keyword == "required" ? "absent" : group.first.actual
        )
    }
}
