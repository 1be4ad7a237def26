import JSON
import JSONSchema
import SeamContract

extension Comparer {
    /// Compares the branches of two lists of alternatives.
    mutating func compareBranches(
        _ old: Alternatives,
        _ new: Alternatives,
        _ pair: SchemaPair
    ) throws(DifferenceError) {
        let (before, after) = try labels(old, new)
        let matching = BranchMatching(old: before, new: after)
        for place in matching.added {
            let evidence = new.branches[place].place.map { Evidence($0, after[place].value) }
            note(.branchAdded, pair, new: evidence, at: pair.trail.part(after[place].text), "a branch is new")
        }
        for place in matching.removed {
            let evidence = old.branches[place].place.map { Evidence($0, before[place].value) }
            note(.branchRemoved, pair, old: evidence, at: pair.trail.part(before[place].text), "a branch is gone")
        }
        compareSelectors(matching, before, after, old, new, pair)
        let isSplit = Dictionary(grouping: matching.pairs, by: \.old).mapValues { $0.count > 1 }
        for (place, other) in matching.pairs {
            let hasComparedValues =
                before[place].hasListedSelector && after[other].hasListedSelector
                && before[place].values != after[other].values
            try enqueue(
                SchemaPair(
                    old: old.branches[place].conjuncts,
                    new: new.branches[other].conjuncts,
                    trail: pair.trail.part(isSplit[place] == true ? after[other].text : before[place].text),
                    direction: pair.direction,
                    selector: hasComparedValues ? before[place].selector?.property : nil
                )
            )
        }
        let changed = matching.added.map { after[$0] } + matching.removed.map { before[$0] }
        compareMappings(old.discriminator, new.discriminator, changed: changed, pair)
    }

    /// Compares the values that say which branch is meant, over all branches that are the same: one that moves from a branch
    /// to another, as when a branch is split, is neither new nor gone.
    private mutating func compareSelectors(
        _ matching: BranchMatching,
        _ old: [BranchLabel],
        _ new: [BranchLabel],
        _ oldAlternatives: Alternatives,
        _ newAlternatives: Alternatives,
        _ pair: SchemaPair
    ) {
        let selecting = matching.pairs.filter { old[$0.old].hasListedSelector && new[$0.new].hasListedSelector }
        guard let first = selecting.first, let name = old[first.old].selector?.property else { return }
        let before = selecting.map { (values: old[$0.old].values, place: oldAlternatives.branches[$0.old].place) }
        let after = selecting.map { (values: new[$0.new].values, place: newAlternatives.branches[$0.new].place) }
        compareChoices(
            before.contains { $0.values.isEmpty } ? nil : Set(before.flatMap(\.values)),
            after.contains { $0.values.isEmpty } ? nil : Set(after.flatMap(\.values)),
            SchemaPair(old: [], new: [], trail: pair.trail.member(name), direction: pair.direction),
            old: { value in
                let branch = before.first { value.map($0.values.contains) ?? true }
                return branch?.place.map { Evidence($0, value) }
            },
            new: { value in
                let branch = after.first { value.map($0.values.contains) ?? true }
                return branch?.place.map { Evidence($0, value) }
            }
        )
    }

    private mutating func labels(
        _ old: Alternatives,
        _ new: Alternatives
    ) throws(DifferenceError) -> (old: [BranchLabel], new: [BranchLabel]) {
        do throws(ContractError) {
            let before = try self.old.selectingProperty(of: old)
            let after = try self.new.selectingProperty(of: new)
            let property = new.branches.count > 1 ? after ?? before : before ?? after
            return (
                try self.old.labels(of: old, selectedBy: property),
                try self.new.labels(of: new, selectedBy: property)
            )
        } catch {
            throw .document(error)
        }
    }
}

extension BranchLabel {
    /// The values of a property that say that this branch is meant; empty when any will do, or none say so.
    fileprivate var values: Set<JSONValue> { selector?.values ?? [] }

    /// Whether the branch itself says by which values it is meant, or that any will do.
    fileprivate var hasListedSelector: Bool { selector.map { !$0.isImplied } ?? false }
}
