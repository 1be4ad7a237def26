import JSON
import JSONSchema
import SeamContract

extension Comparer {
    /// Compares two schemas, or lets that be a unit of its own when references lead to both.
    mutating func compare(_ pair: SchemaPair) throws(DifferenceError) {
        let (oldView, newView) = try views(of: pair)
        guard oldView.conjuncts.count == 1, newView.conjuncts.count == 1,
            let old = oldView.conjuncts.first, let new = newView.conjuncts.first,
            old.isReferenced, new.isReferenced, pair.selector == nil
        else { return try compare(oldView, newView, pair) }
        let isPlain = pair.old.map(\.place) == [old.place] && pair.new.map(\.place) == [new.place]
        if !isPlain { try compareNull(of: pair, leadingTo: old, new) }
        link(old, new, direction: pair.direction)
    }

    /// Compares the schemas of a pair where they stand.
    mutating func compareViews(of pair: SchemaPair) throws(DifferenceError) {
        let (oldView, newView) = try views(of: pair)
        try compare(oldView, newView, pair)
    }

    /// What the schemas of a pair ask for.
    mutating func views(of pair: SchemaPair) throws(DifferenceError) -> (old: SchemaView, new: SchemaView) {
        do throws(ContractError) {
            return (try old.view(of: pair.old), try new.view(of: pair.new))
        } catch {
            throw .document(error)
        }
    }

    /// Compares whether null is allowed where schemas are referred to, unless that only repeats what the schemas say.
    private mutating func compareNull(
        of pair: SchemaPair,
        leadingTo old: Conjunct,
        _ new: Conjunct
    ) throws(DifferenceError) {
        let here = try views(of: pair)
        let there = try views(of: SchemaPair(old: [old], new: [new], trail: pair.trail, direction: pair.direction))
        let isRepetition =
            here.old.acceptsNull == there.old.acceptsNull && here.new.acceptsNull == there.new.acceptsNull
        if !isRepetition { compareNull(here.old, here.new, pair) }
    }

    private mutating func compare(
        _ old: SchemaView,
        _ new: SchemaView,
        _ pair: SchemaPair
    ) throws(DifferenceError) {
        let (old, new) = try listingAlternatives(old, new)
        compareNotes(old, new, pair)
        compareNull(old, new, pair)
        if try compareAsAlternatives(old, new, pair) { return }
        guard compareTypes(old, new, pair) else { return }
        if !pair.hasComparedChoices { compareChoices(old, new, pair) }
        compareDefault(old, new, pair)
        compareStrings(old, new, pair)
        compareLimits(old, new, pair)
        let isShapeless = (old.conjuncts.isEmpty || new.conjuncts.isEmpty) && old.types != new.types
        if isShapeless { return }
        try compareProperties(
            old.properties(in: pair.direction),
            new.properties(in: pair.direction),
            under: pair.trail,
            pair.direction,
            besides: (old, new),
            selectedBy: pair.selector
        )
        try compareAdditionalProperties(old, new, pair)
        try enqueue(
            SchemaPair(old: old.items, new: new.items, trail: pair.trail.items, direction: pair.direction)
        )
        try compareAlternatives(old, new, pair)
        try compareConstraints(old, new, pair)
    }

    /// Two schemas with a list of types or values in place of the alternatives that give them one by one, when the schemas
    /// are written in different ways and a list can say the same in both.
    private mutating func listingAlternatives(
        _ old: SchemaView,
        _ new: SchemaView
    ) throws(DifferenceError) -> (old: SchemaView, new: SchemaView) {
        guard old.alternatives.map(\.keyword) != new.alternatives.map(\.keyword) else { return (old, new) }
        do throws(ContractError) {
            let before = try self.old.listingAlternatives(of: old)
            let after = try self.new.listingAlternatives(of: new)
            return before.alternatives.isEmpty && after.alternatives.isEmpty ? (before, after) : (old, new)
        } catch {
            throw .document(error)
        }
    }

    /// Notes a change of the schemas of a pair.
    mutating func note(
        _ rule: SchemaRule,
        _ pair: SchemaPair,
        old: Evidence? = nil,
        new: Evidence? = nil,
        at trail: Trail? = nil,
        _ sentence: String
    ) {
        note(Rule(rule, in: pair.direction), at: trail ?? pair.trail, old: old, new: new, sentence)
    }
}

extension Found {
    /// This as one side of a change, with a value.
    func evidence(_ value: JSONValue) -> Evidence { Evidence(place, value) }
}

extension Found where Value == JSONValue {
    /// This as one side of a change.
    var evidence: Evidence { Evidence(place, value) }
}

extension JSONValue {
    /// The value for a sentence, cut when it is long.
    var excerpt: String {
        let text = serialized()
        return text.count <= 60 ? text : text.prefix(59) + "…"
    }
}
