/// Keywords of schemas that are treated alike.
enum SchemaKeywords {
    /// Words for people.
    static let notes = ["title", "description", "example", "examples"]

    /// Keywords that say nothing of the values themselves, or leave it to other schemas.
    static let withoutOwnRule = Set(
        notes + [
            "$anchor", "$comment", "$defs", "$id", "$ref", "$schema", "allOf", "deprecated", "discriminator",
            "externalDocs", "nullable",
            "xml",
        ]
    )

    /// Keywords that hold a schema, where a tighter one allows less.
    static let schemas = [
        "contains", "propertyNames", "then", "else", "unevaluatedItems", "unevaluatedProperties",
    ]

    /// Keywords that map names to schemas, where a tighter one allows less.
    static let namedSchemas = ["patternProperties", "dependentSchemas"]

    /// Keywords that hold a schema of which it can't be told what a tighter one allows.
    static let unclearSchemas = ["not", "if", "contentSchema"]

    /// Keywords that hold something else, where having one allows less than having none.
    static let others = [
        "minContains", "maxContains", "dependentRequired", "contentEncoding", "contentMediaType", "$dynamicRef",
    ]
}
