/// Which keywords a schema may use and what they mean.
public enum SchemaDialect: Sendable, Hashable, CaseIterable {
    /// JSON Schema 2020-12 (<https://json-schema.org/draft/2020-12>).
    case draft2020_12
    /// The Schema Object of OpenAPI 3.1: JSON Schema 2020-12 and `discriminator`.
    case openAPI31
    /// The Schema Object of OpenAPI 3.0.3: few keywords, `nullable`, Boolean exclusive bounds and `discriminator`.
    case openAPI30
    /// JSON Schema draft 4, as far as it shares its keywords with the other dialects.
    case draft4
}

extension SchemaDialect {
    /// The keyword that gives a schema a URI of its own; nil when the dialect has none.
    package var identifierKeyword: String? {
        switch self {
        case .draft2020_12, .openAPI31: "$id"
        case .draft4: "id"
        case .openAPI30: nil
        }
    }

    /// Whether the keywords beside a `$ref` are ignored.
    public var ignoresReferenceSiblings: Bool { self == .openAPI30 || self == .draft4 }

    /// Whether `exclusiveMinimum` and `exclusiveMaximum` are Booleans that sharpen `minimum` and `maximum`.
    var hasBooleanBounds: Bool { self == .openAPI30 || self == .draft4 }

    /// Whether `true` and `false` are schemas everywhere.
    var hasBooleanSchemas: Bool { self == .draft2020_12 || self == .openAPI31 }

    /// Whether a broken `format` is a violation unless the caller says otherwise.
    var assertsFormats: Bool { self == .openAPI30 }

    /// Whether the keyword has a meaning in this dialect; others are annotations.
    ///
    /// - Parameter keyword: the keyword's name.
    /// - Returns: true when it has.
    func knows(_ keyword: String) -> Bool {
        switch self {
        case .draft2020_12: Keywords.draft2020.contains(keyword)
        case .openAPI31: keyword == "discriminator" || Keywords.draft2020.contains(keyword)
        case .openAPI30: Keywords.shared.contains(keyword) || keyword == "nullable" || keyword == "discriminator"
        case .draft4: Keywords.shared.contains(keyword) || Keywords.draft4.contains(keyword)
        }
    }

    /// The keywords of the dialects.
    private enum Keywords {
        static let shared: Set<String> = [
            "$ref", "type", "enum", "allOf", "anyOf", "oneOf", "not", "format",
            "multipleOf", "maximum", "exclusiveMaximum", "minimum", "exclusiveMinimum",
            "maxLength", "minLength", "pattern", "items", "maxItems", "minItems", "uniqueItems",
            "maxProperties", "minProperties", "required", "properties", "additionalProperties",
        ]
        static let draft4: Set<String> = ["patternProperties", "additionalItems", "dependencies"]
        static let draft2020: Set<String> = shared.union([
            "$dynamicRef", "const", "if", "then", "else", "prefixItems", "contains", "minContains", "maxContains",
            "unevaluatedItems", "unevaluatedProperties", "patternProperties", "propertyNames", "dependentRequired",
            "dependentSchemas",
        ])
    }
}

extension SchemaDialect {
    /// The keywords that a metaschema without the validation vocabulary switches off (JSON Schema Validation 2020-12 §6).
    static let validationKeywords: Set<String> = [
        "type", "enum", "const", "multipleOf", "maximum", "exclusiveMaximum", "minimum", "exclusiveMinimum",
        "maxLength", "minLength", "pattern", "maxItems", "minItems", "uniqueItems", "maxContains", "minContains",
        "maxProperties", "minProperties", "required", "dependentRequired",
    ]
}
