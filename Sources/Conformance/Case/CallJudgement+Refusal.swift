import Scenarios

extension CallJudgement {
    /// Whether the call was accepted though an expectation asks for its refusal, or was refused though one asks for its
    /// acceptance.
    ///
    /// What else the step or the next ones say has nothing to be judged by then: the case goes no further.
    var isOtherwise: Bool { items.contains(where: isOtherwise) }

    /// The judgements that count: all of them, or those up to the first that asks for another outcome than the one that came.
    var weighedItems: ArraySlice<Item> {
        guard let first = items.firstIndex(where: isOtherwise) else { return items[...] }
        return items[...first]
    }

    /// Whether an expectation asks for another outcome than the one that came.
    private func isOtherwise(_ item: Item) -> Bool {
        guard !item.mismatches.isEmpty else { return false }
        return item.expectation.claims.contains { claim in
            switch claim {
            case .rejected: isSuccess
            case .status(let statuses): isRefused && statuses.ranges.allSatisfy { (200...299).contains($0.lowerBound) }
            case .body, .header, .within, .outcomes, .value: false
            }
        }
    }
}
