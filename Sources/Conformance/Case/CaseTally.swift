import Results
import SeamContract

/// What a case has shown so far: how often each requirement was weighed and broken, and the worst that was found.
struct CaseTally: Sendable {
    private var counts: [String: (weighed: Int, broken: Int)] = [:]
    private var severities: Set<Finding.Severity> = []

    /// Whether nothing of an endpoint could be judged, through our fault or the network's.
    var hasHarnessFault: Bool { severities.contains(.harness) }

    /// Counts requirements as weighed once.
    ///
    /// - Parameters:
    ///   - ids: the requirements.
    ///   - isBroken: whether they are broken.
    mutating func weigh(_ ids: [String], isBroken: Bool) {
        for id in ids {
            counts[id, default: (0, 0)].weighed += 1
            if isBroken { counts[id, default: (0, 0)].broken += 1 }
        }
    }

    /// Takes in how bad a finding is.
    mutating func note(_ severity: Finding.Severity) {
        severities.insert(severity)
    }

    /// The verdict when nothing else stands against one: a broken `must` counts whatever else went wrong.
    var verdict: Verdict {
        if severities.contains(.must) { return .failed }
        if severities.contains(.harness) { return .error }
        return severities.contains(.should) ? .warned : .passed
    }

    /// How each requirement came out, sorted by id.
    ///
    /// - Parameter catalogue: says the levels.
    /// - Returns: the results.
    func results(in catalogue: Catalogue) -> [RequirementResult] {
        counts.keys.sorted().compactMap { id in
            counts[id].map {
                RequirementResult(id: id, level: catalogue[id]?.level ?? .must, weighed: $0.weighed, broken: $0.broken)
            }
        }
    }
}

extension Catalogue {
    /// The id under which something is weighed: itself, or that of the response schemas when the catalogue lacks it.
    ///
    /// - Parameter id: the id that a check names.
    /// - Returns: an id of this catalogue, as far as it has one.
    func weighedID(_ id: String) -> String {
        self[id] == nil ? Self.schemaRequirementID : id
    }

    /// How much a breach of requirements weighs: as much as the strongest of them.
    ///
    /// - Parameter ids: the requirements' ids.
    /// - Returns: the severity; `must` when the catalogue has none of them.
    func severity(of ids: [String]) -> Finding.Severity {
        switch ids.compactMap({ self[$0]?.level }).max() ?? .must {
        case .must: .must
        case .should: .should
        case .may: .may
        }
    }
}
