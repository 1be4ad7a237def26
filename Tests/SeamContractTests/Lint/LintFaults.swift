/// Faults of contract documents, each with what is told of it.
enum LintFaults {
    typealias Fault = ContractLintTests.Fault

    /// Faults of the document as a whole.
    static let document: [Fault] = [
        Fault(
            rule: "unknown-member",
            edits: [.document: ", tag: [], webhooks: {}, x-own: 1"],
            told: [
                "error: an OpenAPI document has no member 'tag' (did you mean 'tags'?)",
                "error: an OpenAPI document has no member 'webhooks' (only OpenAPI 3.1 knows it)",
            ]
        ),
        Fault(
            rule: "wrong-type",
            edits: [.document: ", servers: { url: / }, tags: [{ name: 1 }]"],
            told: [
                "error: expected 'servers' to be an array, found {\"url\":\"/\"}",
                "error: expected 'name' to be a string, found 1 (put it in quotes)",
            ]
        ),
        Fault(
            rule: "missing-member",
            edits: [.document: ", servers: [{}]"],
            told: ["error: this server has no 'url' (add it)"]
        ),
        Fault(
            rule: "unknown-security-scheme",
            edits: [
                .document: ", security: [{ kez: [] }]",
                .components: ", securitySchemes: { key: { type: http, scheme: basic } }",
            ],
            told: ["error: there is no security scheme 'kez' (did you mean 'key'?)"]
        ),
        Fault(
            rule: "security-scheme",
            edits: [
                .components:
                    ", securitySchemes: { a: { type: apikey }, b: { type: apiKey, name: n, in: body }, c: { type: oauth2 } }"
            ],
            told: [
                "error: unknown type of security scheme 'apikey' (did you mean 'apiKey'?)",
                "error: no API key is in 'body' (write query, header or cookie)",
                "error: a security scheme of type 'oauth2' has no 'flows' (add it)",
            ]
        ),
        Fault(
            rule: "server-variable",
            edits: [.document: ", servers: [{ url: '/{a}/{b}', variables: { a: { default: x, enum: [y] } } }]"],
            told: [
                "error: variable 'b' of the URL is not described (add it to 'variables')",
                "error: the default 'x' is none of the choices (y)",
            ]
        ),
        Fault(
            rule: "component-name",
            edits: [.schemas: ", 'a b': {}"],
            told: ["error: component name 'a b' may hold only letters, digits, '.', '-' and '_' (rename it)"]
        ),
        Fault(
            rule: "unresolved-reference",
            edits: [.body: "{ $ref: '#/components/schemas/dor' }", .responses: ", '400': { $ref: b.yaml }"],
            told: [
                "error: '#/components/schemas/dor' leads nowhere (write the place of an existing part)",
                "error: 'b.yaml' can't be followed: there are no files beside this document",
            ]
        ),
        Fault(
            rule: "misplaced-reference",
            edits: [
                .responses: ", '400': { $ref: '#/components/schemas/door' }",
                .document: ", externalDocs: { $ref: '#/info' }",
            ],
            told: [
                "error: '#/components/schemas/door' is none of the responses, which is what stands here "
                    + "(refer to one of them)",
                "error: an external documentation can't be a reference (write it out)",
            ]
        ),
        Fault(
            rule: "reference-cycle",
            edits: [
                .schemas: ", a: { $ref: '#/components/schemas/b' }, b: { anyOf: [{ $ref: '#/components/schemas/a' }] }",
                .components: ", headers: { h: { $ref: '#/components/headers/h' } }",
            ],
            told: [
                "error: references from here lead back here without going into a member or an item (break the circle)",
                "error: references from here lead back here without going into a member or an item (break the circle)",
            ]
        ),
        Fault(
            rule: "ignored-beside-reference",
            edits: [.body: "{ $ref: '#/components/schemas/door', nullable: true, description: d, default: {} }"],
            told: [
                "warning: 'nullable', 'default' beside a '$ref' is ignored (wrap the reference: allOf: [{ $ref: … }])"
            ]
        ),
    ]

