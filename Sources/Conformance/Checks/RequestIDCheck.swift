import SeamContract

/// Rule: every response has a `seam-request-id` (`TR-REQID`).
///
/// · passes when: the header is there and not empty
/// · fails when: it is missing or empty, on a success or a refusal of the operation
/// · source: Seam's SDKs show it in every error; its framework sets it on every response.
enum RequestIDCheck {
    /// The requirement that it weighs.
    static let requirementID = "TR-REQID"

    /// What the check says of a response; nothing when the operation was not reached.
    static func weighings(_ observation: Observation, _: Catalogue) -> [Weighing] {
        guard observation.isHandled else { return [] }
        let value = observation.response.header("seam-request-id")
        let breach = Breach(
            code: "header.requestID",
            place: "header seam-request-id",
            message: "the response has no request id, so that nobody can ask about it",
            expected: "a seam-request-id that is not empty",
            actual: value == nil ? "absent" : "empty"
        )
        return [Weighing(requirementID, value?.isEmpty ?? true ? breach : nil)]
    }
}
