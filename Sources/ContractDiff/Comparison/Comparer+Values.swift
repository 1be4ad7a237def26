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
        compareChoices(
            old.choices.map { Set($0.value) },
            new.choices.map { Set($0.value) },
            pair,
            old: { value in old.choices.map { Evidence($0.place, value) } },
            new: { value in new.choices.map { Evidence($0.place, value) } }
        )
    }

    /// Compares values that are listed, in one place or in several.
    ///
    /// - Parameters:
    ///   - before: the values of the old document; nil when any will do.
    ///   - after: the values of the new document; nil when any will do.
    ///   - pair: where they stand.
    ///   - old: where the old document lists a value, or (for nil) all of them; nil when it does not.
    ///   - new: where the new document lists a value, or (for nil) all of them; nil when it does not.
    mutating func compareChoices(
        _ before: Set<JSONValue>?,
        _ after: Set<JSONValue>?,
        _ pair: SchemaPair,
        old: (JSONValue?) -> Evidence?,
        new: (JSONValue?) -> Evidence?
    ) {
        guard let before else {
            guard let after else { return }
            return note(.enumAdded, pair, old: old(nil), new: new(nil), "only some values are left: \(after.listing)")
        }
        guard let after else {
            return note(
                .enumRemoved,
                pair,
                old: old(nil),
                new: new(nil),
                "any value is allowed now (were \(before.listing))"
            )
        }
        for value in after.subtracting(before).sortedByText {
            let trail = pair.trail.part(value.serialized())
            note(.enumValueAdded, pair, old: old(nil), new: new(value), at: trail, "the value \(value.excerpt) is new")
        }
        for value in before.subtracting(after).sortedByText {
            let trail = pair.trail.part(value.serialized())
            note(
                .enumValueRemoved,
                pair,
                old: old(value),
                new: new(nil),
                at: trail,
                "the value \(value.excerpt) is gone"
            )
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

extension Set<JSONValue> {
    /// The values in the order of their texts.
    fileprivate var sortedByText: [JSONValue] {
        sorted { $0.serialized() < $1.serialized() }
    }

    /// The values for a sentence; of more than eight the first eight and how many more there are.
    fileprivate var listing: String {
        let texts = sortedByText.map(\.excerpt)
        guard texts.count > 8 else { return texts.joined(separator: ", ") }
        return texts.prefix(8).joined(separator: ", ") + " and \(texts.count - 8) more"
    }
}
