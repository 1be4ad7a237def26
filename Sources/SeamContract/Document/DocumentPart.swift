package import JSON
package import JSONSchema

/// What makes an OpenAPI document unusable, and at which place in its files.
package struct DocumentFault: Error {
    /// What is wrong, as a lower-case fragment.
    package let message: String
    /// Where.
    package let place: SchemaPlace

    /// A fault.
    ///
    /// - Parameters:
    ///   - message: what is wrong, as a lower-case fragment.
    ///   - place: where.
    package init(message: String, place: SchemaPlace) {
        self.message = message
        self.place = place
    }

    /// What the compiler of schemas says.
    init(_ error: SchemaError) {
        self.init(message: error.message, place: SchemaPlace("\(error.document)#\(error.place)"))
    }
}

/// A part of an OpenAPI document that knows where it stands and follows references, into other files too.
package struct DocumentPart: Sendable {
    /// The part itself; a reference only when it is a schema with other keywords beside its `$ref` that count.
    package let value: JSONValue
    /// Where it stands.
    package let place: SchemaPlace
    /// What follows references.
    private let compiler: SchemaCompiler

    /// The whole document.
    init(root: JSONValue, compiler: SchemaCompiler) {
        self.init(value: root, place: SchemaPlace("#"), compiler: compiler)
    }

    private init(value: JSONValue, place: SchemaPlace, compiler: SchemaCompiler) {
        self.value = value
        self.place = place
        self.compiler = compiler
    }

    /// The part of that name below this one; nil when there is none.
    ///
    /// - Throws: ``DocumentFault`` when a reference there leads nowhere.
    package func member(_ key: String) throws(DocumentFault) -> DocumentPart? {
        guard let member = value[key] else { return nil }
        return try followed(member, at: place.appending(key))
    }

    /// The names and parts of all members; empty when this is no object.
    package func members() throws(DocumentFault) -> [(name: String, part: DocumentPart)] {
        var parts: [(name: String, part: DocumentPart)] = []
        for name in value.objectValue?.keys ?? [] {
            if let part = try member(name) { parts.append((name, part)) }
        }
        return parts
    }

    /// The schema of that name below this part; nil when there is none.
    ///
    /// - Throws: ``DocumentFault`` when a reference there leads nowhere.
    package func schema(_ key: String) throws(DocumentFault) -> DocumentPart? {
        guard let schema = value[key] else { return nil }
        return try schemaPart(schema, at: place.appending(key))
    }

    /// The schemas of an array of that name; empty when there is none.
    ///
    /// - Throws: ``DocumentFault`` when a reference there leads nowhere.
    package func schemas(_ key: String) throws(DocumentFault) -> [DocumentPart] {
        var parts: [DocumentPart] = []
        for (index, item) in (value[key]?.arrayValue ?? []).enumerated() {
            parts.append(try schemaPart(item, at: place.appending(key).appending(index)))
        }
        return parts
    }

    /// What the `$ref` of a schema leads to, whose other keywords count too; nil when it has none.
    ///
    /// - Throws: ``DocumentFault`` when it leads nowhere.
    package func referencedSchema() throws(DocumentFault) -> DocumentPart? {
        value["$ref"] == nil ? nil : try followed(value, at: place)
    }

    /// The schema at a place: where its reference leads, unless keywords beside that count.
    private func schemaPart(_ value: JSONValue, at place: SchemaPlace) throws(DocumentFault) -> DocumentPart {
        let isPlainReference = compiler.dialect.ignoresReferenceSiblings || value.objectValue?.count == 1
        if isPlainReference { return try followed(value, at: place) }
        return DocumentPart(value: value, place: place, compiler: compiler)
    }

    /// The parts of an array of that name; empty when there is none.
    package func items(_ key: String) throws(DocumentFault) -> [DocumentPart] {
        var parts: [DocumentPart] = []
        for (index, item) in (value[key]?.arrayValue ?? []).enumerated() {
            parts.append(try followed(item, at: place.appending(key).appending(index)))
        }
        return parts
    }

    /// Follows the reference that stands at a place, if one does.
    private func followed(_ value: JSONValue, at place: SchemaPlace) throws(DocumentFault) -> DocumentPart {
        var (value, place) = (value, place)
        var seen: Set<SchemaPlace> = []
        while let reference = value["$ref"]?.stringValue {
            guard seen.insert(place).inserted else {
                throw DocumentFault(message: "reference '\(reference)' leads back to itself", place: place)
            }
            do {
                (value, place) = try compiler.target(of: reference, at: place.appending("$ref"))
            } catch {
                throw DocumentFault(error)
            }
        }
        return DocumentPart(value: value, place: place, compiler: compiler)
    }
}
