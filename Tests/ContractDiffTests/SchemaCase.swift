import ContractDiff
import Testing

/// A change of a schema, and what is said of it.
struct SchemaCase: Sendable, CustomTestStringConvertible {
    let rule: String
    let old: String
    let new: String
    /// The way from the schema to the place.
    let place: String
    let sentence: String
    /// How bad it is for a client and for a vendor when a request holds the value.
    let request: [Severity]
    /// How bad it is for a client and for a vendor when an answer holds the value.
    let response: [Severity]
    let version: String

    var testDescription: String { "\(rule): \(old) → \(new)" }

    init(
        _ rule: String,
        _ old: String,
        _ new: String,
        at place: String = "",
        says sentence: String,
        request: [Severity],
        response: [Severity],
        version: String = "3.0.3"
    ) {
        self.rule = rule
        self.old = old
        self.new = new
        self.place = place
        self.sentence = sentence
        self.request = request
        self.response = response
        self.version = version
    }
}

extension SchemaCase {
    private static let narrower = (request: [Severity.breaking, .risky], response: [Severity.harmless, .breaking])
    private static let wider = (request: [Severity.harmless, .breaking], response: [Severity.risky, .harmless])
    private static let ofMoreKinds = (
        request: [Severity.harmless, .breaking], response: [Severity.breaking, .harmless]
    )
    private static let harmless = (request: [Severity.harmless, .harmless], response: [Severity.harmless, .harmless])
    private static let unclear = (request: [Severity.risky, .risky], response: [Severity.risky, .risky])
    private static let replaced = (request: [Severity.breaking, .breaking], response: [Severity.breaking, .breaking])

    private init(
        _ rule: String,
        _ old: String,
        _ new: String,
        at place: String = "",
        says sentence: String,
        _ severities: (request: [Severity], response: [Severity]),
        version: String = "3.0.3"
    ) {
        self.init(
            rule,
            old,
            new,
            at: place,
            says: sentence,
            request: severities.request,
            response: severities.response,
            version: version
        )
    }

    static let all = properties + types + values + bounds + alternatives + others

    private static let object = "{ type: object }"

    private static let properties = [
        SchemaCase(
            "property-added",
            object,
            "{ type: object, properties: { a: { type: string, format: uuid } } }",
            at: ".a",
            says: "MESSAGE may hold 'a' (string (uuid))",
            request: [.harmless, .risky],
            response: [.harmless, .harmless]
        ),
        SchemaCase(
            "property-removed",
            "{ type: object, properties: { a: { type: string, deprecated: true } } }",
            object,
            at: ".a",
            says: "MESSAGE no longer holds 'a' (string, deprecated)",
            request: [.breaking, .harmless],
            response: [.breaking, .risky]
        ),
        SchemaCase(
            "property-added-to-closed",
            "{ type: object, additionalProperties: false }",
            "{ type: object, additionalProperties: false, properties: { a: { type: string } } }",
            at: ".a",
            says: "MESSAGE may hold 'a' (string), where only listed properties were allowed",
            wider
        ),
        SchemaCase(
            "property-removed-from-closed",
            "{ type: object, additionalProperties: false, properties: { a: { type: string } } }",
            "{ type: object, additionalProperties: false }",
            at: ".a",
            says: "MESSAGE must no longer hold 'a' (string): only listed properties are allowed",
            request: [.breaking, .harmless],
            response: [.breaking, .breaking]
        ),
        SchemaCase(
            "required-property-added",
            object,
            "{ type: object, properties: { a: {} }, required: [a] }",
            at: ".a",
            says: "MESSAGE must hold 'a' (anything)",
            narrower
        ),
        SchemaCase(
            "required-property-removed",
            "{ type: object, properties: { a: { type: boolean } }, required: [a] }",
            object,
            at: ".a",
            says: "MESSAGE no longer holds 'a' (boolean)",
            request: [.breaking, .breaking],
            response: [.breaking, .risky]
        ),
        SchemaCase(
            "property-became-required",
            "{ type: object, properties: { a: {} } }",
            "{ type: object, properties: { a: {} }, required: [a] }",
            at: ".a",
            says: "MESSAGE must hold 'a'",
            narrower
        ),
        SchemaCase(
            "property-became-required",
            object,
            "{ type: object, required: [a] }",
            at: ".a",
            says: "MESSAGE must hold 'a'",
            narrower
        ),
        SchemaCase(
            "property-became-optional",
            "{ type: object, properties: { a: {} }, required: [a] }",
            "{ type: object, properties: { a: {} } }",
            at: ".a",
            says: "MESSAGE need not hold 'a' any more",
            ofMoreKinds
        ),
        SchemaCase(
            "property-became-optional",
            "{ type: object, required: [a] }",
            object,
            at: ".a",
            says: "MESSAGE need not hold 'a' any more",
            ofMoreKinds
        ),
        SchemaCase(
            "property-deprecated",
            "{ type: object, properties: { a: { type: string } } }",
            "{ type: object, properties: { a: { type: string, deprecated: true } } }",
            at: ".a",
            says: "'a' is deprecated now",
            harmless
        ),
        SchemaCase(
            "property-reinstated",
            "{ type: object, properties: { a: { type: string, x-deprecated: Use b. } } }",
            "{ type: object, properties: { a: { type: string } } }",
            at: ".a",
            says: "'a' is no longer deprecated",
            harmless
        ),
        SchemaCase(
            "additional-properties-restricted",
            object,
            "{ type: object, additionalProperties: false }",
            says: "properties that are not listed are now forbidden (were free)",
            request: [.risky, .risky],
            response: [.harmless, .breaking]
        ),
        SchemaCase(
            "additional-properties-restricted",
            "{ type: object, additionalProperties: true }",
            "{ type: object, additionalProperties: { type: string } }",
            says: "properties that are not listed are now held to a schema (were free)",
            request: [.risky, .risky],
            response: [.harmless, .breaking]
        ),
        SchemaCase(
            "additional-properties-opened",
            "{ type: object, additionalProperties: false }",
            "{ type: object, additionalProperties: { type: string } }",
            says: "properties that are not listed are now held to a schema (were forbidden)",
            wider
        ),
    ]

