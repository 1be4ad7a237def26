import JSON

extension ValueOutline {
    /// The places of all members below this value, as JSON Pointers in which items are `*`, each once, in the order of the
    /// document; of several forms all count.
    public var places: [String] {
        var (places, seen) = ([String](), Set<String>())
        gather(below: JSONPointer()) { place in
            if seen.insert(place).inserted { places.append(place) }
        }
        return places
    }

    /// The places below this value whose values are listed, in the form of ``places``; items that are listed are `*`.
    package var enumerationPlaces: [String] {
        var places: [String] = []
        gatherEnumerations(at: JSONPointer()) { places.append($0) }
        return places
    }

    /// The names of the component schemas that it and its parts are made of.
    package var allComponents: Set<String> {
        let parts = members.map(\.value) + items + variants.map(\.value)
        return parts.reduce(into: components) { $0.formUnion($1.allComponents) }
    }

    private func gatherEnumerations(at place: JSONPointer, _ note: (String) -> Void) {
        if !choices.isEmpty { note(place.description) }
        for member in members { member.value.gatherEnumerations(at: place.appending(member.name), note) }
        for items in items { items.gatherEnumerations(at: place.appending("*"), note) }
        for variant in variants { variant.value.gatherEnumerations(at: place, note) }
    }

    private func gather(below place: JSONPointer, _ note: (String) -> Void) {
        for member in members {
            let below = place.appending(member.name)
            note(below.description)
            member.value.gather(below: below, note)
        }
        for items in items { items.gather(below: place.appending("*"), note) }
        for variant in variants { variant.value.gather(below: place, note) }
    }
}
