import JSON

/// A value that a matcher looks at, and where it stands.
struct Subject: Sendable {
    /// What it is called in messages.
    let name: String
    /// The value; nil when there is none.
    let value: JSONValue?
    /// Where it stands in the body; nil when it is not of the body.
    let place: JSONPointer?
    /// Where the items stand when they were gathered from several places; nil when they stand below ``place``.
    private let itemPlaces: [JSONPointer]?

    /// A value.
    init(name: String, value: JSONValue?, place: JSONPointer? = nil) {
        self.name = name
        self.value = value
        self.place = place
        itemPlaces = nil
    }

    /// What a path finds in a body: the value of a singular path, the array of the values found of any other.
    ///
    /// - Throws: ``TemplateError`` when the path looks at too many places of the body.
    init(_ path: JSONPath, in body: JSONValue?) throws(TemplateError) {
        name = path.description
        let nodes: [JSONPath.Node]
        do {
            nodes = try body.map { body throws(JSONPathExhaustion) in try path.nodes(in: body) } ?? []
        } catch {
            throw TemplateError(template: path.description, message: error.description)
        }
        if path.isSingular {
            value = nodes.first?.value
            place = nodes.first?.pointer ?? JSONPointer()
            itemPlaces = nil
        } else {
            value = body == nil ? nil : .array(nodes.map(\.value))
            place = JSONPointer()
            itemPlaces = nodes.map(\.pointer)
        }
    }

    /// One of the items of an array.
    func item(_ index: Int, _ value: JSONValue) -> Subject {
        let place = itemPlaces?[index] ?? place?.appending(String(index))
        return Subject(name: name, value: value, place: place)
    }

    /// The mismatch of this value.
    func mismatch(expected: String, actual: String? = nil) -> Mismatch {
        Mismatch(subject: name, place: place, expected: expected, actual: actual ?? value?.excerpt ?? "absent")
    }
}
