public import JSON

/// The scenario format as a JSON Schema (2020-12), so that editors complete and check scenario files.
///
/// It is made from the same forms that the decoder checks files against; what only the decoder can tell (operations,
/// requirement ids, names of templates) is not in it.
public enum ScenarioSchema: Sendable {
    /// The schema of one file.
    public static var json: JSONValue {
        var definitions = JSONObject()
        for name in Form.Name.allCases {
            definitions[name.rawValue] = Form.named(name).schema
        }
        return [
            "$schema": "https://json-schema.org/draft/2020-12/schema",
            "title": "Scenarios of a Seam conformance suite",
            "$ref": "#/$defs/file",
            "$defs": .object(definitions),
        ]
    }
}

extension Form {
    /// The form as a schema.
    fileprivate var schema: JSONValue {
        var schema = JSONObject()
        schema["type"] = "object"
        schema["description"] = .string(summary)
        schema["additionalProperties"] = false
        schema["properties"] = .object(
            keys.reduce(into: JSONObject()) { $0[$1.name] = $1.shape.schema(describedAs: $1.summary) }
        )
        let required = keys.filter(\.isRequired).map { JSONValue.string($0.name) }
        if !required.isEmpty { schema["required"] = .array(required) }
        switch asides {
        case nil: break
        case []?: schema["minProperties"] = 1
        case let asides?:
            schema["not"] = ["propertyNames": ["enum": .array(asides.map { .string($0) })]]
        }
        if !keysByKind.isEmpty {
            schema["patternProperties"] = .object(
                keysByKind.reduce(into: JSONObject()) { object, key in
                    object[key.kind.pattern ?? ""] = key.shape.schema(describedAs: key.summary)
                }
            )
        }
        return .object(schema)
    }
}

extension Shape {
    /// The shape as a schema with a description for editors.
    fileprivate func schema(describedAs summary: String) -> JSONValue {
        var described = schema.objectValue ?? JSONObject()
        described["description"] = .string(summary)
        return .object(described)
    }

    /// The shape as a schema.
    private var schema: JSONValue {
        switch self {
        case .text(let kind): kind.schema
        case .word(_, let words):
            ["anyOf": [["enum": .array(words.map { .string($0) })], TextKind.template.schema]]
        case .flag: ["type": "boolean"]
        case .yes: ["const": true]
        case .nothing: ["type": "null"]
        case .integer(let range):
            [
                "type": "integer", "minimum": .number(.init(range.lowerBound)),
                "maximum": .number(.init(range.upperBound)),
            ]
        case .number(let least?): ["type": "number", "minimum": .number(.init(least))]
        case .number(nil): ["type": "number"]
        case .any: [:]
        case .literal: ["not": ["type": "object"]]
        case .list(let shape, 0): ["type": "array", "items": shape.schema]
        case .list(let shape, let least):
            ["type": "array", "items": shape.schema, "minItems": .number(.init(least))]
        case .map(let kind, let shape):
            ["type": "object", "propertyNames": kind.schema, "additionalProperties": shape.schema]
        case .form(let name): ["$ref": .string("#/$defs/\(name.rawValue)")]
        case .choice(let choices):
            ["anyOf": .array(choices.map { ["$ref": .string("#/$defs/\($0.form.rawValue)")] })]
        case .either(let shapes): ["anyOf": .array(shapes.map(\.schema))]
        }
    }
}

extension TextKind {
    /// The kind as a schema.
    fileprivate var schema: JSONValue {
        guard let pattern else { return ["type": "string"] }
        return ["type": "string", "pattern": .string(pattern)]
    }
}
