import YAMLSource

/// What was found wrong so far, each thing once however often it is met.
struct ProblemList: Sendable {
    /// The problems.
    private var diagnostics: Set<Diagnostic> = []

    /// Whether nothing was found wrong.
    var isEmpty: Bool { diagnostics.isEmpty }

    /// The problems by file, line and column.
    var sorted: [Diagnostic] { diagnostics.sorted() }

    /// Adds a problem.
    mutating func add(_ place: SourcePlace, _ message: String) {
        diagnostics.insert(Diagnostic(place: place, message: message))
    }

    /// Adds what was found wrong elsewhere.
    mutating func add(_ others: ProblemList) {
        diagnostics.formUnion(others.diagnostics)
    }

    /// Reads a file and checks its structure; nil when it is not even YAML.
    ///
    /// What is there twice is told and left out, so that the rest is looked at, too.
    mutating func source(of text: String, file: String) -> LocatedValue? {
        var text = text
        for _ in 0...Self.repetitionLimit {
            do {
                let source = try LocatedValue(yaml: text, file: file)
                var check = StructureCheck()
                check.check(source, .form(.file))
                diagnostics.formUnion(check.diagnostics)
                return source
            } catch {
                diagnostics.insert(error.diagnostic)
                guard let rest = error.rest else { return nil }
                text = rest
            }
        }
        return nil
    }

    /// How many members that are there twice are told of one file.
    private static let repetitionLimit = 20
}
