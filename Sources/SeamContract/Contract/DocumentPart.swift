import JSON

/// What makes an OpenAPI document unusable, and at which place in it.
struct DocumentFault: Error {
    /// What is wrong, as a lower-case fragment.
    let message: String
    /// Where in the document.
    let pointer: JSONPointer
}

/// A part of an OpenAPI document that knows where it stands and follows references within the document.
struct DocumentPart {
    /// The part itself; never a reference.
    let value: JSONValue
    /// Where it stands.
    let pointer: JSONPointer
    /// The whole document.
    private let root: JSONValue

    /// The whole document.
    init(root: JSONValue) {
        value = root
        pointer = JSONPointer()
        self.root = root
    }

    private init(value: JSONValue, pointer: JSONPointer, root: JSONValue) {
        self.value = value
        self.pointer = pointer
        self.root = root
    }

    /// The part of that name below this one; nil when there is none.
    ///
    /// - Throws: ``DocumentFault`` when a reference there leads nowhere.
    func member(_ key: String) throws(DocumentFault) -> DocumentPart? {
        guard let member = value[key] else { return nil }
        return try followed(member, at: pointer.appending(key))
    }

    /// The names and parts of all members; empty when this is no object.
    func members() throws(DocumentFault) -> [(name: String, part: DocumentPart)] {
        var parts: [(name: String, part: DocumentPart)] = []
        for name in value.objectValue?.keys ?? [] {
            if let part = try member(name) { parts.append((name, part)) }
        }
        return parts
    }

    /// The parts of an array of that name; empty when there is none.
    func items(_ key: String) throws(DocumentFault) -> [DocumentPart] {
        var parts: [DocumentPart] = []
        for (index, item) in (value[key]?.arrayValue ?? []).enumerated() {
            parts.append(try followed(item, at: pointer.appending(key).appending("\(index)")))
        }
        return parts
    }

    /// Follows the reference that stands at a place, if one does.
    private func followed(_ value: JSONValue, at pointer: JSONPointer) throws(DocumentFault) -> DocumentPart {
        var part = DocumentPart(value: value, pointer: pointer, root: root)
        var seen: Set<JSONPointer> = []
        while let reference = part.value["$ref"]?.stringValue {
            let target = try target(of: reference, from: part.pointer)
            guard seen.insert(target).inserted else {
                throw DocumentFault(message: "reference '\(reference)' leads back to itself", pointer: part.pointer)
            }
            guard let value = root[target] else {
                throw DocumentFault(message: "reference '\(reference)' leads nowhere", pointer: part.pointer)
            }
            part = DocumentPart(value: value, pointer: target, root: root)
        }
        return part
    }

    /// The place that a reference names.
    private func target(of reference: String, from pointer: JSONPointer) throws(DocumentFault) -> JSONPointer {
        guard reference.hasPrefix("#") else {
            throw DocumentFault(
                message: "reference '\(reference)' leaves the document (write it as '#/components/…')",
                pointer: pointer
            )
        }
        do {
            return try JSONPointer(parsing: String(reference.dropFirst()))
        } catch {
            throw DocumentFault(message: "reference '\(reference)': \(error)", pointer: pointer)
        }
    }
}
