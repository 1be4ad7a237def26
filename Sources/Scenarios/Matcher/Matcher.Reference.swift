extension Matcher {
    /// What `same-as` compares with.
    public enum Reference: Sendable {
        /// A part of the same answer.
        case path(BodyPath)
        /// The value of a template.
        case value(Template)
    }
}
