/// A path or URL with names in braces, such as `/doors/{door_id}`.
struct PathTemplate: Sendable {
    /// The names in braces, in order.
    let names: [String]
    /// The text with every name left out: equal for templates that fit the same paths.
    let form: String

    /// Reads a template; what is not closed is plain text.
    init(_ text: String) {
        var (names, form, rest) = ([String](), "", Substring(text))
        while let open = rest.firstIndex(of: "{"), let close = rest[open...].firstIndex(of: "}") {
            names.append(String(rest[open..<close].dropFirst()))
            form += rest[..<open] + "{}"
            rest = rest[close...].dropFirst()
        }
        self.names = names
        self.form = form + rest
    }
}
