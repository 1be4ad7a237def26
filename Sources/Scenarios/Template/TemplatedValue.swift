public import JSON

/// A JSON value whose strings and member names may be templates.
public indirect enum TemplatedValue: Sendable {
    /// A value without templates.
    case literal(JSONValue)
    /// A string with templates.
    case template(Template)
    /// Items of which at least one has templates.
    case array([TemplatedValue])
    /// Members of which at least one has templates.
    case object([Call.Member<TemplatedValue>])
}
