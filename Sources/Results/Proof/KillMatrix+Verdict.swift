public import SeamContract

extension KillMatrix {
    /// What is wrong with the proof: one sentence for each, in the order of what it concerns; empty when the suite is proven.
    ///
    /// - Parameters:
    ///   - catalogue: the requirements.
    ///   - isWhole: whether every fault of the server was tried, so that requirements without one can be told.
    /// - Returns: the sentences.
    public func shortcomings(in catalogue: Catalogue, isWhole: Bool) -> [String] {
        let alarms = falseAlarms.map { "\($0): found broken on the server without a fault" }
        let unknown = trials.filter { catalogue[$0.requirement] == nil }
            .map { "\($0.fault): the catalogue has no requirement \($0.requirement)" }
        let survived = trials.compactMap(\.shortcoming)
        return alarms + unknown + survived + (isWhole ? gaps(in: catalogue) : [])
    }

    /// Where the catalogue and what runs weigh differ, and what has no fault.
    private func gaps(in catalogue: Catalogue) -> [String] {
        let broken = Set(trials.map(\.requirement))
        return catalogue.requirements.flatMap { requirement in
            let isWeighed = scenarios[requirement.id] != nil
            switch (requirement.notTested, isWeighed) {
            case (nil, false): return ["\(requirement.id): no scenario weighs it, and no reason is given"]
            case (.some, true): return ["\(requirement.id): is said to be untested, but a scenario weighs it"]
            case (nil, true) where requirement.level != .may && !broken.contains(requirement.id):
                return ["\(requirement.id): no fault breaks it, so that its scenarios were never seen to fail"]
            default: return []
            }
        }
    }
}

extension FaultTrial {
    /// What is wrong with the trial, as a sentence; nil when the fault was noticed.
    fileprivate var shortcoming: String? {
        switch outcome {
        case .killed: nil
        case .survived: "\(fault): nothing notices it (\(requirement))"
        case .killedElsewhere:
            "\(fault): only noticed as \(named.prefix(3).joined(separator: ", ")), not as \(requirement)"
        }
    }
}
