import JSON
import YAMLSource

extension BaselineFile {
    /// The file's text: YAML, one line for each failure, equal for equal failures.
    public var text: String {
        let head = """
            # What is known to be broken: `seamcheck gate --write-baseline` wrote it, and a gate with --baseline-file allows it.
            version: \(Self.version)
            tested: \(testedCount)

            """
        guard !failures.isEmpty else { return head + "failures: []\n" }
        return head + "failures:\n" + failures.map { "  - \($0.text)\n" }.joined()
    }

    /// Reads a file.
    ///
    /// - Parameters:
    ///   - text: the file's text.
    ///   - path: the path that messages name.
    /// - Throws: ``PolicyError`` with all problems of the file.
    public init(text: String, path: String) throws(PolicyError) {
        var reader: EntryReader
        do throws(YAMLSourceError) {
            reader = EntryReader(try LocatedValue(yaml: text, file: path), named: "a baseline file")
        } catch {
            throw PolicyError(diagnostics: [error.diagnostic])
        }
        let version = reader.count("version", in: 1...Int.max)
        let tested = reader.count("tested", in: 0...1_000_000)
        let items = reader.items("failures")
        reader.refuseOtherKeys()
        var diagnostics = reader.diagnostics
        if let version, version != Self.version {
            let message = "version \(version) is not known, only \(Self.version) is (update seamcheck)"
            diagnostics.append(Diagnostic(place: reader.place(of: "version"), message: message))
        }
        var failures: [Failure] = []
        for item in items {
            var entry = EntryReader(item, named: "a failure")
            if let failure = Failure(&entry) { failures.append(failure) }
            diagnostics += entry.diagnostics
        }
        guard let tested, version != nil, diagnostics.isEmpty else {
            let missing = Diagnostic(place: reader.place(of: "version"), message: "'version' is missing")
            throw PolicyError(diagnostics: diagnostics.isEmpty ? [missing] : diagnostics.sorted())
        }
        self.init(path: path, testedCount: tested, failures: failures)
    }
}

extension BaselineFile.Failure {
    /// `{ case: "…", requirement: "…", fingerprint: "…" }`; JSON strings, so that no text is read as something else.
    fileprivate var text: String {
        let members = [("case", caseID), ("requirement", requirement), ("fingerprint", fingerprint)]
            .compactMap { key, value in value.map { "\(key): \(JSONValue.string($0).serialized())" } }
        return "{ \(members.joined(separator: ", ")) }"
    }

    /// Reads a failure; nil when something is wrong with it.
    fileprivate init?(_ entry: inout EntryReader) {
        let caseID = entry.text("case")
        let fingerprint = entry.optionalText("fingerprint")
        let requirement = fingerprint == nil ? entry.optionalText("requirement") : entry.text("requirement")
        if requirement != nil, fingerprint == nil { _ = entry.text("fingerprint") }
        entry.refuseOtherKeys()
        guard entry.diagnostics.isEmpty, let caseID else { return nil }
        self.init(caseID: caseID, requirement: requirement, fingerprint: fingerprint)
    }
}
