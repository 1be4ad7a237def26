import Results

/// One thing that is not the same under two contexts.
public enum ContextDifference: Sendable, Hashable {
    /// The suite's fingerprint.
    case suite(before: String, after: String)
    /// The contract's fingerprint.
    case contract(before: String, after: String)
    /// The endpoint's URL.
    case endpoint(before: String, after: String)
    /// A label's values, in their order; empty where the run does not have it.
    case label(key: String, before: [String], after: [String])
}

extension RunContext {
    /// What is not the same in a later run: suite, contract and endpoint, then the labels by key.
    ///
    /// - Parameter later: the later run's context.
    /// - Returns: the differences; empty when there are none.
    public func differences(to later: RunContext) -> [ContextDifference] {
        var differences: [ContextDifference] = []
        if suite != later.suite { differences.append(.suite(before: suite, after: later.suite)) }
        if contract != later.contract { differences.append(.contract(before: contract, after: later.contract)) }
        if endpoint != later.endpoint { differences.append(.endpoint(before: endpoint, after: later.endpoint)) }
        for key in Set((labels + later.labels).map(\.key)).sorted() {
            let before = values(of: key)
            let after = later.values(of: key)
            if before != after { differences.append(.label(key: key, before: before, after: after)) }
        }
        return differences
    }

    /// The values of a label.
    private func values(of key: String) -> [String] {
        labels.filter { $0.key == key }.map(\.value)
    }
}
