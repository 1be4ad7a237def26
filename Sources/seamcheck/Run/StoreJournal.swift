import Conformance
import History
import Results

/// The journal of a run, kept in the store.
struct StoreJournal: CreationJournal {
    /// The store.
    let store: Store
    /// The id of the run.
    let run: String
    /// The URL of the endpoint.
    let endpoint: String

    func intend(_ intents: [CreationIntent]) throws -> [Int64] {
        try store.intend(intents, ofRun: run, at: endpoint)
    }

    func identify(_ entry: Int64, parameter: String, id: String) throws {
        try store.identify(entry, parameter: parameter, id: id)
    }

    func settle(_ entries: [Int64]) throws {
        try store.settle(entries)
    }
}
