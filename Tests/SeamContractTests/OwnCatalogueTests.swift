import Foundation
import JSON
import JSONSchema
import SeamContract
import Testing
import YAMLSource

@Suite("The project's own catalogue")
struct OwnCatalogueTests {
    private let catalogue: Catalogue

    init() throws {
        catalogue = try ProjectFiles.catalogue.get()
    }

    @Test("each file holds the area that it is named after")
    func areas() throws {
        let names = try ProjectFiles.catalogueFiles().map {
            URL(fileURLWithPath: $0.path).deletingPathExtension().lastPathComponent
        }
        #expect(Set(catalogue.requirements.map(\.area)) == Set(names))
    }

    @Test("every statement is a sentence")
    func sentences() {
        for requirement in catalogue.requirements {
            #expect(requirement.statement.hasSuffix("."), "\(requirement.id)")
        }
    }

    @Test("every part of a schema that a requirement names is in the contract document")
    func schemaParts() throws {
        let text = try ProjectFiles.text("scenarios/contract/seam.yaml")
        let components = try #require(try LocatedValue(yaml: text, file: "seam.yaml").json["components"]?["schemas"])
        for requirement in catalogue.requirements {
            for part in requirement.schemas where !part.hasPrefix(".") {
                let names = part.split(separator: "#")[0].split(separator: ".").map(String.init)
                var schema = try #require(components[names[0]], "\(part)")
                for name in names.dropFirst() {
                    let items = schema["items"] ?? schema
                    let branch = items["oneOf"]?[0] ?? items
                    schema = try #require(branch["properties"]?[name], "\(part)")
                }
            }
        }
    }

    @Test(
        "a breach of a response names the requirement that it breaks",
        arguments: [
            ("a missing acs_user_ids", "UI-SCHEMA-BASE", #"{"acs_user_ids": "-"}"#),
            ("missing merged ids", "UI-SCHEMA-MERGED", #"{"merged_user_identity_ids": "-"}"#),
            ("a missing email_address", "UI-NULL-PRESENT", #"{"email_address": "-"}"#),
            ("an id that is no UUID", "UI-ID-UUID", #"{"user_identity_id": "1"}"#),
            ("a linked id that is no UUID", "UI-ID-UUID", #"{"acs_user_ids": ["1"]}"#),
            ("a time without zone", "UI-CREATED-FMT", #"{"created_at": "2026-08-21 10:00"}"#),
            ("an empty display_name", "UI-DISPLAY-NONEMPTY", #"{"display_name": ""}"#),
            ("errors that are null", "UI-ARRAYS", #"{"errors": null}"#),
            ("an error without code", "UI-CODE-PRESENT", #"{"errors": [{"acs_system_id": "x"}]}"#),
            ("an error of another kind", "AU-ENUMS", #"{"errors": [{"error_code": "other"}]}"#),
            ("a warning that is text", "UI-WARN-ITEM", #"{"warnings": ["soon"]}"#),
        ]
    )
    func identityAttribution(breach: String, id: String, change: String) throws {
        try expect(id, for: change, of: ResponseSamples.userIdentity, at: "/user_identities/get", key: "user_identity")
    }

    @Test(
        "a breach of an access-system user names the requirement that it breaks",
        arguments: [
            ("a missing is_managed", "AU-MANAGED", #"{"is_managed": "-"}"#),
            ("a missing created_at", "AU-SCHEMA", #"{"created_at": "-"}"#),
            ("an unknown type", "AU-ENUMS", #"{"external_type": "new_user"}"#),
            ("an unknown error", "AU-ENUMS", #"{"errors": [{"error_code": "new_error"}]}"#),
            ("an optional member that is null", "AU-OMIT", #"{"email_address": null}"#),
            ("an optional member of another type", "AU-SCHEMA", #"{"email_address": 3}"#),
            ("an unknown mutation", "AU-PENDING", #"{"pending_mutations": [{"mutation_code": "sleeping"}]}"#),
            ("a system id that is no UUID", "AU-IDS", #"{"acs_system_id": "1"}"#),
        ]
    )
    func userAttribution(breach: String, id: String, change: String) throws {
        try expect(id, for: change, of: ResponseSamples.acsUser, at: "/acs/users/get", key: "acs_user")
    }

    @Test("a breach of the response itself names the requirement that it breaks")
    func responseAttribution() throws {
        let schema = try #require(try ProjectFiles.contract.get()["/user_identities/list"]?.response(for: 200)?.schema)
        func ids(_ body: JSONValue) -> [String?] {
            schema.validate(body).violations.map { catalogue.requirement(for: $0)?.id }
        }
        #expect(ids(["ok": false, "user_identities": [], "pagination": ResponseSamples.pagination]) == ["TR-OK-TRUE"])
        #expect(ids(["ok": true, "user_identities": []]) == ["LS-ENV"])
        #expect(ids(["ok": true, "pagination": ResponseSamples.pagination]) == ["TR-SCHEMA"])
    }

    /// Changes members of a sample (`"-"` takes one out) and expects that some violation belongs to the requirement.
    private func expect(
        _ id: String,
        for change: String,
        of sample: JSONValue,
        at path: String,
        key: String
    ) throws {
        var changed = try #require(sample.objectValue)
        for member in try #require(try JSONValue(parsing: change).objectValue) {
            let isLeftOut = member.value.stringValue == "-"
            changed[member.key] = isLeftOut ? Optional.none : member.value
        }
        let schema = try #require(try ProjectFiles.contract.get()[path]?.response(for: 200)?.schema)
        let violations = schema.validate(["ok": true, key: .object(changed)]).violations
        let broken = violations.map { catalogue.requirement(for: $0)?.id ?? "none" }
        #expect(broken.contains(id))
    }
}
