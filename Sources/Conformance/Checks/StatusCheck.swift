import SeamContract

/// Rule: a status is one that the contract documents for the operation, or one known to come undeclared.
///
/// · passes when: it is documented, or 404, 405, 409, 413, 422 or 429
/// · fails when: it is another 1xx or 4xx; 2xx, 3xx and 5xx have checks of their own
/// · source: Seam's OpenAPI document lists 200, 400 and 401 for every operation; the undeclared ones are
///   `Contract.undeclaredStatuses`.
enum StatusCheck {
    /// What the check says of a response; nothing when the operation was not reached.
    static func weighings(_ observation: Observation, _: Catalogue) -> [Weighing] {
        let status = observation.response.status
        guard observation.question.isHandled, let operation = observation.question.operation else { return [] }
        guard status < 200 || (400...499).contains(status) else { return [] }
        guard !operation.mayAnswer(status) else { return [Weighing(Catalogue.schemaRequirementID, nil)] }
        let documented = operation.responses.map(\.status.description).joined(separator: ", ")
        let breach = Breach(
            code: "status.undocumented",
            place: "status",
            message: "\(operation.path) answers \(status), which the contract does not document",
            expected: documented.isEmpty ? "a documented status" : "one of \(documented)",
            actual: "\(status)"
        )
        return [Weighing(Catalogue.schemaRequirementID, breach)]
    }
}
