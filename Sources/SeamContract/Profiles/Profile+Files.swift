import YAMLSource

extension Profile {
    /// Reads profile files, each called by the profile's id, such as `core@2026-08.yaml`.
    ///
    /// - Parameters:
    ///   - files: the path that messages name, and the text, of every file.
    ///   - catalogue: the requirements there are.
    /// - Returns: the profiles, sorted by id.
    /// - Throws: ``CatalogueError`` with all problems of all files.
    public static func profiles(
        in files: [(path: String, text: String)],
        of catalogue: Catalogue
    ) throws(CatalogueError) -> [Profile] {
        var profiles: [Profile] = []
        var diagnostics: [Diagnostic] = []
        for file in files.sorted(by: { $0.path < $1.path }) {
            var reader = ProfileReader(catalogue: catalogue)
            if let profile = reader.profile(in: file.text, path: file.path) { profiles.append(profile) }
            diagnostics += reader.diagnostics
        }
        guard diagnostics.isEmpty else { throw CatalogueError(diagnostics) }
        return profiles.sorted { $0.id < $1.id }
    }
}

/// Reads one profile file, and collects what is wrong in it.
private struct ProfileReader {
    let catalogue: Catalogue
    private(set) var diagnostics: [Diagnostic] = []

    init(catalogue: Catalogue) {
        self.catalogue = catalogue
    }

    /// The profile in a file; nil when something in it is wrong.
    mutating func profile(in text: String, path: String) -> Profile? {
        do throws(YAMLSourceError) {
            var file = EntryReader(try LocatedValue(yaml: text, file: path), named: "a profile")
            let id = file.text("profile")
            let about = file.text("about")
            let requirements = file.texts("requirements")
            let place = file.place(of: "profile")
            file.refuseOtherKeys()
            diagnostics += file.diagnostics
            check(requirements)
            guard let id, let about, diagnostics.isEmpty else { return nil }
            return profile(id: id, at: place, path: path, about: about, requirements: requirements.map(\.text))
        } catch {
            diagnostics.append(error.diagnostic)
            return nil
        }
    }

    /// The profile of that id, which must be of the form `name@YYYY-MM` and the name of its file.
    private mutating func profile(
        id: String,
        at place: SourcePlace,
        path: String,
        about: String,
        requirements: [String]
    ) -> Profile? {
        let parts = id.split(separator: "@", omittingEmptySubsequences: false).map(String.init)
        let month = parts.last?.split(separator: "-", omittingEmptySubsequences: false) ?? []
        guard parts.count == 2, !parts[0].isEmpty, month.map(\.count) == [4, 2], month.allSatisfy({ Int($0) != nil })
        else {
            tell(place, "profile '\(id)' must be a name and a month (write it like core@2026-08)")
            return nil
        }
        guard path.split(separator: "/").last.map(String.init) == id + ".yaml" else {
            tell(place, "profile '\(id)' stands in another file (call the file \(id).yaml)")
            return nil
        }
        return Profile(name: parts[0], version: parts[1], about: about, requirements: requirements)
    }

    /// Checks that each requirement is in the catalogue, and named once.
    private mutating func check(_ requirements: [(text: String, place: SourcePlace)]) {
        var seen: Set<String> = []
        for (id, place) in requirements {
            if catalogue[id] == nil { tell(place, "there is no requirement '\(id)' in the catalogue") }
            if !seen.insert(id).inserted { tell(place, "requirement '\(id)' is given twice (keep one)") }
        }
    }

    private mutating func tell(_ place: SourcePlace, _ message: String) {
        diagnostics.append(Diagnostic(place: place, message: message))
    }
}
