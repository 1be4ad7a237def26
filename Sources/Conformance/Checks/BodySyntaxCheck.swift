import JSON
import SeamContract

/// Rule: the body of a success is a JSON object (`TR-SCHEMA`).
///
/// · passes when: the body of a 2xx is one JSON text (RFC 8259), and its value an object
/// · fails when: it is empty, no JSON, not UTF-8, or another value; a 204, which has no body, is left to the check on the
///   status
/// · source: every response schema of Seam's OpenAPI document is an object.
enum BodySyntaxCheck {
    /// What its findings are called.
    static let code = "body.syntax"

    /// What the check says of a response; nothing when it is no success.
    static func weighings(_ observation: Observation, _: Catalogue) -> [Weighing] {
        guard observation.question.operation != nil, observation.isSuccess, observation.response.status != 204
        else { return [] }
        return [Weighing(Catalogue.schemaRequirementID, breach(of: observation))]
    }

    private static func breach(of observation: Observation) -> Breach? {
        let flaw = observation.syntaxFlaw ?? ""
        return switch observation.body {
        case .empty: breach(message: "the body of a success is empty", actual: flaw)
        case .other: breach(message: "the body of a success is no JSON", actual: flaw)
        case .json(let text) where text.value.kind != .object:
            breach(message: "the body of a success is no object", actual: text.value.kind.rawValue)
        case .json: nil
        }
    }

    private static func breach(message: String, actual: String) -> Breach {
        Breach(code: code, place: "body", message: message, expected: "a JSON object", actual: actual)
    }
}
