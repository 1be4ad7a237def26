import JSON

/// A schema before it is compiled: its text, where it stands, and what its references are relative to.
struct SchemaSite: Sendable {
    /// The schema.
    let value: JSONValue
    /// Where it stands.
    let place: SchemaPlace
    /// The number of the schema resource that it belongs to.
    let resource: Int

    /// An error about this schema.
    ///
    /// - Parameters:
    ///   - message: what is wrong.
    ///   - keyword: the keyword that is wrong; nil for the schema itself.
    /// - Returns: the error.
    func error(_ message: String, at keyword: String? = nil) -> SchemaError {
        SchemaError(at: keyword.map(place.appending) ?? place, message)
    }
}
