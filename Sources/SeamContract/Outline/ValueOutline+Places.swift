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
