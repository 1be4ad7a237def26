public import Results

/// What a run is compared with: how the cases came out before the change.
public enum Baseline: Sendable, Hashable {
    /// A run of the same store.
    case run(RunOutcome)
    /// What is known to be broken, for those who share no store.
    case file(BaselineFile)

    /// How the cases came out, by their ids; of a file, only those that are broken.
    public var cases: [String: RunOutcome.Case] {
        switch self {
        case .run(let outcome): outcome.cases
        case .file(let file): file.cases
        }
    }

    /// What it is called, such as `run 0198…` or the path of the file.
    public var name: String {
        switch self {
        case .run(let outcome): "run \(outcome.header.id)"
        case .file(let file): file.path
        }
    }
}
