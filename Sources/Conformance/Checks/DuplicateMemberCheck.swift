import JSON
import Results
import SeamContract

/// Rule: the names within a JSON object are unique (a warning under `TR-SCHEMA`).
///
/// · passes when: no object of the body says a name twice
/// · fails when: one does: readers then differ in which value they take
/// · source: RFC 8259 §4, "The names within an object SHOULD be unique".
enum DuplicateMemberCheck {
    /// What the check says of a response; nothing when it is no JSON.
    static func weighings(_ observation: Observation, _: Catalogue) -> [Weighing] {
        guard observation.question.operation != nil, case .json(let text) = observation.body,
            !text.duplicateMembers.isEmpty
        else { return [] }
        let breaches = text.duplicateMembers.prefix(10).map { member in
            Breach(
                code: "body.duplicateMember",
                place: member.pointer.description,
                message: "the body says the member \(member.pointer) more than once",
                expected: "unique names",
                actual: "again at \(member.position)",
                ceiling: .should
            )
        }
        return [Weighing(Catalogue.schemaRequirementID, breaches: Array(breaches))]
    }
}
