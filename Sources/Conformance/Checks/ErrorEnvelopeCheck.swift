import JSON
import SeamContract

/// Rule: a refusal has `error.type` and `error.message`, both texts that are not empty (`TR-ERR-ENVELOPE`).
///
/// · passes when: the body of a 4xx from the operation has both
/// · fails when: one is missing, empty or no text, or the body is no JSON object; a 429 is left out, since it comes from
///   in front of the operation
/// · source: what Seam's SDKs need to recognise an error.
enum ErrorEnvelopeCheck {
    /// The requirement that it weighs.
    static let requirementID = "TR-ERR-ENVELOPE"

    /// What the check says of a response; nothing when the operation itself refused nothing.
    static func weighings(_ observation: Observation, _: Catalogue) -> [Weighing] {
        guard observation.isHandledRefusal, observation.response.status != 429 else { return [] }
        return [Weighing(requirementID, breaches: breaches(in: observation))]
    }

    private static func breaches(in observation: Observation) -> [Breach] {
        let body = observation.json
        guard let error = body?["error"], error.kind == .object else {
            let actual = observation.syntaxFlaw ?? body.map { String($0.serialized().prefix(120)) } ?? "no JSON"
            return [breach(place: body == nil ? "body" : "/error", expected: "an object `error`", actual: actual)]
        }
        return ["type", "message"].compactMap { member in
            let value = error[member]
            if let text = value?.stringValue, !text.isEmpty { return nil }
            let actual = value.map { String($0.serialized().prefix(120)) } ?? "absent"
            return breach(place: "/error/\(member)", expected: "a text that is not empty", actual: actual)
        }
    }

    private static func breach(place: String, expected: String, actual: String) -> Breach {
        Breach(
            code: "error.envelope",
            place: place,
            message: "a refusal has no well-formed error envelope",
            expected: expected,
            actual: actual
        )
    }
}
