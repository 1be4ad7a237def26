import JSON
import Yams

extension LocatedValue {
    /// Reads a text with one YAML document (JSON is YAML too); an empty text is `null`.
    ///
    /// Plain scalars follow the core schema of YAML 1.2.2 section 10.3: `yes`, `no`, `on` and dates are strings. Keys
    /// follow its failsafe schema, as OpenAPI asks: `200` as a key is the name `"200"`.
    ///
    /// - Parameters:
    ///   - yaml: the text.
    ///   - file: the path that messages name.
    /// - Throws: ``YAMLSourceError`` when the text is not YAML, holds several documents, names a member twice, has a
    ///   key that is no scalar or an alias, a tag, or is larger than ``YAMLBounds`` allow.
    public init(yaml: String, file: String) throws(YAMLSourceError) {
        guard yaml.utf8.count <= YAMLBounds.bytes else {
            let message = "the text is larger than \(YAMLBounds.bytes >> 20) MiB, too much for YAML (write it as JSON)"
            throw YAMLSourceError(place: SourcePlace(file: file), message: message)
        }
        try KeyCheck(yaml, file: file).run()
        let root = try Self.root(of: yaml, file: file)
        guard let root else {
            self.init(place: SourcePlace(file: file), content: .scalar(.null))
            return
        }
        var reader = NodeReader(file: file, textLength: yaml.utf8.count)
        self = try reader.value(of: root, depth: 0)
    }

    /// The root of the document in a text; nil when the text is empty.
    static func root(of yaml: String, file: String) throws(YAMLSourceError) -> Node? {
        do {
            return try Parser(yaml: yaml, resolver: .basic, encoding: .utf8).singleRoot()
        } catch let error as YamlError {
            throw YAMLSourceError(error, in: yaml, file: file)
        } catch {
            throw YAMLSourceError(place: SourcePlace(file: file), message: "can't be read as YAML: \(error)")
        }
    }
}

/// Turns the nodes of a YAML document into located values, within bounds.
private struct NodeReader {
    /// The path that places name.
    let file: String
    /// How many values the document may hold with its aliases followed; guards against ones that multiply.
    private let valueLimit: Int
    /// How many values were read.
    private var count = 0
    /// The tags that are understood; made once, since making one is slow.
    private let tags = (none: Tag(.implicit), string: Tag(.str), array: Tag(.seq), object: Tag(.map))

    init(file: String, textLength: Int) {
        self.file = file
        valueLimit = YAMLBounds.values(inBytes: textLength)
    }

    /// The value of a node, and of all below it.
    mutating func value(of node: Node, depth: Int) throws(YAMLSourceError) -> LocatedValue {
        let place = place(of: node)
        try spend(at: place, depth: depth)
        switch node {
        case .scalar(let scalar):
            return LocatedValue(place: place, content: .scalar(try value(of: scalar, at: place)))
        case .sequence(let sequence):
            try refuseTag(sequence.tag, unless: tags.array, at: place)
            var items: [LocatedValue] = []
            items.reserveCapacity(sequence.count)
            for item in sequence {
                items.append(try value(of: item, depth: depth + 1))
            }
            return LocatedValue(place: place, content: .array(items))
        case .mapping(let mapping):
            try refuseTag(mapping.tag, unless: tags.object, at: place)
            var members: [(key: LocatedKey, value: LocatedValue)] = []
            members.reserveCapacity(mapping.count)
            for (key, item) in mapping {
                members.append((try self.key(of: key), try value(of: item, depth: depth + 1)))
            }
            return LocatedValue(place: place, content: .object(members))
        case .alias:
            throw YAMLSourceError(place: place, message: "an alias without its anchor")
        }
    }

    /// The name that a key node stands for.
    private func key(of node: Node) throws(YAMLSourceError) -> LocatedKey {
        let place = place(of: node)
        guard case .scalar(let scalar) = node else {
            throw YAMLSourceError(place: place, message: "a key must be a string, not an array or an object")
        }
        guard !(scalar.string.isEmpty && scalar.style == .plain) else {
            throw YAMLSourceError(place: place, message: "a key is missing before ':'")
        }
        return LocatedKey(name: scalar.string, place: place)
    }

    /// The JSON value of a scalar.
    private func value(of scalar: Node.Scalar, at place: SourcePlace) throws(YAMLSourceError) -> JSONValue {
        if scalar.tag == tags.string { return .string(scalar.string) }
        try refuseTag(scalar.tag, unless: tags.none, at: place)
        guard scalar.style == .plain || scalar.style == .any else { return .string(scalar.string) }
        do {
            return try CoreSchema.value(ofPlain: scalar.string)
        } catch {
            throw YAMLSourceError(place: place, message: error.message)
        }
    }

    /// Where a node begins.
    private func place(of node: Node) -> SourcePlace {
        node.mark.map { SourcePlace(file: file, line: $0.line, column: $0.column) } ?? SourcePlace(file: file)
    }

    /// Counts one value, and stops at the bounds.
    private mutating func spend(at place: SourcePlace, depth: Int) throws(YAMLSourceError) {
        count += 1
        guard count <= valueLimit else {
            throw YAMLSourceError(
                place: place,
                message: "more than \(valueLimit) values when aliases are followed (use fewer aliases)"
            )
        }
        guard depth <= YAMLBounds.depth else {
            throw YAMLSourceError(place: place, message: "values nest more than \(YAMLBounds.depth) deep")
        }
    }

    /// Refuses a tag, since no value here needs one.
    private func refuseTag(_ tag: Tag, unless expected: Tag, at place: SourcePlace) throws(YAMLSourceError) {
        guard tag == tags.none || tag == expected else {
            throw YAMLSourceError(place: place, message: "unknown tag '\(tag.description)' (leave it out)")
        }
    }
}
