import JSON

/// A parameter of an operation that does not stand in the body (OpenAPI 3.0.3, Parameter Object).
struct Parameter: Sendable {
    /// Where a parameter stands.
    enum Location: String, Sendable, Hashable, CaseIterable {
        case path, query, header, cookie

        /// How a parameter is written unless it says otherwise.
        var standardStyle: String {
            switch self {
            case .query, .cookie: "form"
            case .path, .header: "simple"
            }
        }
    }

    /// What tells it from others: where it stands, and its name there.
    ///
    /// The name of a header is in small letters; that of a path parameter is its place among those of the path, since only
    /// the place is seen in a request.
    struct Key: Sendable, Hashable {
        let location: Location
        let name: String
    }

    /// Its name, its schema, and whether it is required.
    let property: Property
    /// How its value is written: the style, and whether it is exploded or left unescaped.
    let style: String
}