    private static let types = [
        SchemaCase(
            "type-changed",
            "{ type: string }",
            "{ type: integer }",
            says: "the type is now integer (was string)",
            replaced
        ),
        SchemaCase(
            "type-changed",
            "{ type: object, properties: { a: {} }, required: [a] }",
            "{ type: array, items: { type: string } }",
            says: "the type is now array (was object)",
            replaced
        ),
        SchemaCase(
            "type-narrowed",
            "{ type: number }",
            "{ type: integer }",
            says: "the type is now integer (was number)",
            narrower
        ),
        SchemaCase(
            "type-narrowed",
            "{}",
            "{ type: string }",
            says: "the type is now string (was anything)",
            narrower
        ),
        SchemaCase(
            "type-narrowed",
            "{ type: [string, integer] }",
            "{ type: string }",
            says: "the type is now string (was integer or string)",
            narrower,
            version: "3.1.0"
        ),
        SchemaCase(
            "type-widened",
            "{ type: array, items: { type: integer } }",
            "{ type: array, items: { type: number } }",
            at: "[]",
            says: "the type is now number (was integer)",
            ofMoreKinds
        ),
        SchemaCase(
            "null-forbidden",
            "{ type: string, nullable: true }",
            "{ type: string }",
            says: "null is no longer allowed",
            narrower
        ),
        SchemaCase(
            "null-allowed",
            "{ type: string }",
            "{ type: string, nullable: true }",
            says: "null is allowed now",
            ofMoreKinds
        ),
        SchemaCase(
            "null-allowed",
            "{ type: string }",
            "{ type: [string, 'null'] }",
            says: "null is allowed now",
            ofMoreKinds,
            version: "3.1.0"
        ),
        SchemaCase(
            "null-allowed",
            "{ type: string, format: uuid }",
            "{ anyOf: [{ type: 'null' }, { type: string, format: uuid }] }",
            says: "null is allowed now",
            ofMoreKinds,
            version: "3.1.0"
        ),
    ]

    private static let values = [
        SchemaCase(
            "enum-value-added",
            "{ type: string, enum: [b] }",
            "{ type: string, enum: [a, b] }",
            at: "(\"a\")",
            says: "the value \"a\" is new",
            wider
        ),
        SchemaCase(
            "enum-value-removed",
            "{ type: string, enum: [a, b] }",
            "{ type: string, enum: [b] }",
            at: "(\"a\")",
            says: "the value \"a\" is gone",
            narrower
        ),
        SchemaCase(
            "enum-value-removed",
            "{ type: string, enum: [a, b] }",
            "{ type: string, const: b }",
            at: "(\"a\")",
            says: "the value \"a\" is gone",
            narrower,
            version: "3.1.0"
        ),
        SchemaCase(
            "enum-added",
            "{ type: string }",
            "{ type: string, enum: [a, b] }",
            says: "only some values are left: \"a\", \"b\"",
            narrower
        ),
        SchemaCase(
            "enum-removed",
            "{ type: integer, enum: [1, 2, 3, 4, 5, 6, 7, 8, 9] }",
            "{ type: integer }",
            says: "any value is allowed now (were 1, 2, 3, 4, 5, 6, 7, 8 and 1 more)",
            wider
        ),
        SchemaCase(
            "default-added",
            "{ type: integer }",
            "{ type: integer, default: 5 }",
            says: "the default is now 5 (was none)",
            request: [.risky, .risky],
            response: [.harmless, .harmless]
        ),
        SchemaCase(
            "default-removed",
            "{ type: integer, default: 5 }",
            "{ type: integer }",
            says: "there is no default any more (was 5)",
            request: [.risky, .harmless],
            response: [.harmless, .harmless]
        ),
        SchemaCase(
            "default-changed",
            "{ type: integer, default: 5 }",
            "{ type: integer, default: 6 }",
            says: "the default is now 6 (was 5)",
            request: [.risky, .breaking],
            response: [.harmless, .harmless]
        ),
    ]

