import Results
import SeamContract

/// How a requirement stands after a run.
struct RequirementStanding {
    let id: String
    let level: Level
    /// The sentence; empty when the catalogue does not have it.
    let statement: String
    /// In how many cases it was weighed.
    let weighed: Int
    /// In how many of those it was broken.
    let broken: Int

    /// The requirements that a run weighed, those that are missing left out: broken ones first, then by level from `must`
    /// down, then by the number of cases in which they are broken, then by id.
    ///
    /// - Parameters:
    ///   - record: the run.
    ///   - catalogue: where the statements are.
    /// - Returns: the standings.
    static func all(in record: RunRecord, catalogue: Catalogue) -> [RequirementStanding] {
        let results = record.cases.compactMap(\.result).filter { $0.verdict != .failed || $0.cause == nil }
            .flatMap(\.requirements)
        let standings = Dictionary(grouping: results, by: \.id).map { id, results in
            RequirementStanding(
                id: id,
                level: results.map(\.level).max() ?? .may,
                statement: catalogue[id]?.statement ?? "",
                weighed: results.count,
                broken: results.count { $0.broken > 0 }
            )
        }
        return standings.sorted { left, right in
            if (left.broken > 0) != (right.broken > 0) { return left.broken > 0 }
            if left.level != right.level { return left.level > right.level }
            return left.broken == right.broken ? left.id < right.id : left.broken > right.broken
        }
    }
}
