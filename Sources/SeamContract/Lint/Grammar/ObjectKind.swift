/// The sorts of object that an OpenAPI document is made of (OpenAPI 3.0.3 and 3.1.1, section 4.8).
enum ObjectKind: String, Sendable, Hashable, CaseIterable {
    /// One of the objects of the specification, by its name there.
    case document = "OpenAPI document", info = "info object", contact, license, server, serverVariable =
        "server variable", components
    case paths, pathItem = "path item", operation, externalDocs = "external documentation", parameter
    case requestBody = "request body", mediaType = "media type", encoding, responses, response, callback, example, link
    case header, tag, schema, discriminator, xml = "XML", securityScheme = "security scheme"
    case oauthFlows = "OAuth flows", oauthFlow = "OAuth flow", securityRequirement = "security requirement"

    /// Its name, for messages.
    var name: String { rawValue }

    /// Its name with its article.
    var phrase: String { ("aeioOX".contains(rawValue.prefix(1)) ? "an " : "a ") + rawValue }

    /// The section of `components` that holds such objects; nil when none does, so that none can be referred to.
    var section: String? {
        switch self {
        case .schema: "schemas"
        case .response: "responses"
        case .parameter: "parameters"
        case .example: "examples"
        case .requestBody: "requestBodies"
        case .header: "headers"
        case .securityScheme: "securitySchemes"
        case .link: "links"
        case .callback: "callbacks"
        case .pathItem: "pathItems"
        default: nil
        }
    }
}