    private static let bounds = [
        SchemaCase(
            "pattern-added",
            "{ type: string }",
            "{ type: string, pattern: ^a }",
            says: "the pattern is now \"^a\" (was none)",
            narrower
        ),
        SchemaCase(
            "pattern-removed",
            "{ type: string, pattern: ^a }",
            "{ type: string }",
            says: "there is no pattern any more (was \"^a\")",
            wider
        ),
        SchemaCase(
            "pattern-changed",
            "{ type: string, pattern: ^a }",
            "{ type: string, pattern: ^b }",
            says: "the pattern is now \"^b\" (was \"^a\")",
            unclear
        ),
        SchemaCase(
            "format-added",
            "{ type: string }",
            "{ type: string, format: uuid }",
            says: "the format is now \"uuid\" (was none)",
            narrower
        ),
        SchemaCase(
            "format-removed",
            "{ type: string, format: uuid }",
            "{ type: string }",
            says: "there is no format any more (was \"uuid\")",
            wider
        ),
        SchemaCase(
            "format-changed",
            "{ type: string, format: date-time }",
            "{ type: string, format: date }",
            says: "the format is now \"date\" (was \"date-time\")",
            replaced
        ),
        SchemaCase(
            "length-tightened",
            "{ type: string }",
            "{ type: string, minLength: 1 }",
            at: "(minLength)",
            says: "minLength is now 1 (was none)",
            narrower
        ),
        SchemaCase(
            "length-tightened",
            "{ type: string, maxLength: 20 }",
            "{ type: string, maxLength: 10 }",
            at: "(maxLength)",
            says: "maxLength is now 10 (was 20)",
            narrower
        ),
        SchemaCase(
            "length-loosened",
            "{ type: string, minLength: 2 }",
            "{ type: string, minLength: 1 }",
            at: "(minLength)",
            says: "minLength is now 1 (was 2)",
            wider
        ),
        SchemaCase(
            "range-tightened",
            "{ type: number, minimum: 0 }",
            "{ type: number, minimum: 0, exclusiveMinimum: true }",
            at: "(minimum)",
            says: "minimum is now more than 0 (was 0)",
            narrower
        ),
        SchemaCase(
            "range-tightened",
            "{ type: number, maximum: 1 }",
            "{ type: number, exclusiveMaximum: 1.0 }",
            at: "(maximum)",
            says: "maximum is now less than 1.0 (was 1)",
            narrower,
            version: "3.1.0"
        ),
        SchemaCase(
            "range-tightened",
            "{ type: integer, multipleOf: 2 }",
            "{ type: integer, multipleOf: 4 }",
            at: "(multipleOf)",
            says: "multipleOf is now 4 (was 2)",
            narrower
        ),
        SchemaCase(
            "range-loosened",
            "{ type: integer, maximum: 5 }",
            "{ type: integer }",
            at: "(maximum)",
            says: "maximum is now none (was 5)",
            wider
        ),
        SchemaCase(
            "size-tightened",
            "{ type: array, items: {} }",
            "{ type: array, items: {}, uniqueItems: true }",
            at: "(uniqueItems)",
            says: "uniqueItems is now on (was none)",
            narrower
        ),
        SchemaCase(
            "size-tightened",
            "{ type: object, minProperties: 0 }",
            "{ type: object, minProperties: 1 }",
            at: "(minProperties)",
            says: "minProperties is now 1 (was none)",
            narrower
        ),
        SchemaCase(
            "size-loosened",
            "{ type: array, items: {}, maxItems: 100 }",
            "{ type: array, items: {}, maxItems: 500 }",
            at: "(maxItems)",
            says: "maxItems is now 500 (was 100)",
            wider
        ),
    ]
}

extension SchemaCase {
    private static let cat = "{ type: object, properties: { kind: { type: string, enum: [cat] } }, required: [kind] }"
    private static let dog = "{ type: object, properties: { kind: { type: string, enum: [dog] } }, required: [kind] }"
    private static let emu = "{ type: object, properties: { kind: { type: string, enum: [emu] } }, required: [kind] }"
    private static let pets =
        "discriminator: { propertyName: kind, mapping: { cat: '#/components/schemas/cat', dog: '#/components/schemas/dog' } }"

