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
        for violation in validation.violations {
            let breach = Breach(violation)
            guard told.insert([breach.place, breach.code, breach.expected]).inserted else { continue }
            let requirement = catalogue.requirement(for: violation)?.id ?? Catalogue.schemaRequirementID
            breaches[requirement, default: []].append(breach)
        }
        return breaches.keys.sorted().map { Weighing($0, breaches: Array((breaches[$0] ?? []).prefix(20))) }
    }
}

extension Breach {
    /// A breach from a violation of a schema, with items of lists as `*`, so that equal ones fold.
    fileprivate init(_ violation: Violation) {
        let member = violation.member.map { violation.instance.appending($0) } ?? violation.instance
        self.init(
            code: "schema.\(violation.keyword)",
            place: member.withItemsAsStars,
            message: violation.message,
            expected: violation.expected,
            actual: violation.keyword == "required" ? "absent" : violation.actual
        )
    }
}

extension JSONPointer {
    /// The pointer with every index of a list as `*`.
    var withItemsAsStars: String {
        let tokens = tokens.map { token in
            !token.isEmpty && token.utf8.allSatisfy { (0x30...0x39).contains($0) } ? "*" : token
        }
        return JSONPointer(tokens: tokens).description
    }
}
