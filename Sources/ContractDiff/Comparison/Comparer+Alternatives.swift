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
            try compareBranches(after.replacingBranches(by: before), after, pair)
            return true
        }
        if let before = old.bareAlternatives, let after = new.asBranch {
            try compareBranches(before, before.replacingBranches(by: after), pair)
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

    /// Compares the values that are mapped to branches, apart from those of branches that are themselves new or gone.
    mutating func compareMappings(
        _ old: Found<Alternatives.Discriminator>?,
        _ new: Found<Alternatives.Discriminator>?,
        changed: [BranchLabel],
        _ pair: SchemaPair
    ) {
        guard let old, let new, old.value.propertyName == new.value.propertyName else { return }
        func isTold(_ value: String, _ target: String) -> Bool {
            let name = target.split(separator: "/").last.map(String.init) ?? target
            return changed.contains { $0.text == name || $0.selector?.values.contains(.string(value)) == true }
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

extension Alternatives {
    /// A list of one branch that is meant as these are.
    fileprivate func replacingBranches(by branch: Branch) -> Alternatives {
        Alternatives(keyword: keyword, branches: [branch], discriminator: discriminator, place: place)
    }
}
