import SeamContract

/// Rule: the API's paths do not redirect (`TR-NO-REDIRECT`).
///
/// · passes when: the status is no 3xx
/// · fails when: it is one
/// · source: Seam's Python SDK raises on a redirect.
enum RedirectCheck {
    /// The requirement that it weighs.
    static let requirementID = "TR-NO-REDIRECT"

    /// What the check says of a response.
    static func weighings(_ observation: Observation, _: Catalogue) -> [Weighing] {
        let status = observation.response.status
        guard (300...399).contains(status) else { return [Weighing(requirementID, nil)] }
        let target = observation.response.header("location") ?? "nowhere"
        let breach = Breach(
            code: "status.redirect",
            place: "status",
            message: "the path redirects to \(String(target.prefix(200)))",
            expected: "an answer, no redirect",
            actual: "\(status)"
        )
        return [Weighing(requirementID, breach)]
    }
}
