/// Reads a JSONPath query by the grammar of RFC 9535 appendix A.
struct JSONPathParser {
    /// The most parentheses, filters and function calls that may be open at once.
    static let depthLimit = 64

    let scalars: [Unicode.Scalar]
    var place = 0
    var depth = 0

    /// A parser at the begin of a query.
    ///
    /// - Parameter text: the query.
    init(_ text: String) {
        scalars = Array(text.unicodeScalars)
    }

    /// Reads the whole text.
    mutating func path() throws(JSONPathSyntaxError) -> JSONPath.Query {
        guard take("$") else { throw unexpected("'$' at the begin") }
        let query = JSONPath.Query(isRelative: false, segments: try segments())
        guard place == scalars.count else { throw unexpected("'.' or '[' or the end") }
        return query
    }

    /// Reads segments as far as there are any.
    mutating func segments() throws(JSONPathSyntaxError) -> [JSONPath.Segment] {
        var segments: [JSONPath.Segment] = []
        while true {
            let start = place
            skipBlanks()
            guard let scalar, scalar == "." || scalar == "[" else {
                place = start
                return segments
            }
            segments.append(try segment())
        }
    }

    private mutating func segment() throws(JSONPathSyntaxError) -> JSONPath.Segment {
        if scalar == "[" { return JSONPath.Segment(isDescendant: false, selectors: try bracketedSelectors()) }
        place += 1
        let isDescendant = take(".")
        if isDescendant, scalar == "[" {
            return JSONPath.Segment(isDescendant: true, selectors: try bracketedSelectors())
        }
        if take("*") { return JSONPath.Segment(isDescendant: isDescendant, selectors: [.wildcard]) }
        return JSONPath.Segment(isDescendant: isDescendant, selectors: [.name(try shorthandName())])
    }

    private mutating func shorthandName() throws(JSONPathSyntaxError) -> String {
        guard let first = scalar, JSONPathParser.beginsName(first) else {
            throw unexpected("a name or '*' after the dot; write other names as ['name']")
        }
        var name = String.UnicodeScalarView()
        while let next = scalar, JSONPathParser.beginsName(next) || "0"..."9" ~= next {
            name.append(next)
            place += 1
        }
        return String(name)
    }

    private static func beginsName(_ scalar: Unicode.Scalar) -> Bool {
        "a"..."z" ~= scalar || "A"..."Z" ~= scalar || scalar == "_" || scalar.value >= 0x80
    }
}

extension JSONPathParser {
    /// The scalar at the place, nil at the end.
    var scalar: Unicode.Scalar? {
        place < scalars.count ? scalars[place] : nil
    }

    /// Moves behind spaces, tabs, line feeds and carriage returns.
    mutating func skipBlanks() {
        while let scalar, scalar == " " || scalar == "\t" || scalar == "\n" || scalar == "\r" {
            place += 1
        }
    }

    /// Moves behind a text when it stands at the place: whether it does.
    mutating func take(_ text: String) -> Bool {
        let expected = text.unicodeScalars
        guard scalars[place...].starts(with: expected) else { return false }
        place += expected.count
        return true
    }

    /// Does what needs one more level of nesting.
    mutating func nested<Result>(
        _ read: (inout JSONPathParser) throws(JSONPathSyntaxError) -> Result
    ) throws(JSONPathSyntaxError) -> Result {
        guard depth < JSONPathParser.depthLimit else {
            throw failure("nested deeper than \(JSONPathParser.depthLimit) levels")
        }
        depth += 1
        let result = try read(&self)
        depth -= 1
        return result
    }

    /// The error that something else than expected is at the place.
    func unexpected(_ expected: String) -> JSONPathSyntaxError {
        failure("expected \(expected), found \(scalar.map { "'\($0.escaped(asASCII: false))'" } ?? "the end")")
    }

    /// An error at the place, or at an earlier one.
    func failure(_ message: String, at earlier: Int? = nil) -> JSONPathSyntaxError {
        JSONPathSyntaxError(message: message, column: (earlier ?? place) + 1)
    }
}
