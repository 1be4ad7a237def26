public import Results

/// Which runs a question is about: those of one line of development.
///
/// Without labels these are the runs with the same values of the label `branch` as the latest run, or with none like it. With
/// labels they are the runs that have them all. Only nights are among them, from which no case was left out. Runs of the embedded reference server and runs of an endpoint are never
/// mixed: they go with the latest of them.
public struct RunSelection: Sendable, Hashable {
    /// The labels that the runs have, all of them; empty for the branch of the latest run.
    public let labels: [Label]
    /// How many runs at most, the newest; nil for all.
    public let limit: Int?

    /// A selection.
    ///
    /// - Parameters:
    ///   - labels: the labels that the runs have; empty for the branch of the latest run.
    ///   - limit: how many runs at most, the newest, at least 1; nil for all.
    public init(labels: [Label] = [], limit: Int? = nil) {
        self.labels = labels
        self.limit = limit
    }

    /// The label that tells lines of development apart.
    static let branchKey = "branch"

    /// The runs of the selection.
    ///
    /// - Parameter runs: all runs, oldest first.
    /// - Returns: those that are selected, in their order.
    func selected(of runs: [RunLine.Run]) -> [RunLine.Run] {
        let runs = runs.filter(\.header.isNight)
        let wanted = labels.isEmpty ? runs.last?.header.values(of: Self.branchKey) : nil
        let fitting = runs.filter { run in
            wanted.map { run.header.values(of: Self.branchKey) == $0 } ?? labels.allSatisfy(run.header.labels.contains)
        }
        guard let isEmbedded = fitting.last?.header.isEmbedded else { return [] }
        let line = fitting.filter { $0.header.isEmbedded == isEmbedded }
        return Array(line.suffix(limit ?? line.count))
    }
}

extension RunHeader {
    /// The values of a label.
    func values(of key: String) -> [String] { labels.filter { $0.key == key }.map(\.value) }
}
