import JSON
import JSONSchema
import SeamContract

extension Comparer {
    /// Compares a schema with a list of alternatives of which it may have become one, or the reverse.
    ///
    /// - Returns: whether that was the case; otherwise nothing was compared.
    mutating func compareAsAlternatives(
        _ old: SchemaView,
        _ new: SchemaView,
        _ pair: SchemaPair
    ) throws(DifferenceError) -> Bool {
        if let before = old.asBranch, let after = new.bareAlternatives {
            let single = Alternatives(
                keyword: after.keyword,
                branches: [before],
                discriminator: nil,
                place: after.place
            )
            try compareBranches(single, after, pair)
            return true
        }
        if let before = old.bareAlternatives, let after = new.asBranch {
            let single = Alternatives(
                keyword: before.keyword,
                branches: [after],
                discriminator: nil,
                place: before.place
            )
            try compareBranches(before, single, pair)
            return true
        }
        return false
    }

    /// Compares the alternatives of two schemas: each `oneOf` and `anyOf` with the one in the same place of the row.
    mutating func compareAlternatives(
        _ old: SchemaView,
        _ new: SchemaView,
        _ pair: SchemaPair
    ) throws(DifferenceError) {
        for place in 0..<max(old.alternatives.count, new.alternatives.count) {
            let before = old.alternatives.indices.contains(place) ? old.alternatives[place] : nil
            let after = new.alternatives.indices.contains(place) ? new.alternatives[place] : nil
            switch (before, after) {
            case (let before?, let after?):
                compareKeywords(before, after, pair)
                compareDiscriminators(before, after, pair)
                try compareBranches(before, after, pair)
            case (nil, let after?):
                let sentence = "\(after.keyword) is new: a value must fit one of \(after.branches.count) branches"
                note(
                    .alternativesTightened,
                    pair,
                    new: Evidence(after.place),
                    at: pair.trail.part(after.keyword),
                    sentence
                )
            case (let before?, nil):
                let sentence =
                    "\(before.keyword) is gone: a value need not fit one of \(before.branches.count) branches"
                note(
                    .alternativesLoosened,
                    pair,
                    old: Evidence(before.place),
                    at: pair.trail.part(before.keyword),
                    sentence
                )
            case (nil, nil): break
            }
        }
    }

    /// Compares whether one branch must fit or at least one.
    private mutating func compareKeywords(_ old: Alternatives, _ new: Alternatives, _ pair: SchemaPair) {
        guard old.keyword != new.keyword else { return }
        let isTighter = new.keyword == "oneOf"
        note(
            isTighter ? .alternativesTightened : .alternativesLoosened,
            pair,
            old: Evidence(old.place, .string(old.keyword)),
            new: Evidence(new.place, .string(new.keyword)),
            isTighter
                ? "exactly one branch must fit (was at least one)" : "at least one branch must fit (was exactly one)"
        )
    }

    /// Compares which property says which branch is meant.
    private mutating func compareDiscriminators(_ old: Alternatives, _ new: Alternatives, _ pair: SchemaPair) {
        let (before, after) = (old.discriminator, new.discriminator)
        guard before?.value.propertyName != after?.value.propertyName else { return }
        let was = before.map { "'\($0.value.propertyName)'" } ?? "none"
        let now = after.map { "'\($0.value.propertyName)'" } ?? "none"
        note(
            .discriminatorChanged,
            pair,
            old: before.map { $0.evidence(.string($0.value.propertyName)) },
            new: after.map { $0.evidence(.string($0.value.propertyName)) },
            "the discriminator is now \(now) (was \(was))"
        )
    }

    private mutating func compareBranches(
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
            let selector = before[place].selector?.property
            try enqueue(
                SchemaPair(
                    old: old.branches[place].conjuncts,
                    new: new.branches[other].conjuncts,
                    trail: pair.trail.part(isSplit[place] == true ? after[other].text : before[place].text),
                    direction: pair.direction,
                    selector: before[place].values == after[other].values ? nil : selector
                )
            )
        }
        let changed = Set(matching.added.map { after[$0].text } + matching.removed.map { before[$0].text })
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
        let selecting = matching.pairs.filter { old[$0.old].selector != nil && new[$0.new].selector != nil }
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

    /// Compares the values that are mapped to branches, apart from those of branches that are themselves new or gone.
    private mutating func compareMappings(
        _ old: Found<Alternatives.Discriminator>?,
        _ new: Found<Alternatives.Discriminator>?,
        changed: Set<String>,
        _ pair: SchemaPair
    ) {
        guard let old, let new, old.value.propertyName == new.value.propertyName else { return }
        func isTold(_ value: String, _ target: String) -> Bool {
            let name = target.split(separator: "/").last.map(String.init) ?? target
            return changed.contains(name) || changed.contains { $0.contains(JSONValue.string(value).serialized()) }
        }
        let (before, after) = (old.value.mapping, new.value.mapping)
        for (value, target) in after.sorted(by: { $0.key < $1.key })
        where before[value] == nil && !isTold(value, target) {
            note(
                .discriminatorValueAdded,
                pair,
                new: new.evidence(.string(value)),
                at: pair.trail.part("\(new.value.propertyName) \(value)"),
                "'\(value)' in '\(new.value.propertyName)' is new, and means \(target)"
            )
        }
        for (value, target) in before.sorted(by: { $0.key < $1.key })
        where after[value] == nil && !isTold(value, target) {
            note(
                .discriminatorValueRemoved,
                pair,
                old: old.evidence(.string(value)),
                at: pair.trail.part("\(old.value.propertyName) \(value)"),
                "'\(value)' in '\(old.value.propertyName)' is gone, and meant \(target)"
            )
        }
    }
}

extension BranchLabel {
    /// The values of a property that say that this branch is meant; empty when any will do, or none say so.
    fileprivate var values: Set<JSONValue> { selector?.values ?? [] }
}

extension SchemaView {
    /// This as the only branch of alternatives; nil when it has alternatives itself, or asks for nothing.
    fileprivate var asBranch: Alternatives.Branch? {
        alternatives.isEmpty && !conjuncts.isEmpty ? Alternatives.Branch(conjuncts: conjuncts) : nil
    }

    /// The alternatives when there is nothing beside them.
    fileprivate var bareAlternatives: Alternatives? {
        isBareBesideAlternatives ? alternatives.first : nil
    }
}
