import YAMLSource

extension Catalogue {
    /// Reads the catalogue's YAML files, one area each.
    ///
    /// - Parameter files: the path that messages name, and the text, of every file.
    /// - Throws: ``CatalogueError`` with all problems of all files: text that is not YAML, unknown or missing keys, values
    ///   that are none of those known, a level stronger than its evidence carries, ids or schema parts given twice.
    public init(files: [(path: String, text: String)]) throws(CatalogueError) {
        var reader = CatalogueReader()
        for file in files.sorted(by: { $0.path < $1.path }) {
            reader.read(file.text, path: file.path)
        }
        guard reader.diagnostics.isEmpty else { throw CatalogueError(reader.diagnostics) }
        self.init(unique: reader.requirements)
    }
}

/// Reads files of the catalogue, and collects what is wrong in them.
private struct CatalogueReader {
    private(set) var requirements: [Requirement] = []
    private(set) var diagnostics: [Diagnostic] = []
    /// Where each id was first given.
    private var idPlaces: [String: SourcePlace] = [:]
    /// Where each part of a schema was first given.
    private var schemaPlaces: [String: SourcePlace] = [:]

    /// Reads one file.
    mutating func read(_ text: String, path: String) {
        do throws(YAMLSourceError) {
            var file = EntryReader(try LocatedValue(yaml: text, file: path), named: "a file of the catalogue")
            let area = file.text("area")
            _ = file.text("about")
            for (key, value) in file.entries("requirements") {
                readRequirement(key, value, area: area ?? "")
            }
            file.refuseOtherKeys()
            diagnostics += file.diagnostics
        } catch {
            diagnostics.append(error.diagnostic)
        }
    }

    /// Reads one requirement.
    private mutating func readRequirement(_ key: LocatedKey, _ value: LocatedValue, area: String) {
        var entry = EntryReader(value, named: "a requirement")
        let level = entry.choice("level", of: Level.self)
        let statement = entry.text("statement")
        let source = entry.text("source")
        let evidence = entry.choice("evidence", of: Requirement.Evidence.self)
        let since = entry.optionalDay("since")
        let schemas = entry.texts("schemas")
        let notTested = entry.optionalText("not-tested")
        entry.refuseOtherKeys()
        diagnostics += entry.diagnostics
        checkNames(key, schemas: schemas)
        guard let level, let evidence, let statement, let source else { return }
        if level > evidence.strongestLevel {
            tell(
                entry.place(of: "level"),
                "\(key.name) is '\(level)', but '\(evidence)' evidence carries at most '\(evidence.strongestLevel)'"
            )
        }
        requirements.append(
            Requirement(
                id: key.name,
                level: level,
                area: area,
                statement: statement,
                source: source,
                evidence: evidence,
                since: since,
                schemas: schemas.map(\.text),
                notTested: notTested
            )
        )
    }

    /// Checks the id's form, and that neither it nor a part of a schema was given before.
    private mutating func checkNames(_ key: LocatedKey, schemas: [(text: String, place: SourcePlace)]) {
        if !key.name.isRequirementID {
            tell(key.place, "id '\(key.name)' isn't capitals joined by hyphens (write it like UI-UNIQ-EMAIL)")
        }
        note(key.name, at: key.place, in: \.idPlaces, as: "id")
        for schema in schemas {
            note(schema.text, at: schema.place, in: \.schemaPlaces, as: "schema part")
        }
    }

    /// Remembers where a name is given, and tells when it was given before.
    private mutating func note(
        _ name: String,
        at place: SourcePlace,
        in places: WritableKeyPath<CatalogueReader, [String: SourcePlace]>,
        as what: String
    ) {
        if let first = self[keyPath: places][name] {
            tell(place, "\(what) '\(name)' is given twice, first at \(first) (keep one)")
        } else {
            self[keyPath: places][name] = place
        }
    }

    private mutating func tell(_ place: SourcePlace, _ message: String) {
        diagnostics.append(Diagnostic(place: place, message: message))
    }
}

extension String {
    /// Whether this is made of capitals, digits and single hyphens, and has at least two parts.
    fileprivate var isRequirementID: Bool {
        let parts = split(separator: "-", omittingEmptySubsequences: false)
        return parts.count > 1
            && parts.allSatisfy {
                !$0.isEmpty && $0.allSatisfy { ("A"..."Z").contains($0) || ("0"..."9").contains($0) }
            }
    }
}
