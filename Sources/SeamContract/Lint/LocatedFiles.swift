import JSON
import JSONSchema
import YAMLSource

/// The files of a contract with the places of all their parts.
struct LocatedFiles: Sendable {
    /// The documents by URI; the file that was named has the empty one.
    private let documents: [String: LocatedValue]
    /// Where members stand in objects with many of them, by the object's place: looking through them would take too long.
    private let members: [SourcePlace: [String: Int]]
    /// The members that JSON files name twice, at the second.
    let duplicates: [Diagnostic]

    /// The files of a set.
    ///
    /// - Throws: `YAMLSourceError` when a text has no places, which a text that was read has.
    init(_ files: DocumentSet) throws(YAMLSourceError) {
        var documents: [String: LocatedValue] = [:]
        var duplicates: [Diagnostic] = []
        let all = [("", files.root)] + files.others.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
        for (uri, document) in all {
            documents[uri] = try document.located()
            duplicates += document.duplicates
        }
        self.documents = documents
        members = documents.values.reduce(into: [:]) { $1.indexMembers(into: &$0) }
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
            guard let index = members[value.place] else { return value[token] }
            return index[token].map { value.members[$0].value }
        }
    }

    /// The parts of documents that stand at places, be it as a value or as the name of one.
    ///
    /// - Parameter places: the places.
    /// - Returns: the innermost part at each place that has one.
    func pointers(at places: Set<SourcePlace>) -> [SourcePlace: JSONPointer] {
        var found: [SourcePlace: JSONPointer] = [:]
        for document in documents.values {
            var tokens: [String] = []
            Self.gather(document, &tokens, places, into: &found)
        }
        return found
    }

    private static func gather(
        _ value: LocatedValue,
        _ tokens: inout [String],
        _ places: Set<SourcePlace>,
        into found: inout [SourcePlace: JSONPointer]
    ) {
        if places.contains(value.place) { found[value.place] = JSONPointer(tokens: tokens) }
        for (key, member) in value.members {
            tokens.append(key.name)
            if places.contains(key.place) { found[key.place] = JSONPointer(tokens: tokens) }
            gather(member, &tokens, places, into: &found)
            tokens.removeLast()
        }
        for (index, item) in value.items.enumerated() {
            tokens.append("\(index)")
            gather(item, &tokens, places, into: &found)
            tokens.removeLast()
        }
    }

    /// The place in its file of the deepest part that a place reaches.
    func sourcePlace(of place: SchemaPlace) -> SourcePlace {
        (documents[place.document] ?? root).place(of: place.pointer)
    }
}

extension LocatedValue {
    /// Adds where the members of each object with many of them stand in it.
    fileprivate func indexMembers(into index: inout [SourcePlace: [String: Int]]) {
        if members.count > 16 {
            index[place] = Dictionary(uniqueKeysWithValues: members.enumerated().map { ($1.key.name, $0) })
        }
        for (_, value) in members { value.indexMembers(into: &index) }
        for item in items { item.indexMembers(into: &index) }
    }
}
