import SeamContract

/// Rule: success is 200 for every operation (`TR-STATUS-200`).
///
/// · passes when: a 2xx is 200
/// · fails when: it is another 2xx, such as 201 for a create
/// · source: Seam's OpenAPI document declares no other success status.
enum SuccessStatusCheck {
    /// The requirement that it weighs.
    static let requirementID = "TR-STATUS-200"

    /// What the check says of a response; nothing when it is no success.
    static func weighings(_ observation: Observation, _: Catalogue) -> [Weighing] {
        guard observation.question.operation != nil, observation.isSuccess else { return [] }
        let status = observation.response.status
        let breach = Breach(
            code: "status.success",
            place: "status",
            message: "success has the status \(status)",
            expected: "200",
            actual: "\(status)"
        )
        return [Weighing(requirementID, status == 200 ? nil : breach)]
    }
}
