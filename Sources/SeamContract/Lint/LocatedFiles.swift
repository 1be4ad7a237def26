import JSON
import JSONSchema
import YAMLSource

/// The files of a contract with the places of all their parts.
struct LocatedFiles: Sendable {
    /// The documents by URI; the file that was named has the empty one.
    private let documents: [String: LocatedValue]
    /// The members that JSON files name twice, with the place of the second.
    let duplicates: [(name: String, place: SourcePlace)]

    /// The files of a set.
    ///
    /// - Throws: `YAMLSourceError` when a text has no places, which a text that was read has.
    init(_ files: DocumentSet) throws(YAMLSourceError) {
        var documents: [String: LocatedValue] = [:]
        var duplicates: [(name: String, place: SourcePlace)] = []
        let all = [("", files.root)] + files.others.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
        for (uri, document) in all {
            documents[uri] = try document.located()
            duplicates += document.duplicates
        }
        self.documents = documents
        self.duplicates = duplicates
    }

    /// The whole document that was named.
    var root: LocatedValue { documents[""] ?? LocatedValue(place: SourcePlace(file: ""), content: .scalar(.null)) }

    /// What stands at a place; nil when there is nothing.
    func value(at place: SchemaPlace) -> LocatedValue? {
        place.pointer.tokens.reduce(documents[place.document]) { value, token in
            guard let value else { return nil }
            if case .array(let items) = value.content {
                return Int(token).flatMap { items.indices.contains($0) ? items[$0] : nil }
            }
            return value[token]
        }
    }

    /// The place in its file of the deepest part that a place reaches.
    func sourcePlace(of place: SchemaPlace) -> SourcePlace {
        (documents[place.document] ?? root).place(of: place.pointer)
    }
}
