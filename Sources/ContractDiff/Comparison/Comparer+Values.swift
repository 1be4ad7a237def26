import JSON
import JSONSchema

extension Comparer {
    /// Compares the words for people.
    mutating func compareNotes(_ old: SchemaView, _ new: SchemaView, _ pair: SchemaPair) {
        guard let keyword = SchemaKeywords.notes.first(where: { old.notes[$0]?.value != new.notes[$0]?.value }) else {
            return
        }
        note(
            .descriptionChanged,
            pair,
            old: old.notes[keyword]?.evidence,
            new: new.notes[keyword]?.evidence,
            "the \(keyword) has changed"
        )
    }

    /// Compares whether null is allowed; where any type was or is, that is told of the types.
    mutating func compareNull(_ old: SchemaView, _ new: SchemaView, _ pair: SchemaPair) {
        guard old.acceptsNull != new.acceptsNull else { return }
        let accepting = old.acceptsNull ? old : new
        if accepting.isOfAnyType, old.types != new.types { return }
        note(
            new.acceptsNull ? .nullAllowed : .nullForbidden,
            pair,
            old: old.place.map { Evidence($0, .bool(old.acceptsNull)) },
            new: new.place.map { Evidence($0, .bool(new.acceptsNull)) },
            new.acceptsNull ? "null is allowed now" : "null is no longer allowed"
        )
    }

    /// Compares the types.
    ///
    /// - Returns: whether some values keep both, so that comparing goes on.
    mutating func compareTypes(_ old: SchemaView, _ new: SchemaView, _ pair: SchemaPair) -> Bool {
        guard old.types != new.types else { return true }
        let rule: SchemaRule =
            if new.types.isSubset(of: old.types) {
                .typeNarrowed
            } else if new.types.isSuperset(of: old.types) {
                .typeWidened
            } else {
                .typeChanged
            }
        note(
            rule,
            pair,
            old: (old.typePlace ?? old.place).map { Evidence($0, .string(old.types.phrase)) },
            new: (new.typePlace ?? new.place).map { Evidence($0, .string(new.types.phrase)) },
            "the type is now \(new.types.phrase) (was \(old.types.phrase))"
        )
        return !old.types.isDisjoint(with: new.types)
    }

    /// Compares the values that are listed.
    mutating func compareChoices(_ old: SchemaView, _ new: SchemaView, _ pair: SchemaPair) {
        switch (old.choices, new.choices) {
        case (nil, nil): break
        case (nil, let new?):
            let values = new.value.prefix(8).map(\.excerpt).joined(separator: ", ")
            note(.enumAdded, pair, new: new.evidence(.array(new.value)), "only some values are left: \(values)")
        case (let old?, nil):
            let values = old.value.prefix(8).map(\.excerpt).joined(separator: ", ")
            note(.enumRemoved, pair, old: old.evidence(.array(old.value)), "any value is allowed now (were \(values))")
        case (let old?, let new?):
            let (before, after) = (Set(old.value), Set(new.value))
            for value in after.subtracting(before).sorted(by: { $0.serialized() < $1.serialized() }) {
                note(
                    .enumValueAdded,
                    pair,
                    old: Evidence(old.place),
                    new: new.evidence(value),
                    at: pair.trail.part(value.serialized()),
                    "the value \(value.excerpt) is new"
                )
            }
            for value in before.subtracting(after).sorted(by: { $0.serialized() < $1.serialized() }) {
                note(
                    .enumValueRemoved,
                    pair,
                    old: old.evidence(value),
                    new: Evidence(new.place),
                    at: pair.trail.part(value.serialized()),
                    "the value \(value.excerpt) is gone"
                )
            }
        }
    }

    /// Compares the defaults.
    mutating func compareDefault(_ old: SchemaView, _ new: SchemaView, _ pair: SchemaPair) {
        switch (old.defaultValue, new.defaultValue) {
        case (nil, nil): break
        case (nil, let new?):
            note(.defaultAdded, pair, new: new.evidence, "the default is now \(new.value.excerpt) (was none)")
        case (let old?, nil):
            note(.defaultRemoved, pair, old: old.evidence, "there is no default any more (was \(old.value.excerpt))")
        case (let old?, let new?) where old.value != new.value:
            note(
                .defaultChanged,
                pair,
                old: old.evidence,
                new: new.evidence,
                "the default is now \(new.value.excerpt) (was \(old.value.excerpt))"
            )
        default: break
        }
    }
}
