import JSON
import JSONSchema
import SeamContract

extension SchemaGathering {
    /// Takes in the words for people; the first of each kind counts.
    mutating func takeNotes(_ part: DocumentPart) {
        for keyword in SchemaKeywords.notes where view.notes[keyword] == nil {
            view.notes[keyword] = part.value[keyword].map { Found(value: $0, place: part.place.appending(keyword)) }
        }
        if view.defaultValue == nil {
            view.defaultValue = part.value["default"].map { Found(value: $0, place: part.place.appending("default")) }
        }
    }

    /// Takes in the types and what single values must be.
    mutating func takeValues(_ part: DocumentPart) {
        let value = part.value
        if let type = value["type"] {
            let names = type.arrayValue?.compactMap(\.stringValue) ?? [type.stringValue].compactMap(\.self)
            view.types.formIntersection(ValueTypes(names.map(ValueTypes.init(named:))))
            view.typePlace = view.typePlace ?? part.place.appending("type")
        }
        if let choices = value["enum"]?.arrayValue { view.limitChoices(choices, at: part.place.appending("enum")) }
        if let constant = value["const"] { view.limitChoices([constant], at: part.place.appending("const")) }
        if let pattern = value["pattern"]?.stringValue { view.patterns[pattern] = part.place.appending("pattern") }
        if let format = value["format"]?.stringValue { view.formats[format] = part.place.appending("format") }
    }

    /// Takes in the bounds; of two for the same thing the tighter counts.
    mutating func takeLimits(_ part: DocumentPart) {
        for limit in Limit.allCases {
            view.limits[limit] = limit.tighter(view.limits[limit], limit.bound(in: part))
        }
    }

    /// Takes in members, listed and others, and items.
    mutating func takeProperties(_ part: DocumentPart) throws(DocumentFault) {
        for (name, conjunct) in try part.namedConjuncts("properties") {
            let value = conjunct.part.value
            let new = Property(
                name: name,
                conjuncts: [],
                isRequired: false,
                isDeprecated: false,
                place: conjunct.place,
                value: value
            )
            view.properties[name, default: new].conjuncts.append(conjunct)
            if value.isDeprecated { view.properties[name]?.isDeprecated = true }
        }
        for (index, name) in (part.value["required"]?.arrayValue ?? []).enumerated() {
            guard let name = name.stringValue, required[name] == nil else { continue }
            required[name] = part.place.appending("required").appending(index)
        }
        if part.value["items"]?.arrayValue == nil, let items = try part.conjunct("items") { view.items.append(items) }
        guard let others = try part.conjunct("additionalProperties"), others.part.value.boolValue != true else {
            return
        }
        let place = view.additionalProperties?.place ?? part.place.appending("additionalProperties")
        switch view.additionalProperties?.value {
        case .forbidden: break
        case _ where others.part.value.boolValue == false:
            view.additionalProperties = Found(value: .forbidden, place: others.place)
        case .restricted(let known):
            view.additionalProperties = Found(value: .restricted(known + [others]), place: place)
        case nil:
            view.additionalProperties = Found(value: .restricted([others]), place: place)
        }
    }

    /// Marks the members that must be there; one that is not listed may hold anything.
    mutating func markRequired() {
        for (name, place) in required {
            let unlisted = Property(
                name: name,
                conjuncts: [],
                isRequired: false,
                isDeprecated: false,
                place: place,
                value: .object([:])
            )
            view.properties[name, default: unlisted].isRequired = true
        }
    }

    /// Takes in the keywords without a rule of their own; the first of each counts.
    mutating func takeConstraints(_ part: DocumentPart) throws(DocumentFault) {
        for keyword in SchemaKeywords.schemas + SchemaKeywords.unclearSchemas {
            guard let conjunct = try part.conjunct(keyword) else { continue }
            note(conjunct, as: keyword, isMonotonic: SchemaKeywords.schemas.contains(keyword))
        }
        for keyword in SchemaKeywords.namedSchemas {
            for (name, conjunct) in try part.namedConjuncts(keyword) {
                note(conjunct, as: "\(keyword) '\(name)'", isMonotonic: true)
            }
        }
        for (index, conjunct) in try part.conjuncts("prefixItems").enumerated() {
            note(conjunct, as: "prefixItems \(index)", isMonotonic: true)
        }
        for keyword in SchemaKeywords.others + (part.value["items"]?.arrayValue == nil ? [] : ["items"]) {
            guard let value = part.value[keyword], view.constraints[keyword] == nil else { continue }
            view.constraints[keyword] = SchemaView.Constraint(
                schema: nil,
                isMonotonic: false,
                value: value,
                place: part.place.appending(keyword)
            )
        }
    }

    private mutating func note(_ conjunct: Conjunct, as name: String, isMonotonic: Bool) {
        guard view.constraints[name] == nil else { return }
        view.constraints[name] = SchemaView.Constraint(
            schema: conjunct,
            isMonotonic: isMonotonic,
            value: conjunct.part.value,
            place: conjunct.place
        )
    }
}
