import JSON
import JSONSchema
import SeamContract
import Testing
import YAMLSource

@Suite("Schemas in files")
struct SchemaFileTests {
    /// What reading other files than the first fails with.
    private struct Missing: Error, CustomStringConvertible {
        let path: String
        var description: String { "can't read \(path): there is no such file" }
    }

    /// The schema in the first of some files, whose path is `schemas/root.json`.
    private func file(
        _ root: String,
        beside others: [String: String] = [:],
        at pointer: [String] = [],
        dialect: SchemaDialect? = nil,
        assertsFormats: Bool? = nil
    ) throws -> SchemaFile {
        try SchemaFile(
            text: root,
            file: "schemas/root.json",
            at: JSONPointer(tokens: pointer),
            dialect: dialect,
            assertsFormats: assertsFormats
        ) { path in
            guard let text = others[path] else { throw Missing(path: path) }
            return text
        }
    }

    /// What is wrong with a schema.
    private func failure(_ root: String, at pointer: [String] = []) -> String {
        do {
            _ = try file(root, at: pointer)
            return "no error"
        } catch {
            return "\(error)"
        }
    }

    @Test(
        "the file says its dialect, and is one of 2020-12 when it does not",
        arguments: zip(
            [
                #"{}"#, #"{"$schema":"https://json-schema.org/draft/2020-12/schema"}"#,
                #"{"$schema":"http://json-schema.org/draft-04/schema#"}"#,
                #"{"$schema":"https://spec.openapis.org/oas/3.1/dialect/base"}"#,
            ],
            [.draft2020_12, .draft2020_12, .draft4, .openAPI31] as [SchemaDialect]
        )
    )
    func dialect(text: String, dialect: SchemaDialect) throws {
        #expect(try file(text).dialect == dialect)
        #expect(try file(text, dialect: .openAPI30).dialect == .openAPI30)
    }

