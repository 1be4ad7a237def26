import JSON

/// A schema with a URI of its own, and the anchors in it (JSON Schema Core 2020-12 §8.2).
struct SchemaResource: Sendable {
    /// What references in it are relative to.
    let uri: URIReference
    /// The schema.
    let value: JSONValue
    /// Where it stands.
    let place: SchemaPlace
    /// The schemas with an `$anchor` or a `$dynamicAnchor`, by name.
    var anchors: [String: SchemaSite] = [:]
    /// The names of the dynamic ones among the anchors.
    var dynamicAnchors: Set<String> = []
    /// Whether the metaschema switches the validation keywords on.
    var validates = true
    /// Whether the metaschema makes `format` an assertion.
    var assertsFormats = false
}
