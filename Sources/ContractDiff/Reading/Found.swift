import JSON
import JSONSchema

/// Something that a document says, and where.
struct Found<Value: Sendable>: Sendable {
    /// What it says.
    let value: Value
    /// Where.
    let place: SchemaPlace
}

/// One side of a change: where it is seen in a document, and the value there.
struct Evidence: Sendable {
    /// Where.
    let place: SchemaPlace
    /// The value there; nil when the change is about more than one value.
    let value: JSONValue?

    /// A side of a change.
    init(_ place: SchemaPlace, _ value: JSONValue? = nil) {
        self.place = place
        self.value = value
    }
}