    @Test("a dialect that isn't known is told with its place, unless another is given")
    func unknownDialect() throws {
        let text = #"{"$schema": "http://json-schema.org/draft-07/schema#"}"#
        #expect(
            failure(text).hasPrefix(
                #"schemas/root.json:1:13: the schema dialect "http://json-schema.org/draft-07/schema#" isn't known "#
            )
        )
        #expect(try file(text, dialect: .draft2020_12).schema.validate(1).isValid)
    }

    @Test("one schema of an OpenAPI document is named by its place, the document itself is none")
    func openAPI() throws {
        let document = #"{"openapi": "3.0.3", "components": {"schemas": {"a": {"type": "string", "nullable": true}}}}"#
        let schema = try file(document, at: ["components", "schemas", "a"]).schema
        #expect(schema.validate(nil).isValid)
        #expect(!schema.validate(1).isValid)
        #expect(failure(document).contains("an OpenAPI document is no schema"))
        #expect(failure(document, at: ["components", "schemas", "b"]).contains("nothing here"))
    }

    @Test("references lead to files beside the schema, also by its own URI")
    func references() throws {
        let others = ["schemas/user.yaml": "type: object\nrequired: [id]"]
        let plain = try file(#"{"$ref": "user.yaml"}"#, beside: others).schema
        #expect(plain.validate([:]).violations.map(\.schema.description) == ["schemas/user.yaml#/required"])
        let named = try file(
            #"{"$id": "https://example.com/s/root.json", "$ref": "user.yaml"}"#,
            beside: others
        ).schema
        #expect(named.validate([:]).violations.map(\.keyword) == ["required"])
    }

    @Test(
        "a reference that leads nowhere is told with its place",
        arguments: zip(
            ["user.json", "https://example.com/user.json", "#/$defs/user"],
            ["there is no such file", "nothing is fetched", "leads nowhere"]
        )
    )
    func missing(reference: String, reason: String) {
        let failure = failure(#"{"$ref": "\#(reference)"}"#)
        #expect(failure.hasPrefix("schemas/root.json:1:10: "))
        #expect(failure.contains(reason))
    }

    @Test(
        "the schemas for schemas are known without a file",
        arguments: [
            "https://json-schema.org/draft/2020-12/schema", "http://json-schema.org/draft-07/schema#",
            "http://json-schema.org/draft-07/schema",
        ]
    )
    func metaschemas(uri: String) throws {
        let text = #"{"properties": {"s": {"$ref": "\#(uri)"}}}"#
        for dialect in [nil, SchemaDialect.openAPI31] {
            let schema = try SchemaFile(text: text, file: "a.json", dialect: dialect).schema
            #expect(schema.validate(["s": ["type": "string", "properties": ["a": ["minLength": 1]]]]).isValid)
            #expect(!schema.validate(["s": ["type": "strin"]]).isValid)
            #expect(!schema.validate(["s": ["properties": ["a": ["minLength": -1]]]]).isValid)
        }
    }

    @Test("the schema for schemas of draft 4 is known to schemas of draft 4, those of other drafts are not")
    func metaschemaOfDraft4() throws {
        func file(_ uri: String, _ dialect: SchemaDialect) throws -> SchemaFile {
            try SchemaFile(text: #"{"$ref": "\#(uri)"}"#, file: "a.json", dialect: dialect)
        }
        let schema = try file("http://json-schema.org/draft-04/schema#", .draft4).schema
        #expect(schema.validate(["minimum": 1, "exclusiveMinimum": true, "required": ["a"]]).isValid)
        #expect(!schema.validate(["properties": ["a": ["exclusiveMinimum": 1]]]).isValid)
        for (uri, dialect) in [
            ("http://json-schema.org/draft-04/schema#", SchemaDialect.draft2020_12),
            ("http://json-schema.org/draft-07/schema#", .draft4),
            ("https://json-schema.org/draft/2020-12/schema", .openAPI30),
        ] {
            let error = #expect(throws: ContractError.self) { try file(uri, dialect) }
            #expect("\(try #require(error))".hasPrefix("a.json:1:10: '\(uri)' can't be followed: its draft is another"))
        }
    }

    @Test("of the vocabularies each is known by itself")
    func vocabularies() throws {
        let names = [
            "core", "applicator", "unevaluated", "validation", "meta-data", "format-annotation", "format-assertion",
            "content",
        ]
        for name in names {
            let text = #"{"$ref": "https://json-schema.org/draft/2020-12/meta/\#(name)"}"#
            #expect(try SchemaFile(text: text, file: "a.json").schema.validate([:]).isValid)
        }
        #expect(failure(##"{"$ref": "http://json-schema.org/draft-03/schema#"}"##).contains("nothing is fetched"))
    }

    @Test("members that are written again are told with their places, in other files too; YAML refuses them")
    func duplicates() throws {
        let others = ["schemas/user.json": "{\n\"type\": \"object\", \"type\": \"array\"}"]
        let file = try file(#"{"$ref": "user.json", "title": "a", "title": "b"}"#, beside: others)
        #expect(
            file.duplicates.map(\.description) == [
                "schemas/root.json:1:37: member 'title' is written twice, and the first is lost (keep one)",
                "schemas/user.json:2:19: member 'type' is written twice, and the first is lost (keep one)",
            ]
        )
        #expect(try self.file("{}").duplicates.isEmpty)
    }

    @Test(
        "what is no schema is told with its place",
        arguments: zip(
            [#"{"type": "strin"}"#, #"{"properties": {"a": 1}}"#, #"{"#, ##"{"allOf": [{"$ref": "#"}]}"##],
            ["1:10: expected 'type'", "1:22: expected a schema", "1:2: expected a member name", "break the cycle"]
        )
    )
    func wrong(text: String, message: String) {
        #expect(failure(text).contains(message))
    }

    @Test("formats are noted or asserted as the dialect has it, or as asked")
    func formats() throws {
        let text = #"{"format": "uuid"}"#
        #expect(try file(text).schema.validate("x").isValid)
        #expect(try !file(text, assertsFormats: true).schema.validate("x").isValid)
        #expect(try !file(text, dialect: .openAPI30).schema.validate("x").isValid)
    }
}
