import SeamContract

/// Rule: a success comes as `application/json` (`TR-CT-SUCCESS`).
///
/// · passes when: the media type of a 2xx is that, with any parameters
/// · fails when: it is another, or missing; a 204, which has no body, is left to the check on the status
/// · source: Seam's OpenAPI document; its Python SDK fails on any other.
enum SuccessContentTypeCheck {
    /// The requirement that it weighs.
    static let requirementID = "TR-CT-SUCCESS"

    /// What the check says of a response; nothing when it is no success.
    static func weighings(_ observation: Observation, _: Catalogue) -> [Weighing] {
        guard observation.question.operation != nil, observation.isSuccess, observation.response.status != 204
        else { return [] }
        let isJSON = observation.mediaType == "application/json"
        let breach = Breach(
            code: "contentType.success",
            place: "header content-type",
            message: "a success does not come as JSON",
            expected: "application/json",
            actual: observation.response.header("content-type").map { String($0.prefix(120)) } ?? "no content-type"
        )
        return [Weighing(requirementID, isJSON ? nil : breach)]
    }
}
