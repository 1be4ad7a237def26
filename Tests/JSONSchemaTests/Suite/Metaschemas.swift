import JSON

/// Schemas for schemas, as far as the official suite refers to them.
///
/// They state what the specifications say of each keyword's value, in one document each.
enum Metaschemas {
    /// The metaschemas by the URI that schemas know them by.
    static func all() throws -> [String: JSONValue] {
        [
            "https://json-schema.org/draft/2020-12/schema": try JSONValue(parsing: draft2020),
            "http://json-schema.org/draft-04/schema": try JSONValue(parsing: draft4),
        ]
    }

    /// JSON Schema 2020-12 Core and Validation.
    private static let draft2020 = """
        {
          "$id": "https://json-schema.org/draft/2020-12/schema",
          "$schema": "https://json-schema.org/draft/2020-12/schema",
          "$dynamicAnchor": "meta",
          "type": ["object", "boolean"],
          "$defs": {
            "schemas": {"type": "array", "minItems": 1, "items": {"$dynamicRef": "#meta"}},
            "schemaMap": {"type": "object", "additionalProperties": {"$dynamicRef": "#meta"}},
            "count": {"type": "integer", "minimum": 0},
            "names": {"type": "array", "items": {"type": "string"}, "uniqueItems": true},
            "typeName": {"enum": ["array", "boolean", "integer", "null", "number", "object", "string"]}
          },
          "properties": {
            "$id": {"type": "string", "pattern": "^[^#]*#?$"},
            "$schema": {"type": "string"},
            "$ref": {"type": "string"},
            "$anchor": {"type": "string"},
            "$dynamicRef": {"type": "string"},
            "$dynamicAnchor": {"type": "string"},
            "$vocabulary": {"type": "object", "additionalProperties": {"type": "boolean"}},
            "$comment": {"type": "string"},
            "$defs": {"$ref": "#/$defs/schemaMap"},
            "prefixItems": {"$ref": "#/$defs/schemas"},
            "items": {"$dynamicRef": "#meta"},
            "contains": {"$dynamicRef": "#meta"},
            "unevaluatedItems": {"$dynamicRef": "#meta"},
            "unevaluatedProperties": {"$dynamicRef": "#meta"},
            "additionalProperties": {"$dynamicRef": "#meta"},
            "properties": {"$ref": "#/$defs/schemaMap"},
            "patternProperties": {"$ref": "#/$defs/schemaMap"},
            "dependentSchemas": {"$ref": "#/$defs/schemaMap"},
            "propertyNames": {"$dynamicRef": "#meta"},
            "if": {"$dynamicRef": "#meta"},
            "then": {"$dynamicRef": "#meta"},
            "else": {"$dynamicRef": "#meta"},
            "allOf": {"$ref": "#/$defs/schemas"},
            "anyOf": {"$ref": "#/$defs/schemas"},
            "oneOf": {"$ref": "#/$defs/schemas"},
            "not": {"$dynamicRef": "#meta"},
            "type": {
              "anyOf": [
                {"$ref": "#/$defs/typeName"},
                {"type": "array", "items": {"$ref": "#/$defs/typeName"}, "minItems": 1, "uniqueItems": true}
              ]
            },
            "enum": {"type": "array"},
            "multipleOf": {"type": "number", "exclusiveMinimum": 0},
            "maximum": {"type": "number"},
            "exclusiveMaximum": {"type": "number"},
            "minimum": {"type": "number"},
            "exclusiveMinimum": {"type": "number"},
            "maxLength": {"$ref": "#/$defs/count"},
            "minLength": {"$ref": "#/$defs/count"},
            "pattern": {"type": "string"},
            "maxItems": {"$ref": "#/$defs/count"},
            "minItems": {"$ref": "#/$defs/count"},
            "uniqueItems": {"type": "boolean"},
            "maxContains": {"$ref": "#/$defs/count"},
            "minContains": {"$ref": "#/$defs/count"},
            "maxProperties": {"$ref": "#/$defs/count"},
            "minProperties": {"$ref": "#/$defs/count"},
            "required": {"$ref": "#/$defs/names"},
            "dependentRequired": {"type": "object", "additionalProperties": {"$ref": "#/$defs/names"}},
            "format": {"type": "string"}
          }
        }
        """

    /// JSON Schema draft 4 Core and Validation.
    private static let draft4 = """
        {
          "id": "http://json-schema.org/draft-04/schema#",
          "type": "object",
          "definitions": {
            "schemas": {"type": "array", "minItems": 1, "items": {"$ref": "#"}},
            "schemaMap": {"type": "object", "additionalProperties": {"$ref": "#"}},
            "schemaOrFlag": {"anyOf": [{"type": "boolean"}, {"$ref": "#"}]},
            "count": {"type": "integer", "minimum": 0},
            "names": {"type": "array", "minItems": 1, "items": {"type": "string"}, "uniqueItems": true},
            "typeName": {"enum": ["array", "boolean", "integer", "null", "number", "object", "string"]}
          },
          "properties": {
            "id": {"type": "string"},
            "$schema": {"type": "string"},
            "definitions": {"$ref": "#/definitions/schemaMap"},
            "items": {"anyOf": [{"$ref": "#"}, {"$ref": "#/definitions/schemas"}]},
            "additionalItems": {"$ref": "#/definitions/schemaOrFlag"},
            "properties": {"$ref": "#/definitions/schemaMap"},
            "patternProperties": {"$ref": "#/definitions/schemaMap"},
            "additionalProperties": {"$ref": "#/definitions/schemaOrFlag"},
            "dependencies": {
              "type": "object",
              "additionalProperties": {"anyOf": [{"$ref": "#"}, {"$ref": "#/definitions/names"}]}
            },
            "allOf": {"$ref": "#/definitions/schemas"},
            "anyOf": {"$ref": "#/definitions/schemas"},
            "oneOf": {"$ref": "#/definitions/schemas"},
            "not": {"$ref": "#"},
            "type": {
              "anyOf": [
                {"$ref": "#/definitions/typeName"},
                {"type": "array", "items": {"$ref": "#/definitions/typeName"}, "minItems": 1, "uniqueItems": true}
              ]
            },
            "enum": {"type": "array", "minItems": 1, "uniqueItems": true},
            "multipleOf": {"type": "number", "minimum": 0, "exclusiveMinimum": true},
            "maximum": {"type": "number"},
            "exclusiveMaximum": {"type": "boolean"},
            "minimum": {"type": "number"},
            "exclusiveMinimum": {"type": "boolean"},
            "maxLength": {"$ref": "#/definitions/count"},
            "minLength": {"$ref": "#/definitions/count"},
            "pattern": {"type": "string"},
            "maxItems": {"$ref": "#/definitions/count"},
            "minItems": {"$ref": "#/definitions/count"},
            "uniqueItems": {"type": "boolean"},
            "maxProperties": {"$ref": "#/definitions/count"},
            "minProperties": {"$ref": "#/definitions/count"},
            "required": {"$ref": "#/definitions/names"},
            "format": {"type": "string"}
          },
          "dependencies": {"exclusiveMaximum": ["maximum"], "exclusiveMinimum": ["minimum"]}
        }
        """
}
