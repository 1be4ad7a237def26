import SeamContract

/// Rule: a response does not repeat the credential it was asked with (`TR-NO-SECRET`).
///
/// · passes when: none of the user's own secrets stands in a header or in the body, however it is encoded
/// · fails when: one does: it would end up in logs and bug reports
/// · source: RFC 6750 §5.2 and §5.3 (tokens leak through whatever repeats them).
enum SecretCheck {
    /// The requirement that it weighs.
    static let requirementID = "TR-NO-SECRET"

    /// What the check says of a response.
    static func weighings(_ observation: Observation, _: Catalogue) -> [Weighing] {
        guard !observation.leakedSecrets.isEmpty else { return [Weighing(requirementID, nil)] }
        let breach = Breach(
            code: "secret.repeated",
            place: "body",
            message: "the response repeats a credential",
            expected: "no credential",
            actual: observation.leakedSecrets.joined(separator: ", ")
        )
        return [Weighing(requirementID, breach)]
    }
}
