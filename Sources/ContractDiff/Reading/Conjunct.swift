import JSON
import JSONSchema
import SeamContract

/// A schema that a value must keep, alone or together with others.
struct Conjunct: Sendable {
    /// The schema; references were followed unless keywords beside them count.
    let part: DocumentPart
    /// Whether a reference led to it.
    let isReferenced: Bool

    /// The schema that a keyword of another one holds.
    init(_ part: DocumentPart, writtenAt place: SchemaPlace) {
        self.part = part
        isReferenced = part.place != place
    }

    /// Where it stands.
    var place: SchemaPlace { part.place }

    /// The name by which references know it: `acs_user`, `responses/refused`, or the file and the place in it.
    var name: String {
        let tokens = place.pointer.tokens
        guard place.document.isEmpty, tokens.count == 3, tokens[0] == "components" else { return place.description }
        return tokens[1] == "schemas" ? tokens[2] : tokens[1] + "/" + tokens[2]
    }
}

extension DocumentPart {
    /// The schema that a keyword holds; nil when it is absent.
    func conjunct(_ keyword: String) throws(DocumentFault) -> Conjunct? {
        try schema(keyword).map { Conjunct($0, writtenAt: place.appending(keyword)) }
    }

    /// The schemas that a keyword lists; empty when it is absent.
    func conjuncts(_ keyword: String) throws(DocumentFault) -> [Conjunct] {
        let list = place.appending(keyword)
        return try schemas(keyword).enumerated().map { Conjunct($1, writtenAt: list.appending($0)) }
    }

    /// The schemas that a keyword maps names to, in the order of the document; empty when it is absent.
    func namedConjuncts(_ keyword: String) throws(DocumentFault) -> [(name: String, conjunct: Conjunct)] {
        guard let map = try member(keyword) else { return [] }
        var found: [(name: String, conjunct: Conjunct)] = []
        for name in map.value.objectValue?.keys ?? [] {
            if let conjunct = try map.conjunct(name) { found.append((name, conjunct)) }
        }
        return found
    }
}
