import SeamContract

/// Rule: a refusal's content type starts with `application/json` (`TR-ERR-CT`).
///
/// · passes when: that of a 4xx from the operation does
/// · fails when: it is another, such as `application/problem+json`, or missing
/// · source: Seam's SDKs recognise an error envelope by it.
enum ErrorContentTypeCheck {
    /// The requirement that it weighs.
    static let requirementID = "TR-ERR-CT"

    /// What the check says of a response; nothing when the operation itself refused nothing.
    static func weighings(_ observation: Observation, _: Catalogue) -> [Weighing] {
        guard observation.isHandledRefusal else { return [] }
        let isJSON = observation.response.header("content-type")?.lowercased().hasPrefix("application/json") ?? false
        let breach = Breach(
            code: "contentType.error",
            place: "header content-type",
            message: "a refusal does not come as JSON, so that SDKs lose its type and message",
            expected: "application/json",
            actual: observation.response.header("content-type").map { String($0.prefix(120)) } ?? "no content-type"
        )
        return [Weighing(requirementID, isJSON ? nil : breach)]
    }
}
