import JSON
import JSONSchema
import SeamContract

extension Comparer {
    /// Compares what goes by a name: members, parameters or headers.
    ///
    /// - Parameters:
    ///   - old: those of the old document, by what tells them apart.
    ///   - new: those of the new document.
    ///   - trail: the way to what holds them.
    ///   - direction: which way they go.
    ///   - others: what the schemas that list them ask for of those that are not listed; nil when no schema lists them.
    ///   - selector: the one whose listed values were compared already; nil when there is none.
    /// - Throws: `DifferenceError` when a document is wrong or there are too many schemas.
    mutating func compareProperties(
        _ old: [String: Property],
        _ new: [String: Property],
        under trail: Trail,
        _ direction: Direction,
        besides others: (old: SchemaView, new: SchemaView)? = nil,
        selectedBy selector: String? = nil
    ) throws(DifferenceError) {
        for key in Set(old.keys).union(new.keys).sorted() {
            let (before, after) = (old[key], new[key])
            var pair = SchemaPair(
                old: before?.conjuncts ?? [],
                new: after?.conjuncts ?? [],
                trail: trail.member((before ?? after)?.name ?? key),
                direction: direction
            )
            switch (before, after) {
            case (nil, let after?):
                try noteAdded(after, pair, toClosed: others?.old.isClosed == true)
                pair.old = after.isListed ? others?.old.keptByUnlisted ?? [] : []
                if !pair.old.isEmpty { try enqueue(pair) }
            case (let before?, nil):
                try noteRemoved(before, pair, fromClosed: others?.new.isClosed == true)
                pair.new = before.isListed ? others?.new.keptByUnlisted ?? [] : []
                if !pair.new.isEmpty { try enqueue(pair) }
            case (let before?, let after?):
                comparePresence(before, after, pair)
                pair.hasComparedChoices = key == selector
                try enqueue(pair)
            case (nil, nil): break
            }
        }
    }

    private mutating func noteAdded(
        _ property: Property,
        _ pair: SchemaPair,
        toClosed isClosed: Bool
    ) throws(DifferenceError) {
        let evidence = Evidence(property.place, property.value)
        let what = "'\(property.name)' (\(try views(of: pair).new.phrase))"
        if isClosed, property.isListed {
            let sentence = "\(pair.direction.message) may hold \(what), where only listed properties were allowed"
            note(.propertyAddedToClosed, pair, new: evidence, sentence)
            guard property.isRequired else { return }
            return note(
                .propertyBecameRequired,
                pair,
                new: evidence,
                "\(pair.direction.message) must hold '\(property.name)'"
            )
        }
        switch (property.isRequired, property.isListed) {
        case (true, true):
            note(.requiredPropertyAdded, pair, new: evidence, "\(pair.direction.message) must hold \(what)")
        case (true, false):
            note(.propertyBecameRequired, pair, new: evidence, "\(pair.direction.message) must hold '\(property.name)'")
        case (false, _):
            note(.propertyAdded, pair, new: evidence, "\(pair.direction.message) may hold \(what)")
        }
    }

    private mutating func noteRemoved(
        _ property: Property,
        _ pair: SchemaPair,
        fromClosed isClosed: Bool
    ) throws(DifferenceError) {
        let evidence = Evidence(property.place, property.value)
        let becameOptional = "\(pair.direction.message) need not hold '\(property.name)' any more"
        guard property.isListed else {
            return note(.propertyBecameOptional, pair, old: evidence, becameOptional)
        }
        let nature = try views(of: pair).old.phrase + (property.isDeprecated ? ", deprecated" : "")
        if isClosed {
            let what = "\(pair.direction.message) must no longer hold '\(property.name)' (\(nature))"
            note(.propertyRemovedFromClosed, pair, old: evidence, what + ": only listed properties are allowed")
            if property.isRequired { note(.propertyBecameOptional, pair, old: evidence, becameOptional) }
            return
        }
        note(
            property.isRequired ? .requiredPropertyRemoved : .propertyRemoved,
            pair,
            old: evidence,
            "\(pair.direction.message) no longer holds '\(property.name)' (\(nature))"
        )
    }

    /// Compares whether a property must be there, and whether it is on its way out.
    private mutating func comparePresence(_ old: Property, _ new: Property, _ pair: SchemaPair) {
        let sides = (Evidence(old.place), Evidence(new.place))
        let message = pair.direction.message
        if !old.isRequired, new.isRequired {
            note(.propertyBecameRequired, pair, old: sides.0, new: sides.1, "\(message) must hold '\(new.name)'")
        }
        if old.isRequired, !new.isRequired {
            note(
                .propertyBecameOptional,
                pair,
                old: sides.0,
                new: sides.1,
                "\(message) need not hold '\(new.name)' any more"
            )
        }
        if !old.isDeprecated, new.isDeprecated {
            note(.propertyDeprecated, pair, old: sides.0, new: sides.1, "'\(new.name)' is deprecated now")
        }
        if old.isDeprecated, !new.isDeprecated {
            note(.propertyReinstated, pair, old: sides.0, new: sides.1, "'\(new.name)' is no longer deprecated")
        }
    }

    /// Compares what members that are not listed must keep.
    mutating func compareAdditionalProperties(
        _ old: SchemaView,
        _ new: SchemaView,
        _ pair: SchemaPair
    ) throws(DifferenceError) {
        let (before, after) = (old.additionalProperties, new.additionalProperties)
        if case .restricted(let before)? = before?.value, case .restricted(let after)? = after?.value {
            return try enqueue(
                SchemaPair(old: before, new: after, trail: pair.trail.others, direction: pair.direction)
            )
        }
        guard before.strictness != after.strictness else { return }
        note(
            before.strictness < after.strictness ? .additionalPropertiesRestricted : .additionalPropertiesOpened,
            pair,
            old: before.map { Evidence($0.place) } ?? old.place.map { Evidence($0) },
            new: after.map { Evidence($0.place) } ?? new.place.map { Evidence($0) },
            "properties that are not listed are now \(after.phrase) (were \(before.phrase))"
        )
    }
}

extension SchemaView {
    /// Whether members that are not listed are forbidden, whatever their names.
    fileprivate var isClosed: Bool {
        guard case .forbidden? = additionalProperties?.value else { return false }
        return !constraints.keys.contains { $0.hasPrefix("patternProperties") }
    }

    /// The schemas that the values of members that are not listed must keep; nil when there are none.
    fileprivate var keptByUnlisted: [Conjunct]? {
        guard case .restricted(let conjuncts)? = additionalProperties?.value else { return nil }
        return conjuncts
    }
}

extension Property {
    /// Whether more is known of it than that it must be there.
    fileprivate var isListed: Bool { !conjuncts.isEmpty || value.objectValue?.isEmpty == false }
}

extension Found<SchemaView.AdditionalProperties>? {
    /// How much is forbidden: nothing, something or everything.
    fileprivate var strictness: Int {
        switch self?.value {
        case nil: 0
        case .restricted: 1
        case .forbidden: 2
        }
    }

    /// What is allowed, for a sentence.
    fileprivate var phrase: String {
        switch self?.value {
        case nil: "free"
        case .restricted: "held to a schema"
        case .forbidden: "forbidden"
        }
    }
}
