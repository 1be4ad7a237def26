import JSON
import SeamContract

/// Rule: a success says `"ok": true` (`TR-OK-TRUE`).
///
/// · passes when: the body of a 2xx has the member `ok`, and it is the boolean true
/// · fails when: it is false, of another type, or missing
/// · source: Seam's OpenAPI document requires it in every response; both seed pages show it.
enum SuccessFlagCheck {
    /// The requirement, which is about nothing but the objects that successes have for bodies.
    static let requirementID = "TR-OK-TRUE"

    /// What the check says of a response; nothing when it is no success with an object.
    static func weighings(_ observation: Observation, _: Catalogue) -> [Weighing] {
        guard observation.question.operation != nil, observation.isSuccess, observation.json?.objectValue != nil else {
            return []
        }
        return [Weighing(requirementID, OKFlag.breach(in: observation, expected: true))]
    }
}

/// The member `ok` of every body, which repeats what the status says.
enum OKFlag {
    /// How the member differs from what the status says; nil when it agrees.
    static func breach(in observation: Observation, expected: Bool) -> Breach? {
        let value = observation.json?["ok"]
        guard value?.boolValue != expected else { return nil }
        return Breach(
            code: "ok.disagrees",
            place: "/ok",
            message: "`ok` does not agree with the status \(observation.response.status)",
            expected: "\(expected)",
            actual: value.map { String($0.serialized().prefix(80)) } ?? "absent"
        )
    }
}
