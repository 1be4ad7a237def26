import YAMLSource

/// Rule: the parameters in a path are declared, and those that are declared for it are in the path, and required.
///
/// · told when: `{x}` has no parameter `x` in `path`, a parameter in `path` has no `{x}`, or is not `required: true`
/// · source: OpenAPI 3.0.3, Path Templating and Parameter Object.
enum PathParameterRule: LintRule {
    static let id = "path-parameter"
    static let severity = ContractProblem.Severity.error

    static func diagnostics(in document: LintedDocument) -> [Diagnostic] {
        document.operations.flatMap { undeclared($0, in: document) }
            + document.paths.flatMap { path, item in misplaced(in: item, at: path, document) }
            + document.operations.flatMap { misplaced(in: $0.site, at: $0.path, document) }
            + document[.parameter].compactMap(optional)
    }

    private static func undeclared(_ operation: LintedDocument.Operation, in document: LintedDocument) -> [Diagnostic] {
        let declared = parameters(of: operation.site, document) + parameters(of: operation.item, document)
        let names = Set(declared.compactMap { $0.text("name") })
        return PathTemplate(operation.path.name).names.filter { !names.contains($0) }.map { name in
            Diagnostic(
                place: operation.path.place,
                message: "\(operation.name): parameter '\(name)' of the path is not declared "
                    + "(add { in: path, name: \(name), required: true, schema: … } to 'parameters')"
            )
        }
    }

    private static func misplaced(
        in site: LintSite,
        at path: LocatedKey,
        _ document: LintedDocument
    ) -> [Diagnostic] {
        let names = PathTemplate(path.name).names
        return parameters(of: site, document).compactMap { parameter in
            guard let name = parameter.text("name"), !names.contains(name) else { return nil }
            let hint = names.isEmpty ? "it has none" : Suggestion.text(for: name, among: names)
            return Diagnostic(
                place: parameter["name"]?.place ?? parameter.value.place,
                message: "the path '\(path.name)' has no parameter '{\(name)}' (\(hint))"
            )
        }
    }

    private static func optional(_ parameter: LintSite) -> Diagnostic? {
        guard parameter.text("in") == "path", !parameter.isSet("required") else { return nil }
        return Diagnostic(
            place: parameter["required"]?.place ?? parameter.value.place,
            message: "a parameter of a path is always there (add required: true)"
        )
    }

    private static func parameters(of site: LintSite, _ document: LintedDocument) -> [LintSite] {
        document.items("parameters", of: site, as: .parameter).filter { $0.text("in") == "path" }
    }
}
