/// A contract document without a problem, and places in it where faults are put.
enum LintSample {
    /// A place where something can be written.
    enum Mark: String, CaseIterable {
        /// Behind the members of the document, the path item, the operation, its 200 response, and the components.
        case document, item, operation, response, components
        /// The path, the parameters of the operation, and its responses beside 200.
        case path, parameters, responses
        /// The schema of the request's body, the component schemas, and what they are.
        case body, schemas
    }

    /// The document with something written at marks.
    ///
    /// - Parameters:
    ///   - edits: what is written at the marks, in YAML's flow style.
    ///   - version: the version of OpenAPI.
    /// - Returns: the document.
    static func text(_ edits: [Mark: String], version: String) -> String {
        func written(_ mark: Mark, _ usual: String = "") -> String { edits[mark] ?? usual }
        return """
            { openapi: \(version), info: { title: T, version: "1" }, paths: { \(written(.path, "/a")): { post: {
              operationId: a, parameters: [ \(written(.parameters)) ],
              requestBody: { content: { application/json: { schema: \(written(.body, "{}")) } } },
              responses: { "200": {
                description: OK, content: { application/json: { schema: {
                  type: object, properties: { ok: { type: boolean }, door: { type: object } } } } }
                \(written(.response)) } \(written(.responses)) }
              \(written(.operation)) } \(written(.item)) } },
              components: { schemas: { door: { type: object } \(written(.schemas)) } \(written(.components)) }
              \(written(.document)) }
            """
    }

    /// A document that uses most of what a version offers.
    static func whole(version: String) -> String {
        let is31 = version.hasPrefix("3.1")
        return """
            openapi: \(version)
            info:
              title: Whole
              version: '1'
              description: All of it.
              termsOfService: https://example.com/terms
              contact: { name: N, url: https://example.com, email: n@example.com }
              license: { name: MIT, \(is31 ? "identifier: MIT" : "url: https://example.com/mit") }
              x-own: { anything: 1 }
            servers:
              - url: https://{host}.example.com/v1
                description: The only one.
                variables: { host: { default: a, enum: [a, b], description: Which. } }
            tags: [{ name: doors, description: Doors., externalDocs: { url: https://example.com/doors } }]
            externalDocs: { url: https://example.com, description: More. }
            security: [{ key: [] }, { oauth: [read], bearer: [] }, {}]
            \(is31 ? "jsonSchemaDialect: https://spec.openapis.org/oas/3.1/dialect/base" : "")
            \(is31 ? "webhooks: { opened: { post: { responses: { '204': { description: Seen. } } } } }" : "")
            paths:
              /doors/{door_id}:
                summary: One door.
                parameters: [{ $ref: '#/components/parameters/door_id' }]
                get:
                  tags: [doors]
                  operationId: getDoor
                  parameters:
                    - { in: query, name: filter, style: deepObject, schema: { type: object } }
                    - { in: query, name: at, content: { application/json: { schema: { type: object } } } }
                    - { in: header, name: x-trace, schema: { type: string }, example: t }
                    - { in: cookie, name: c, schema: { type: string }, deprecated: true }
                  responses:
                    '200':
                      description: The door.
                      headers: { x-rate: { schema: { type: integer }, description: Left. } }
                      links: { shut: { operationId: shutDoor, parameters: { door_id: $response.body#/door_id } } }
                      content:
                        application/json:
                          schema: { $ref: '#/components/schemas/door' }
                          examples: { one: { $ref: '#/components/examples/door' } }
                        text/plain: {}
                    4XX: { $ref: '#/components/responses/refused' }
                    default: { description: Anything., content: { application/json: { schema: {} } } }
                head: { responses: { '200': { description: Head. } } }
              /doors/{door_id}/shut:
                post:
                  operationId: shutDoor
                  deprecated: true
                  security: []
                  x-response-key: door
                  parameters: [{ $ref: '#/components/parameters/door_id' }]
                  requestBody: { $ref: '#/components/requestBodies/shut' }
                  callbacks:
                    shut: { '{$request.body#/url}': { post: { responses: { '200': { description: Told. } } } } }
                  servers: [{ url: / }]
                  responses:
                    '204': { description: Shut. }
                    2XX:
                      description: Shutting.
                      content:
                        application/json: { schema: { type: object, properties: { door: { type: object } } } }
              \(is31 ? "/health: { $ref: '#/components/pathItems/health' }" : "/health: { get: *h }".replacing("*h", with: health))
            components:
              \(is31 ? "pathItems: { health: { get: \(health) } }" : "x-nothing: 1")
              parameters:
                door_id: { in: path, name: door_id, required: true, schema: { type: string, format: uuid } }
              examples: { door: { summary: One., value: { kind: oak, door_id: a } } }
              requestBodies:
                shut:
                  required: true
                  content:
                    application/json: { schema: { $ref: '#/components/schemas/shut' }, example: { hard: true } }
                    multipart/form-data:
                      schema: { type: object, properties: { file: { type: string, format: binary } } }
                      encoding: { file: { contentType: image/png, headers: { x-a: { schema: { type: string } } } } }
              responses: { refused: { description: No., content: { application/json: { schema: { type: object } } } } }
              headers: { rate: { schema: { type: integer } } }
              links: { ref: { operationRef: '#/paths/~1health/get' } }
              securitySchemes:
                key: { type: apiKey, in: header, name: x-key }
                bearer: { type: http, scheme: bearer, bearerFormat: opaque }
                oidc: { type: openIdConnect, openIdConnectUrl: https://example.com/oidc }
                oauth:
                  type: oauth2
                  flows:
                    clientCredentials: { tokenUrl: https://example.com/token, scopes: { read: Reads. } }
                \(is31 ? "tls: { type: mutualTLS }" : "")
              schemas:
                door:
                  required: [kind]
                  oneOf: [{ $ref: '#/components/schemas/oak' }, { $ref: '#/components/schemas/steel' }]
                  discriminator:
                    propertyName: kind
                    mapping: { oak: oak, steel: '#/components/schemas/steel' }
                oak:
                  type: object
                  required: [kind, door_id]
                  properties:
                    kind: { type: string, enum: [oak] }
                    door_id: { type: string, readOnly: true }
                    inner: { $ref: '#/components/schemas/door' }
                steel:
                  allOf: [{ $ref: '#/components/schemas/oak' }, { properties: { grade: { type: integer, default: 3 } } }]
                shut:
                  type: object
                  additionalProperties: { type: boolean }
                  maxProperties: 4
                  example: { hard: false }
                  xml: { name: shut, wrapped: false }
                \(is31 ? schemas31 : schemas30)

            """
    }

    private static let health = "{ responses: { '200': { description: Well., content: { text/plain: {} } } } }"

    private static let schemas30 = """
        only30:
              type: object
              properties:
                level: { type: integer, minimum: 0, exclusiveMinimum: true, nullable: true, default: null, title: L }
                names: { type: array, items: { type: string, enum: [a, b], nullable: true }, uniqueItems: true }
        """

    private static let schemas31 = """
        only31:
              $id: https://example.com/only31
              $defs: { name: { $anchor: name, type: [string, 'null'], examples: [a, null] } }
              type: object
              properties:
                name: { $ref: '#name', description: The name., maxLength: 5, default: null }
                pair: { type: array, prefixItems: [{ type: integer }, true], items: false }
                one: { const: 1 }
                level: { exclusiveMinimum: 0, type: number }
              patternProperties: { '^x-': {} }
              required: [x-a]
              additionalProperties: false
              dependentRequired: { name: [pair] }
              if: { required: [pair] }
              then: { properties: { one: true } }
              mine: { a: 1 }
        """
}
