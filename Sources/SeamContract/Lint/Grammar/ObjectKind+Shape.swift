extension ObjectKind {
    /// What the specification says of the object.
    var shape: ObjectShape { Self.shapes[self] ?? ObjectShape(fields: [], others: .any) }

    private typealias Field = ObjectShape.Field

    private static let shapes: [ObjectKind: ObjectShape] = documentShapes.merging(operationShapes) { first, _ in first }
        .merging([.schema: schemaShape, .discriminator: discriminatorShape, .xml: xmlShape]) { first, _ in first }

    /// The document as a whole and what belongs to no operation.
    private static let documentShapes: [ObjectKind: ObjectShape] = [
        .document: ObjectShape(fields: [
            text("openapi").required(), object("info", .info).required(), text("jsonSchemaDialect").since31,
            list("servers", .server), object("paths", .paths).required(in: [.v3_0]), map("webhooks", .pathItem).since31,
            object("components", .components), list("security", .securityRequirement), list("tags", .tag),
            object("externalDocs", .externalDocs),
        ]),
        .info: ObjectShape(fields: [
            text("title").required(), text("version").required(), text("summary").since31, text("description"),
            text("termsOfService"), object("contact", .contact), object("license", .license),
        ]),
        .contact: ObjectShape(fields: [text("name"), text("url"), text("email")]),
        .license: ObjectShape(fields: [text("name").required(), text("url"), text("identifier").since31]),
        .server: ObjectShape(fields: [
            text("url").required(), text("description"), map("variables", .serverVariable),
        ]),
        .serverVariable: ObjectShape(fields: [
            text("default").required(), Field(name: "enum", shape: .list(.text)), text("description"),
        ]),
        .components: ObjectShape(fields: [
            map("schemas", .schema), map("responses", .response), map("parameters", .parameter),
            map("examples", .example), map("requestBodies", .requestBody), map("headers", .header),
            map("securitySchemes", .securityScheme), map("links", .link), map("callbacks", .callback),
            map("pathItems", .pathItem).since31,
        ]),
        .externalDocs: ObjectShape(fields: [text("url").required(), text("description")]),
        .tag: ObjectShape(fields: [
            text("name").required(), text("description"), object("externalDocs", .externalDocs),
        ]),
        .securityScheme: ObjectShape(fields: [
            text("type").required(), text("description"), text("name"), text("in"), text("scheme"),
            text("bearerFormat"),
            object("flows", .oauthFlows), text("openIdConnectUrl"),
        ]),
        .oauthFlows: ObjectShape(
            fields: ["implicit", "password", "clientCredentials", "authorizationCode"].map { object($0, .oauthFlow) }
        ),
        .oauthFlow: ObjectShape(fields: [
            text("authorizationUrl"), text("tokenUrl"), text("refreshUrl"),
            Field(name: "scopes", shape: .map(.text)).required(),
        ]),
        .securityRequirement: ObjectShape(fields: [], others: .list(.text)),
    ]

    /// Operations, and what they ask and answer.
    private static let operationShapes: [ObjectKind: ObjectShape] = [
        .paths: ObjectShape(fields: [], others: .object(.pathItem)),
        .pathItem: ObjectShape(
            fields: ["get", "put", "post", "delete", "options", "head", "patch", "trace"].map { object($0, .operation) }
                + [text("summary"), text("description"), list("servers", .server), list("parameters", .parameter)]
        ),
        .operation: ObjectShape(fields: [
            Field(name: "tags", shape: .list(.text)), text("summary"), text("description"),
            object("externalDocs", .externalDocs), text("operationId"), list("parameters", .parameter),
            object("requestBody", .requestBody), object("responses", .responses).required(in: [.v3_0]),
            map("callbacks", .callback), flag("deprecated"), list("security", .securityRequirement),
            list("servers", .server),
        ]),
        .parameter: ObjectShape(
            fields: [text("name").required(), text("in").required(), flag("allowEmptyValue")] + parameterFields
        ),
        .header: ObjectShape(fields: parameterFields),
        .requestBody: ObjectShape(fields: [
            map("content", .mediaType).required(), text("description"), flag("required"),
        ]),
        .mediaType: ObjectShape(fields: [
            object("schema", .schema), Field(name: "example", shape: .any), map("examples", .example),
            map("encoding", .encoding),
        ]),
        .encoding: ObjectShape(fields: [
            text("contentType"), map("headers", .header), text("style"), flag("explode"), flag("allowReserved"),
        ]),
        .responses: ObjectShape(fields: [], others: .object(.response)),
        .response: ObjectShape(fields: [
            text("description").required(), map("headers", .header), map("content", .mediaType), map("links", .link),
        ]),
        .callback: ObjectShape(fields: [], others: .object(.pathItem)),
        .example: ObjectShape(fields: [
            text("summary"), text("description"), Field(name: "value", shape: .any), text("externalValue"),
        ]),
        .link: ObjectShape(fields: [
            text("operationRef"), text("operationId"), Field(name: "parameters", shape: .map(.any)),
            Field(name: "requestBody", shape: .any), text("description"), object("server", .server),
        ]),
    ]

    /// What parameters and headers have in common.
    private static let parameterFields = [
        text("description"), flag("required"), flag("deprecated"), text("style"), flag("explode"),
        flag("allowReserved"),
        object("schema", .schema), Field(name: "example", shape: .any), map("examples", .example),
        map("content", .mediaType),
    ]

    /// The keywords that hold schemas or objects, and those of plain annotation; the compiler of schemas reads the others.
    private static let schemaShape = ObjectShape(
        fields: ["allOf", "anyOf", "oneOf"].map { list($0, .schema) }
            + ["not", "items", "additionalProperties"].map { object($0, .schema) }
            + [map("properties", .schema), text("title"), text("description"), flag("deprecated")]
            + [flag("readOnly"), flag("writeOnly"), object("discriminator", .discriminator), object("xml", .xml)]
            + [object("externalDocs", .externalDocs), list("prefixItems", .schema).since31]
            + ["if", "then", "else", "contains", "propertyNames", "unevaluatedItems", "unevaluatedProperties"]
            .map { object($0, .schema).since31 }
            + ["patternProperties", "dependentSchemas", "$defs"].map { map($0, .schema).since31 }
            + [object("contentSchema", .schema).since31],
        others: .any
    )

    private static let discriminatorShape = ObjectShape(fields: [
        text("propertyName").required(), Field(name: "mapping", shape: .map(.text)),
    ])

    private static let xmlShape = ObjectShape(fields: [
        text("name"), text("namespace"), text("prefix"), flag("attribute"), flag("wrapped"),
    ])

    private static func text(_ name: String) -> Field { Field(name: name, shape: .text) }

    private static func flag(_ name: String) -> Field { Field(name: name, shape: .flag) }

    private static func object(_ name: String, _ kind: ObjectKind) -> Field { Field(name: name, shape: .object(kind)) }

    private static func list(_ name: String, _ kind: ObjectKind) -> Field {
        Field(name: name, shape: .list(.object(kind)))
    }

    private static func map(_ name: String, _ kind: ObjectKind) -> Field {
        Field(name: name, shape: .map(.object(kind)))
    }
}
