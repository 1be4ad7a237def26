package import SeamContract

/// What is different between two contracts.
public struct ContractDifference: Sendable {
    /// What has changed, the worst for clients first, then by operation, place and rule; each fingerprint once.
    ///
    /// Changes of descriptions are here too.
    public internal(set) var changes: [Change]
    /// The fingerprints for which somebody has decided something and that no change has, with the places of the decisions.
    public internal(set) var unusedOverrides: [SeverityOverrides.Entry] = []

    /// Compares two documents.
    ///
    /// - Parameters:
    ///   - old: the old one.
    ///   - new: the new one.
    ///   - pairLimit: how many pairs of schemas are compared at most, which bounds time and memory.
    /// - Throws: `ContractError` when a document can't be followed or compared.
    package init(
        from old: OpenAPIDocument,
        to new: OpenAPIDocument,
        pairLimit: Int = 1_000_000
    ) throws(ContractError) {
        let (before, after) = (try PathReader.view(of: old), try PathReader.view(of: new))
        var comparer = Comparer(old: SchemaReader(old), new: SchemaReader(new), pairLimit: pairLimit)
        do throws(DifferenceError) {
            try comparer.compare(before, after)
        } catch {
            switch error {
            case .document(let error): throw error
            case .tooManySchemas:
                throw new.error(
                    DocumentFault(
                        message:
                            "the schemas refer to each other in more than \(pairLimit) ways, which is too many to compare",
                        place: new.root.place
                    )
                )
            }
        }
        var folding = ChangeFolding(units: comparer.units, methods: before.methodsByTemplate(with: after))
        changes = folding.changes(from: old, to: new)
        sort(for: .client)
    }

    /// Puts the worst for one side first; of equals the worse for the other side, then by operation, place and rule.
    mutating func sort(for audience: Audience) {
        let other: Audience = audience == .client ? .vendor : .client
        changes.sort { left, right in
            if left.impact[audience] != right.impact[audience] { return left.impact[audience] > right.impact[audience] }
            if left.impact[other] != right.impact[other] { return left.impact[other] > right.impact[other] }
            return left.sortingTexts.lexicographicallyPrecedes(right.sortingTexts)
        }
    }
}

extension Change {
    /// What decides the order of changes that are equally bad.
    fileprivate var sortingTexts: [String] {
        [operations.first?.path ?? "", place, rule.id, sentence, fingerprint]
    }
}
