extension LintFaults {
    /// Faults of schemas.
    static let schemas: [Fault] = [
        Fault(
            rule: "schema-keyword",
            edits: [.body: "{ type: strin, minLength: -1, pattern: '(', required: a, allOf: [] }"],
            told: [
                "error: expected 'type' to be boolean, integer, number, string, array or object "
                    + "(for null, write 'nullable': true), found \"strin\"",
                "error: expected 'minLength' to be a whole number ≥ 0, found -1",
                "error: the pattern '(' can't be used: expected ')' (character 2 of the pattern)",
                "error: expected 'required' to be an array, found \"a\"",
                "error: 'allOf' has no schema (add one, or leave it out)",
            ]
        ),
        Fault(
            rule: "wrong-type",
            edits: [.body: "{ properties: { a: true, b: [] }, items: 1, additionalProperties: true }"],
            told: [
                "error: expected 'a' to be a schema (an object), found true",
                "error: expected 'b' to be a schema (an object), found []",
                "error: expected 'items' to be a schema (an object), found 1",
            ]
        ),
        Fault(
            rule: "unknown-keyword",
            edits: [.body: "{ maxLenght: 1, const: 1, if: {}, mine: 1, x-mine: 1 }"],
            told: [
                "warning: keyword 'maxLenght' has no effect (did you mean 'maxLength'?)",
                "warning: keyword 'const' has no effect (write an 'enum' of one value)",
                "warning: keyword 'if' has no effect (only OpenAPI 3.1 knows it)",
                "warning: keyword 'mine' has no effect (what is your own begins with 'x-')",
            ]
        ),
        Fault(
            rule: "unknown-keyword",
            edits: [.body: "{ maxLenght: 1, nullable: true, mine: 1 }"],
            told: [
                "warning: keyword 'maxLenght' has no effect (did you mean 'maxLength'?)",
                "warning: keyword 'nullable' has no effect (write 'null' among the types)",
            ],
            version: "3.1.0"
        ),
        Fault(
            rule: "idle-keyword",
            edits: [.body: "{ type: string, minimum: 1, maxLength: 3 }"],
            told: [
                "warning: 'minimum' is about numbers, and this is of type string (leave it out, or correct the type)"
            ]
        ),
        Fault(
            rule: "array-items",
            edits: [.body: "{ type: array }"],
            told: ["error: an array has no 'items' (write items: {} when they may be anything)"]
        ),
        Fault(
            rule: "unsatisfiable-required",
            edits: [.body: "{ required: [a, nam], additionalProperties: false, properties: { name: {} } }"],
            told: [
                "error: 'a' is required, but is none of the 'properties' and no others are allowed (add it to 'properties')",
                "error: 'nam' is required, but is none of the 'properties' and no others are allowed "
                    + "(did you mean 'name'?)",
            ]
        ),
        Fault(
            rule: "misspelt-required",
            edits: [.body: "{ required: [other, acs_user_idd], properties: { acs_user_id: {} } }"],
            told: [
                "warning: 'acs_user_idd' is required, but is none of the 'properties' (did you mean 'acs_user_id'?)"
            ]
        ),
        Fault(
            rule: "bounds",
            edits: [.body: "{ type: number, minimum: 3, maximum: 2.5 }"],
            told: ["error: 'minimum' 3 is above 'maximum' 2.5, so no value fits (correct one)"]
        ),
        Fault(
            rule: "repeated-value",
            edits: [.body: "{ type: string, enum: [a, b, a] }"],
            told: ["warning: \"a\" stands twice in 'enum' (keep one)"]
        ),
        Fault(
            rule: "enum-value",
            edits: [.body: "{ properties: { a: { type: string, enum: [a, 1] }, b: { enum: [] } } }"],
            told: [
                "error: the listed value 1 breaks its own schema: expected a string, found 1 (correct one of them)",
                "error: an empty 'enum' fits no value (add some, or leave it out)",
            ]
        ),
        Fault(
            rule: "default",
            edits: [.body: "{ type: array, items: { type: integer }, default: [1, a] }"],
            told: [
                "error: the default breaks its own schema: expected an integer, found \"a\" at /1 (correct one of them)"
            ]
        ),
        Fault(
            rule: "example",
            edits: [
                .body: "{ type: object, required: [a, b], properties: { a: { type: string, format: uuid }, "
                    + "b: { readOnly: true, type: string } }, example: { a: x } }"
            ],
            told: [
                "warning: the example breaks its schema: expected a UUID (RFC 9562 §4), found \"x\" at /a "
                    + "(correct one of them)"
            ]
        ),
        Fault(
            rule: "discriminator-mapping",
            edits: [
                .body: "{ oneOf: [{ $ref: '#/components/schemas/a' }], discriminator: { propertyName: k, "
                    + "mapping: { x: '#/components/schemas/dor', y: nothing } } }",
                .schemas: ", a: { properties: { k: {} } }",
            ],
            told: [
                "error: 'x' is mapped to '#/components/schemas/dor', which is no schema "
                    + "(did you mean '#/components/schemas/door'?)",
                "error: 'y' is mapped to 'nothing', which is no schema (write '#/components/schemas/…')",
            ]
        ),
        Fault(
            rule: "discriminator",
            edits: [
                .body: "{ oneOf: [{ $ref: '#/components/schemas/a' }, { $ref: '#/components/schemas/b' }, "
                    + "{ $ref: '#/components/schemas/c' }], discriminator: { propertyName: k, mapping: { x: door } } }",
                .schemas: ", a: { properties: { k: { enum: [x] } } }, b: { properties: { k: { enum: [x] } } }, "
                    + "c: { properties: { j: {} } }",
            ],
            told: [
                "warning: this branch has no property 'k', which the discriminator reads (add it)",
                "warning: 'x' is mapped to 'door', which is none of the branches (add it to them)",
                "warning: 'x' is for the branch at a.yaml:3:67, too, so 'k' can't tell them apart",
            ]
        ),
        Fault(
            rule: "uncompilable-schema",
            edits: [.body: "{ $dynamicRef: '#nowhere' }"],
            told: ["error: no anchor 'nowhere' for '#nowhere'"],
            version: "3.1.0"
        ),
    ]
}
