import JSON
import SeamContract

/// Rule: a refusal says `"ok": false` (`TR-OK-FALSE`).
///
/// · passes when: the body of a 4xx from the operation has the member `ok`, and it is the boolean false
/// · fails when: it is true, of another type, or missing
/// · source: Seam's framework adds it by the class of the status.
enum ErrorFlagCheck {
    /// The requirement that it weighs.
    static let requirementID = "TR-OK-FALSE"

    /// What the check says of a response; nothing when it is no refusal with an object.
    static func weighings(_ observation: Observation, _: Catalogue) -> [Weighing] {
        guard observation.isHandledRefusal, observation.json?.objectValue != nil else { return [] }
        return [Weighing(requirementID, OKFlag.breach(in: observation, expected: false))]
    }
}
