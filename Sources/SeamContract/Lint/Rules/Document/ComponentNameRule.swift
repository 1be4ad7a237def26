import YAMLSource

/// Rule: the name of a component is made of letters, digits, `.`, `-` and `_`.
///
/// · told when: it has any other character, which references would have to escape
/// · source: OpenAPI 3.0.3, Components Object, fixed fields.
enum ComponentNameRule: LintRule {
    static let id = "component-name"
    static let severity = ContractProblem.Severity.error

    static func diagnostics(in document: LintedDocument) -> [Diagnostic] {
        document[.components].flatMap(\.members).filter { !$0.key.name.hasPrefix("x-") }
            .flatMap(\.value.members).map(\.key)
            .filter { key in
                key.name.isEmpty
                    || !key.name.unicodeScalars.allSatisfy {
                        $0.isASCII && $0.properties.isAlphabetic || ("0"..."9").contains($0)
                            || "._-".unicodeScalars.contains($0)
                    }
            }
            .map { key in
                Diagnostic(
                    place: key.place,
                    message: "component name '\(key.name)' may hold only letters, digits, '.', '-' and '_' (rename it)"
                )
            }
    }
}