    private static let alternatives = [
        SchemaCase(
            "branch-added",
            "{ oneOf: [\(cat), \(dog)] }",
            "{ oneOf: [\(emu), \(cat), \(dog)] }",
            at: "(kind \"emu\")",
            says: "a branch is new",
            wider
        ),
        SchemaCase(
            "branch-added",
            cat,
            "{ oneOf: [\(emu), \(cat)] }",
            at: "(kind \"emu\")",
            says: "a branch is new",
            wider
        ),
        SchemaCase(
            "branch-removed",
            "{ anyOf: [{ type: string }, { type: integer }, { type: boolean }] }",
            "{ anyOf: [{ type: boolean }, { type: string }] }",
            at: "(integer)",
            says: "a branch is gone",
            narrower
        ),
        SchemaCase(
            "alternatives-tightened",
            "{ type: object, properties: { a: {}, b: {} } }",
            "{ type: object, properties: { a: {}, b: {} }, anyOf: [{ required: [a] }, { required: [b] }] }",
            at: "(anyOf)",
            says: "anyOf is new: a value must fit one of 2 branches",
            narrower
        ),
        SchemaCase(
            "alternatives-tightened",
            "{ anyOf: [{ type: object, required: [a] }, { type: object, required: [b] }] }",
            "{ oneOf: [{ type: object, required: [b] }, { type: object, required: [a] }] }",
            says: "exactly one branch must fit (was at least one)",
            narrower
        ),
        SchemaCase(
            "alternatives-loosened",
            "{ type: object, properties: { a: {}, b: {} }, oneOf: [{ required: [a] }, { required: [b] }] }",
            "{ type: object, properties: { a: {}, b: {} } }",
            at: "(oneOf)",
            says: "oneOf is gone: a value need not fit one of 2 branches",
            wider
        ),
        SchemaCase(
            "discriminator-changed",
            "{ oneOf: [\(cat), \(dog)] }",
            "{ oneOf: [\(cat), \(dog)], discriminator: { propertyName: kind } }",
            says: "the discriminator is now 'kind' (was none)",
            unclear
        ),
        SchemaCase(
            "discriminator-value-added",
            "{ oneOf: [\(cat), \(dog)], discriminator: { propertyName: kind, mapping: { cat: '#/components/schemas/cat' } } }",
            "{ oneOf: [\(cat), \(dog)], \(pets) }",
            at: "(kind dog)",
            says: "'dog' in 'kind' is new, and means #/components/schemas/dog",
            wider
        ),
        SchemaCase(
            "discriminator-value-removed",
            "{ oneOf: [\(cat), \(dog)], \(pets) }",
            "{ oneOf: [\(cat), \(dog)], discriminator: { propertyName: kind, mapping: { cat: '#/components/schemas/cat' } } }",
            at: "(kind dog)",
            says: "'dog' in 'kind' is gone, and meant #/components/schemas/dog",
            narrower
        ),
    ]

    private static let others = [
        SchemaCase(
            "constraint-added",
            "{ type: string }",
            "{ type: string, not: { enum: [a] } }",
            at: "(not)",
            says: "not is new: {\"enum\":[\"a\"]}",
            narrower
        ),
        SchemaCase(
            "constraint-removed",
            "{ type: array, contains: { type: string } }",
            "{ type: array }",
            at: "(contains)",
            says: "contains is gone: {\"type\":\"string\"}",
            wider,
            version: "3.1.0"
        ),
        SchemaCase(
            "constraint-changed",
            "{ type: string, not: { enum: [a] } }",
            "{ type: string, not: { enum: [b] } }",
            at: "(not)",
            says: "not is now {\"enum\":[\"b\"]} (was {\"enum\":[\"a\"]})",
            unclear
        ),
        SchemaCase(
            "constraint-changed",
            "{ type: object, dependentRequired: { a: [b] } }",
            "{ type: object, dependentRequired: { a: [c] } }",
            at: "(dependentRequired)",
            says: "dependentRequired is now {\"a\":[\"c\"]} (was {\"a\":[\"b\"]})",
            unclear,
            version: "3.1.0"
        ),
        SchemaCase(
            "type-narrowed",
            "{ type: object, patternProperties: { ^a: { type: number } } }",
            "{ type: object, patternProperties: { ^a: { type: integer } } }",
            at: "(patternProperties '^a')",
            says: "the type is now integer (was number)",
            narrower,
            version: "3.1.0"
        ),
        SchemaCase(
            "type-widened",
            "{ type: object, additionalProperties: { type: integer } }",
            "{ type: object, additionalProperties: { type: number } }",
            at: ".*",
            says: "the type is now number (was integer)",
            ofMoreKinds
        ),
        SchemaCase(
            "description-changed",
            "{ type: string, title: A, description: Before. }",
            "{ type: string, title: A, description: After. }",
            says: "the description has changed",
            harmless
        ),
    ]
}
