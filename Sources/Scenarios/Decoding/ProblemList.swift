import YAMLSource

/// What was found wrong so far, each thing once however often it is met, and no more than ``ScenarioBounds/problems``.
struct ProblemList: Sendable {
    /// The problems.
    private var diagnostics: Set<Diagnostic> = []

    /// Whether nothing was found wrong.
    var isEmpty: Bool { diagnostics.isEmpty }

    /// The problems by file, line and column.
    var sorted: [Diagnostic] { diagnostics.sorted() }

    /// Adds a problem.
    mutating func add(_ place: SourcePlace, _ message: String) {
        add(Diagnostic(place: place, message: message))
    }

    /// Adds a problem.
    private mutating func add(_ diagnostic: Diagnostic) {
        guard !isFull else { return }
        diagnostics.insert(diagnostic)
    }

    /// Whether as many problems were found as are shown.
    var isFull: Bool { diagnostics.count >= ScenarioBounds.problems }

    /// Adds what was found wrong elsewhere.
    mutating func add(_ others: ProblemList) {
        for diagnostic in others.sorted { add(diagnostic) }
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
                for diagnostic in check.diagnostics { add(diagnostic) }
                return source
            } catch {
                add(error.diagnostic)
                guard let rest = error.rest, text.utf8.count <= Self.repetitionBytes else { return nil }
                text = rest
            }
        }
        return nil
    }

    /// How many members that are there twice are told of one file.
    private static let repetitionLimit = 20
    /// Of a longer text only the first is told, since each further one takes another reading.
    private static let repetitionBytes = 1 << 18
}
