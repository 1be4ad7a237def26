import JSON
import JSONSchema

/// A request body or an answer, as an operation describes it.
struct MessageView: Sendable {
    /// The schema of each content type: in small letters, without parameters; sorted.
    let contents: [Content]
    /// Whether a request must have it; true for answers.
    let isRequired: Bool
    /// The headers, with names in small letters; empty for request bodies.
    let headers: [String: Property]
    /// How it is described to people.
    let description: Found<JSONValue>?
    /// Where it stands.
    let place: SchemaPlace

    /// A content type.
    struct Content: Sendable {
        /// The media type.
        let type: String
        /// What its content must keep; empty when anything will do.
        let conjuncts: [Conjunct]
        /// Where it stands.
        let place: SchemaPlace
    }
}
