import JSON
import YAMLSource

/// Everything that is wrong in a contract document, found at once.
public struct ContractLint: Sendable {
    /// The most problems that are told, errors before warnings.
    public static let problemLimit = 1_000

    /// The problems by place, ``problemLimit`` at most; empty when there is none.
    public let problems: [ContractProblem]
    /// Whether there are more than are told.
    public let hasMoreProblems: Bool
    /// How many paths the document has; 0 when it could not be read.
    public let pathCount: Int
    /// How many operations it has, which are methods of paths; 0 when it could not be read.
    public let operationCount: Int

    /// Looks for problems in a document and in the files that it refers to.
    ///
    /// - Parameters:
    ///   - text: the document: OpenAPI 3.0 or 3.1, in JSON or YAML.
    ///   - file: the path that messages name, and to which references to other files are relative.
    ///   - read: what reads another file by its path, where the document refers to one; nil when there is none.
    public init(text: String, file: String, reading read: ((_ path: String) throws -> String)? = nil) {
        do throws(ContractError) {
            try self.init(try DocumentSet(text: text, file: file, reading: read))
        } catch {
            let problem = ContractProblem(severity: .error, rule: "unreadable", diagnostic: error.diagnostic)
            self.init(problems: [problem], pathCount: 0, operationCount: 0)
        }
    }

    /// Looks for problems in files that could be read.
    private init(_ files: DocumentSet) throws(ContractError) {
        let (document, walk) = try Self.document(of: files)
        var found = walk.problems
        for rule in LintRules.all { found += rule.problems(in: document) }
        found = found.first(Self.problemLimit + 1).pointing(into: document)
        if !found.contains(where: { $0.rule == ReferenceCycleRule.id }) {
            let errors = found.filter { $0.severity == .error }
            found += UncompilableSchemaRule.problems(in: document).pointing(into: document).filter { problem in
                !errors.contains { $0.isWithin(problem) }
            }
        }
        self.init(
            problems: Array(Set(found)),
            pathCount: document.paths.count,
            operationCount: document.operations.count
        )
    }

    private init(problems: [ContractProblem], pathCount: Int, operationCount: Int) {
        self.problems = problems.first(Self.problemLimit).sorted()
        hasMoreProblems = problems.count > Self.problemLimit
        self.pathCount = pathCount
        self.operationCount = operationCount
    }

    /// The document that files are, taken apart, and how it was gone through.
    private static func document(of files: DocumentSet) throws(ContractError) -> (LintedDocument, DocumentWalk) {
        do {
            let reader = try OpenAPIReader(files)
            let located = try LocatedFiles(files)
            let walk = DocumentWalk(located, version: reader.version.minor, compiler: reader.compiler)
            return (LintedDocument(walk, files: located, compiler: reader.compiler), walk)
        } catch let error as DocumentFault {
            throw ContractError(error, in: files)
        } catch let error as YAMLSourceError {
            throw ContractError(place: error.place, message: error.message)
        } catch {
            throw ContractError(place: SourcePlace(file: files.root.file), message: "\(error)")
        }
    }
}

extension [ContractProblem] {
    /// The first of the problems by place, errors before warnings.
    fileprivate func first(_ limit: Int) -> [ContractProblem] {
        guard count > limit else { return self }
        let sorted = sorted()
        let errors = sorted.filter { $0.severity == .error }
        return Array((errors + sorted.filter { $0.severity != .error }).prefix(limit))
    }

    /// The problems with the parts of the document that they are about.
    fileprivate func pointing(into document: LintedDocument) -> [ContractProblem] {
        let pointers = document.files.pointers(at: Set(map(\.diagnostic.place)))
        return map { problem in
            var problem = problem
            problem.pointer = pointers[problem.diagnostic.place]
            return problem
        }
    }
}

extension ContractProblem {
    /// Whether this is about the same part of a file as another problem, or about something in it.
    fileprivate func isWithin(_ other: ContractProblem) -> Bool {
        guard diagnostic.place.file == other.diagnostic.place.file, let pointer, let whole = other.pointer else {
            return diagnostic.place == other.diagnostic.place
        }
        return pointer.tokens.starts(with: whole.tokens)
    }
}
