import JSON
import SeamContract

/// Rule: no input produces a 5xx (`TR-NEVER-500`).
///
/// · passes when: the status is below 500
/// · fails when: it is 500 or above; one 503 before was tried again and does not come here
/// · source: Seam's framework gives 500 for uncaught errors alone.
enum ServerErrorCheck {
    /// The requirement that it weighs.
    static let requirementID = "TR-NEVER-500"
    /// What its findings are called.
    static let code = "status.serverError"

    /// What the check says of a response.
    static func weighings(_ observation: Observation, _: Catalogue) -> [Weighing] {
        let status = observation.response.status
        guard status >= 500 else { return [Weighing(requirementID, nil)] }
        let text = observation.json?["error"]?["message"]?.stringValue.map { ": \($0.prefix(200))" } ?? ""
        let breach = Breach(
            code: code,
            place: "status",
            message: "the endpoint answers with a server error\(text)",
            expected: "a status below 500",
            actual: "\(status)"
        )
        return [Weighing(requirementID, breach)]
    }
}
