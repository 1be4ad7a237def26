import JSON
import JSONSchema

/// What documents refer to.
struct DocumentReferences {
    /// The keyword that gives a part of a document a URI of its own; nil when there is none.
    let identifierKeyword: String?
    /// The URIs of the documents that are referred to.
    private(set) var documents: Set<String> = []
    /// The URIs that parts of documents have given themselves.
    private(set) var identifiers: Set<String> = []

    /// What no document refers to yet.
    ///
    /// - Parameter identifierKeyword: the keyword that gives a part of a document a URI of its own; nil when there is none.
    init(identifierKeyword: String?) {
        self.identifierKeyword = identifierKeyword
    }

    /// Gathers what looks like a reference in a value and in all below it.
    mutating func gather(in value: JSONValue, base: URIReference) {
        switch value {
        case .array(let items):
            for item in items { gather(in: item, base: base) }
        case .object(let object):
            var base = base
            if let identifierKeyword, case .string(let text)? = object[identifierKeyword], !text.hasPrefix("#") {
                base = URIReference(text).resolved(against: base)
                identifiers.insert(base.document)
            }
            if case .string(let text)? = object["$ref"] { note(text, base: base) }
            if object["propertyName"] != nil, case .object(let mapping)? = object["mapping"] {
                for text in mapping.compactMap(\.value.stringValue) where text.contains("/") || text.contains(".") {
                    note(text, base: base)
                }
            }
            for member in object { gather(in: member.value, base: base) }
        case .null, .bool, .number, .string: break
        }
    }

    private mutating func note(_ reference: String, base: URIReference) {
        if !reference.hasPrefix("#") { documents.insert(URIReference(reference).resolved(against: base).document) }
    }
}

extension JSONValue {
    /// Whether this is an OpenAPI document whose schemas are JSON Schema 2020-12.
    var isOpenAPI31: Bool {
        self["openapi"]?.stringValue?.hasPrefix("3.1.") == true
    }
}
