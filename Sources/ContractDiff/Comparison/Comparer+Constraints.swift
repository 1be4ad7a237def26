import JSON
import JSONSchema

extension Comparer {
    /// How many comparers may wait for another.
    private static let nestingLimit = 8

    /// Compares the keywords without a rule of their own.
    mutating func compareConstraints(
        _ old: SchemaView,
        _ new: SchemaView,
        _ pair: SchemaPair
    ) throws(DifferenceError) {
        for name in Set(old.constraints.keys).union(new.constraints.keys).sorted() {
            let trail = pair.trail.part(name)
            switch (old.constraints[name], new.constraints[name]) {
            case (nil, let new?):
                note(
                    .constraintAdded,
                    pair,
                    new: Evidence(new.place, new.value),
                    at: trail,
                    "\(name) is new: \(new.value.excerpt)"
                )
            case (let old?, nil):
                note(
                    .constraintRemoved,
                    pair,
                    old: Evidence(old.place, old.value),
                    at: trail,
                    "\(name) is gone: \(old.value.excerpt)"
                )
            case (let old?, let new?): try compare(old, new, named: name, pair)
            case (nil, nil): break
            }
        }
    }

    private mutating func compare(
        _ old: SchemaView.Constraint,
        _ new: SchemaView.Constraint,
        named name: String,
        _ pair: SchemaPair
    ) throws(DifferenceError) {
        let inner = SchemaPair(
            old: [old.schema].compactMap(\.self),
            new: [new.schema].compactMap(\.self),
            trail: pair.trail.part(name),
            direction: pair.direction
        )
        if old.isMonotonic, new.isMonotonic { return try enqueue(inner) }
        guard try differs(inner, old.value, new.value) else { return }
        note(
            .constraintChanged,
            pair,
            old: Evidence(old.place, old.value),
            new: Evidence(new.place, new.value),
            at: inner.trail,
            "\(name) is now \(new.value.excerpt) (was \(old.value.excerpt))"
        )
    }

    /// Whether schemas differ in what they allow; other values, in what they are.
    private func differs(_ pair: SchemaPair, _ old: JSONValue, _ new: JSONValue) throws(DifferenceError) -> Bool {
        guard !pair.old.isEmpty, !pair.new.isEmpty, nesting < Self.nestingLimit else { return old != new }
        var comparer = Comparer(old: self.old, new: self.new, pairLimit: 10_000, nesting: nesting + 1)
        comparer.begin(.part)
        try comparer.enqueue(pair)
        try comparer.compareUnits()
        return comparer.units.contains { unit in unit.changes.contains { !$0.rule.isAboutDescriptions } }
    }
}
