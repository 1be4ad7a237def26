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

    /// How many segments of a path are filled in by parameters; nil when it does not fit.
    ///
    /// - Parameter path: the segments of the path.
    /// - Returns: the number.
    func parameterCount(in path: [String]) -> Int? {
        let segments = form.split(separator: "/", omittingEmptySubsequences: false)
        guard path.count == segments.count, zip(path, segments).allSatisfy(Self.fits) else { return nil }
        return segments.count { $0.contains("{}") }
    }

    /// Whether a text is a segment with something in the place of each parameter.
    private static func fits(_ text: String, _ segment: Substring) -> Bool {
        let literals = segment.split(separator: "{}", omittingEmptySubsequences: false)
        guard literals.count > 1, let first = literals.first, let last = literals.last else { return text == segment }
        guard text.hasPrefix(first) else { return false }
        var rest = text.dropFirst(first.count)
        for literal in literals.dropFirst().dropLast() {
            guard let range = rest.dropFirst().firstRange(of: literal) else { return false }
            rest = rest[range.upperBound...]
        }
        return rest.count > last.count && rest.hasSuffix(last)
    }
}