    /// Faults of paths and operations.
    static let operations: [Fault] = [
        Fault(
            rule: "path",
            edits: [.path: "b: {}, '/a/{x}': {}, '/a/{y}': {}, /a"],
            told: [
                "error: path 'b' must begin with '/' (write '/b')",
                "error: '/a/{y}' fits the same requests as '/a/{x}' at a.yaml:1:69 (keep one)",
            ]
        ),
        Fault(
            rule: "path-parameter",
            edits: [.path: "'/a/{id}'", .parameters: "{ in: path, name: ix, schema: {} }"],
            told: [
                "error: POST /a/{id}: parameter 'id' of the path is not declared "
                    + "(add { in: path, name: id, required: true, schema: … } to 'parameters')",
                "error: a parameter of a path is always there (add required: true)",
                "error: the path '/a/{id}' has no parameter '{ix}' (did you mean 'id'?)",
            ]
        ),
        Fault(
            rule: "duplicate-parameter",
            edits: [.parameters: "{ in: header, name: X, schema: {} }, { in: header, name: x, schema: {} }"],
            told: ["error: parameter 'x' in header is listed twice (keep one)"]
        ),
        Fault(
            rule: "parameter-form",
            edits: [
                .parameters: """
                { in: qery, name: a, schema: {} }, { in: query, name: b, style: simple, schema: {} }, { in: query, name: c },
                { in: query, name: d, schema: {}, content: {} }, { in: query, name: e, content: {} }
                """
            ],
            told: [
                "error: no parameter is in 'qery' (did you mean 'query'?)",
                "error: there is no style 'simple' in query (expected form, spaceDelimited, pipeDelimited or deepObject)",
                "error: nothing says what it holds (add a 'schema')",
                "error: 'content' stands beside 'schema' (keep one)",
                "error: 'content' of a parameter has one media type, not 0",
            ]
        ),
        Fault(
            rule: "ignored-header",
            edits: [
                .parameters: "{ in: header, name: Authorization, schema: {} }",
                .response: ", headers: { content-type: { schema: {} } }",
            ],
            told: [
                "warning: a header parameter 'Authorization' is ignored (describe it by 'security')",
                "warning: a response header 'content-type' is ignored (describe it by 'content')",
            ]
        ),
        Fault(
            rule: "duplicate-operation-id",
            edits: [.item: ", put: { operationId: a, responses: { '204': { description: d } } }"],
            told: ["error: operationId 'a' is given twice, first at a.yaml:2:16 (give each operation its own)"]
        ),
        Fault(
            rule: "link",
            edits: [.response: ", links: { l: { operationId: b }, m: {} }"],
            told: [
                "error: no operation has the operationId 'b' (did you mean 'a'?)",
                "error: a link has one of 'operationId' and 'operationRef'",
            ]
        ),
        Fault(
            rule: "status",
            edits: [.responses: ", '20': { description: d }", .item: ", put: { responses: {} }"],
            told: [
                "error: unknown status '20' (write 200, 2XX or default)",
                "error: no response is described (add one)",
            ]
        ),
        Fault(
            rule: "unchecked-body",
            edits: [
                .responses:
                    ", '201': { description: d }, '202': { description: d, content: { application/json: {} } }, "
                    + "'400': { description: d }"
            ],
            told: [
                "warning: nothing is said of the body of a 201, so it can't be checked "
                    + "(add 'content', or answer 204 without one)",
                "warning: a 'application/json' body without a schema can't be checked (add 'schema')",
            ]
        ),
        Fault(
            rule: "ignored-body",
            edits: [
                .item: ", delete: { requestBody: { content: {} }, responses: { '204': { description: d } } }"
            ],
            told: ["warning: the body of a DELETE may be ignored (describe query parameters)"]
        ),
        Fault(
            rule: "response-key",
            edits: [.operation: ", x-response-key: dor"],
            told: ["warning: the answer has no member 'dor' (did you mean 'door'?)"]
        ),
    ]
}
