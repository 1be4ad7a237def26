import JSON
import JSONSchema
import YAMLSource

/// Rule: a discriminator can tell its branches apart.
///
/// · told when: a branch of its `oneOf` or `anyOf` does not have its property, two branches are for one value, or a value
///   is mapped to a schema that is none of the branches
/// · source: OpenAPI 3.0.3, Discriminator Object.
enum DiscriminatorRule: LintRule {
    static let id = "discriminator"
    static let severity = ContractProblem.Severity.warning

    static func diagnostics(in document: LintedDocument) -> [Diagnostic] {
        document[.schema].flatMap { schema -> [Diagnostic] in
            guard let discriminator = schema["discriminator"],
                let property = discriminator["propertyName"]?.scalar?.stringValue
            else { return [] }
            let keyword = schema["oneOf"] == nil ? "anyOf" : "oneOf"
            let branches = branches(keyword, of: schema, document)
            guard !branches.isEmpty else { return [] }
            return unknowing(branches, property, document) + ambiguous(branches, property)
                + strangers(in: schema, branches, document)
        }
    }

    /// A branch as it is written, and the schema that it is.
    private typealias Branch = (written: LocatedValue, site: LintSite)

    private static func branches(_ keyword: String, of schema: LintSite, _ document: LintedDocument) -> [Branch] {
        (schema[keyword]?.items ?? []).enumerated().compactMap { index, value in
            document.site(.schema, value, at: schema.place.appending(keyword).appending(index)).map { (value, $0) }
        }
    }

    private static func unknowing(
        _ branches: [Branch],
        _ property: String,
        _ document: LintedDocument
    ) -> [Diagnostic] {
        branches.filter { !document.propertyNames(of: $0.site).contains(property) }.map { branch in
            Diagnostic(
                place: branch.written.place,
                message: "this branch has no property '\(property)', which the discriminator reads (add it)"
            )
        }
    }

    private static func ambiguous(_ branches: [Branch], _ property: String) -> [Diagnostic] {
        var first: [String: SourcePlace] = [:]
        return branches.flatMap { branch -> [Diagnostic] in
            let schema = branch.site["properties"]?[property]
            let values = (schema?["enum"]?.items ?? []) + [schema?["const"]].compactMap(\.self)
            return values.compactMap { value in
                guard let text = value.scalar?.stringValue else { return nil }
                guard let other = first[text] else {
                    first[text] = branch.written.place
                    return nil
                }
                return Diagnostic(
                    place: value.place,
                    message: "'\(text)' is for the branch at \(other), too, so '\(property)' can't tell them apart"
                )
            }
        }
    }

    private static func strangers(
        in schema: LintSite,
        _ branches: [Branch],
        _ document: LintedDocument
    ) -> [Diagnostic] {
        let mapping = schema.place.appending("discriminator").appending("mapping")
        return (schema["discriminator"]?["mapping"]?.members ?? []).compactMap { key, value in
            guard let text = value.scalar?.stringValue,
                let target = document.mappedSchema(text, at: mapping.appending(key.name)),
                !branches.contains(where: { $0.site.place == target })
            else { return nil }
            return Diagnostic(
                place: value.place,
                message: "'\(key.name)' is mapped to '\(text)', which is none of the branches (add it to them)"
            )
        }
    }
}
