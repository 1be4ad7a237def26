import SeamModel

/// A refusal of what must be accepted.
struct Objection: Sendable {
    /// The calls that are refused.
    var scope = CallScope()
    /// What they are told.
    let error: ModelError
}
