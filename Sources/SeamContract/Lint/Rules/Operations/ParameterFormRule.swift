import JSON
import YAMLSource

/// Rule: a parameter says where it is, and in one way what it holds and how it is written.
///
/// · told when: `in` is unknown, neither or both of `schema` and `content` are there, `content` has not just one entry, or
///   `style` is none for that place
/// · source: OpenAPI 3.0.3, Parameter Object and Style Values.
enum ParameterFormRule: LintRule {
    static let id = "parameter-form"
    static let severity = ContractProblem.Severity.error

    /// The styles that parameters in a place may have.
    private static let styles = [
        "path": ["matrix", "label", "simple"], "query": ["form", "spaceDelimited", "pipeDelimited", "deepObject"],
        "header": ["simple"], "cookie": ["form"],
    ]

    static func diagnostics(in document: LintedDocument) -> [Diagnostic] {
        document[.parameter].flatMap { form($0, location: $0.text("in")) }
            + document[.header].flatMap { form($0, location: "header") }
    }

    private static func form(_ parameter: LintSite, location: String?) -> [Diagnostic] {
        var found: [Diagnostic] = []
        if let location, styles[location] == nil {
            let hint = Suggestion.text(for: location, among: ["query", "path", "header", "cookie"])
            found.append(
                Diagnostic(
                    place: parameter["in"]?.place ?? parameter.value.place,
                    message: "no parameter is in '\(location)' (\(hint))"
                )
            )
        }
        if let style = parameter["style"], let text = parameter.text("style"),
            let known = location.flatMap({ styles[$0] }),
            !known.contains(text)
        {
            let hint = Suggestion.text(for: text, among: known)
            found.append(
                Diagnostic(place: style.place, message: "there is no style '\(text)' in \(location ?? "") (\(hint))")
            )
        }
        return found + content(of: parameter)
    }

    private static func content(of parameter: LintSite) -> [Diagnostic] {
        switch (parameter["schema"], parameter["content"]) {
        case (nil, nil):
            [Diagnostic(place: parameter.value.place, message: "nothing says what it holds (add a 'schema')")]
        case (_?, let content?):
            [Diagnostic(place: content.place, message: "'content' stands beside 'schema' (keep one)")]
        case (nil, let content?) where content.members.count != 1:
            [
                Diagnostic(
                    place: content.place,
                    message: "'content' of a parameter has one media type, not \(content.members.count)"
                )
            ]
        default: []
        }
    }
}
