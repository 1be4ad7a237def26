import YAMLSource

/// Rule: a path begins with a slash, and no two fit the same requests.
///
/// · told when: it does not, or another differs from it only by the names of its parameters
/// · source: OpenAPI 3.0.3, Paths Object.
enum DuplicatePathRule: LintRule {
    static let id = "path"
    static let severity = ContractProblem.Severity.error

    static func diagnostics(in document: LintedDocument) -> [Diagnostic] {
        var first: [String: LocatedKey] = [:]
        return document.paths.compactMap { path, _ in
            guard path.name.hasPrefix("/") else {
                return Diagnostic(
                    place: path.place,
                    message: "path '\(path.name)' must begin with '/' (write '/\(path.name)')"
                )
            }
            guard let other = first.updateValue(path, forKey: PathTemplate(path.name).form) else { return nil }
            return Diagnostic(
                place: path.place,
                message: "'\(path.name)' fits the same requests as '\(other.name)' at \(other.place) (keep one)"
            )
        }
    }
}
