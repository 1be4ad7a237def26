public import Results
import SeamContract

/// What is known to be broken, as a file that is reviewed and kept beside the code.
///
/// One line for each requirement that a finding breaks, sorted, so that a diff tells what was fixed and what was accepted.
public struct BaselineFile: Sendable, Hashable {
    /// One thing that is known to be broken.
    public struct Failure: Sendable, Hashable {
        /// The case that shows it.
        public let caseID: String
        /// The requirement that is broken; nil when the case was blocked, which breaks none.
        public let requirement: String?
        /// The fingerprint of the finding; nil when the case was blocked.
        public let fingerprint: String?

        /// A failure.
        ///
        /// - Parameters:
        ///   - caseID: the case that shows it.
        ///   - requirement: the requirement that is broken.
        ///   - fingerprint: the fingerprint of the finding.
        public init(caseID: String, requirement: String? = nil, fingerprint: String? = nil) {
            self.caseID = caseID
            self.requirement = requirement
            self.fingerprint = fingerprint
        }
    }

    /// The version of the form; it rises when a reader of the older one would go wrong.
    public static let version = 1

    /// The path that messages name.
    public let path: String
    /// How many cases came to a judgement.
    public let testedCount: Int
    /// What is broken, sorted by case, requirement and fingerprint, each once.
    public let failures: [Failure]

    /// A file.
    ///
    /// - Parameters:
    ///   - path: the path that messages name.
    ///   - testedCount: how many cases came to a judgement.
    ///   - failures: what is broken, in any order.
    public init(path: String, testedCount: Int, failures: some Sequence<Failure>) {
        self.path = path
        self.testedCount = testedCount
        self.failures = Set(failures).sorted { $0.order.lexicographicallyPrecedes($1.order) }
    }

    /// What is broken in a run; what a waiver allows is left out, since the waiver goes on allowing it.
    ///
    /// - Parameters:
    ///   - run: the run.
    ///   - path: the path that messages name.
    public init(_ run: RunOutcome, path: String) {
        self.init(
            path: path,
            testedCount: run.testedCount,
            failures: run.cases.filter { $0.value.verdict == .failed || $0.value.verdict == .blocked }
                .flatMap { id, outcome -> [Failure] in
                    let musts = outcome.breaches.filter { $0.severity == .must }
                    guard !musts.isEmpty else { return [Failure(caseID: id)] }
                    return musts.flatMap { breach in
                        breach.requirements.map {
                            Failure(caseID: id, requirement: $0, fingerprint: breach.fingerprint)
                        }
                    }
                }
        )
    }

    /// How the cases that are broken came out, by their ids.
    var cases: [String: RunOutcome.Case] {
        Dictionary(grouping: failures, by: \.caseID).mapValues { failures in
            let told = failures.compactMap { failure in
                failure.requirement.flatMap { requirement in failure.fingerprint.map { ($0, requirement) } }
            }
            let breaches = Dictionary(grouping: told) { $0.0 }.mapValues { $0.map(\.1) }
            return RunOutcome.Case(
                verdict: told.isEmpty ? .blocked : .failed,
                requirements: Set(told.map(\.1)).sorted()
                    .map { RequirementResult(id: $0, level: .must, weighed: 1, broken: 1) },
                breaches: breaches.sorted { $0.key < $1.key }.map {
                    FindingTrace(fingerprint: $0.key, requirements: $0.value)
                }
            )
        }
    }
}

extension BaselineFile.Failure {
    /// What it is sorted by.
    fileprivate var order: [String] { [caseID, requirement ?? "", fingerprint ?? ""] }
}

extension RunOutcome {
    /// How many cases came to a judgement.
    var testedCount: Int { cases.values.count { $0.verdict?.isJudgement ?? false } }
}
