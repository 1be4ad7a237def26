import Foundation
import Proof
import Scenarios

extension SuiteTrial {
    /// Whether nothing is left out, however long it takes (`make soak`).
    private static let isSoak = ProcessInfo.processInfo.environment["SOAK"] == "1"

    /// The trial with a part of its cases, spread over the suite; with all of them in a soak test.
    ///
    /// - Parameters:
    ///   - part: of how many cases one is kept.
    ///   - offset: the first that is kept.
    ///   - isNeeded: which cases are kept in any event.
    /// - Returns: the trial.
    func sample(oneIn part: Int, from offset: Int = 0, and isNeeded: (Case) -> Bool = { _ in false }) -> SuiteTrial {
        let kept = cases.enumerated().filter { index, item in
            Self.isSoak || index % part == offset % part || isNeeded(item)
        }
        return SuiteTrial(
            contract: contract,
            catalogue: catalogue,
            cases: kept.map(\.element),
            seed: seed,
            concurrency: concurrency
        )
    }
}
