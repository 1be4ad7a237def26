import JSON

/// What the templates and references of expectations are worked out with.
struct Judgement {
    /// The names.
    var scope: Scope
    /// The body of the answer that is judged.
    let body: JSONValue?
}
