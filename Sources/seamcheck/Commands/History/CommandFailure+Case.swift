import History
import YAMLSource

extension CommandFailure {
    /// The failure that no run, or none that was asked about, had a case.
    ///
    /// - Parameters:
    ///   - id: the case's id.
    ///   - store: the store.
    /// - Throws: `StoreError`.
    init(unknownCase id: String, in store: Store) throws {
        let known = try store.caseIDs()
        if known.contains(id) {
            self.init(
                "none of the runs that are asked about had the case '\(id)', but others did; name their --label or more by --last",
                status: .usage
            )
            return
        }
        let near = Suggestion.nearest(to: id, among: known)
        let hint = near.map { "did you mean '\($0)'?" } ?? "`seamcheck scenarios list` lists those of the suite"
        self.init("no run in \(store.path) had the case '\(id)'; \(hint)", status: .usage)
    }
}
