import JSONSchema
import YAMLSource

/// Rule: a list of parameters has each once.
///
/// · told when: two of one list have the same name and place; names of headers are the same in any case
/// · source: OpenAPI 3.0.3, Operation Object, `parameters`.
enum DuplicateParameterRule: LintRule {
    static let id = "duplicate-parameter"
    static let severity = ContractProblem.Severity.error

    static func diagnostics(in document: LintedDocument) -> [Diagnostic] {
        (document[.operation] + document[.pathItem]).flatMap { site in
            var seen: Set<[String]> = []
            let items = site["parameters"]?.items ?? []
            return items.enumerated().compactMap { index, value -> Diagnostic? in
                let place = site.place.appending("parameters").appending(index)
                guard let parameter = document.site(.parameter, value, at: place),
                    let name = parameter.text("name"), let location = parameter.text("in")
                else { return nil }
                let key = [location, location == "header" ? name.lowercased() : name]
                guard !seen.insert(key).inserted else { return nil }
                return Diagnostic(
                    place: value.place,
                    message: "parameter '\(name)' in \(location) is listed twice (keep one)"
                )
            }
        }
    }
}
