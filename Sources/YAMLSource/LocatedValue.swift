public import JSON

/// A JSON value read from a file that people write, in which every part knows where it stands.
public struct LocatedValue: Sendable {
    /// What a value consists of.
    public enum Content: Sendable {
        /// `null`, a Boolean, a number or a string.
        case scalar(JSONValue)
        /// The items, in order.
        case array([LocatedValue])
        /// The members in the order they were written; no two have the same name.
        case object([(key: LocatedKey, value: LocatedValue)])
    }

    /// Where the value begins; for one that is reached through a YAML alias, where its anchor stands.
    public let place: SourcePlace
    /// What the value consists of.
    public let content: Content

    /// A value.
    ///
    /// - Parameters:
    ///   - place: where it begins.
    ///   - content: what it consists of.
    public init(place: SourcePlace, content: Content) {
        self.place = place
        self.content = content
    }

    /// The value without its places.
    public var json: JSONValue {
        switch content {
        case .scalar(let value):
            value
        case .array(let items):
            .array(items.map(\.json))
        case .object(let members):
            .object(
                JSONObject(
                    uniqueMembers: members.map { JSONObject.Member(key: $0.key.name, value: $0.value.json) }
                )
            )
        }
    }
}

/// The name of a member, and where it is written.
public struct LocatedKey: Sendable, Hashable {
    /// The name.
    public let name: String
    /// Where it begins.
    public let place: SourcePlace

    /// A key.
    ///
    /// - Parameters:
    ///   - name: the name.
    ///   - place: where it begins.
    public init(name: String, place: SourcePlace) {
        self.name = name
        self.place = place
    }
}

extension LocatedValue {
    /// The value of the member of that name; nil when there is none or this is no object.
    ///
    /// - Parameter name: the member's name.
    public subscript(name: String) -> LocatedValue? {
        guard case .object(let members) = content else { return nil }
        return members.first { $0.key.name == name }?.value
    }

    /// The place of the deepest part that a pointer reaches, so that a message about a part names where to look.
    ///
    /// - Parameter pointer: the part.
    /// - Returns: its place, or that of the innermost value around it when it does not exist.
    public func place(of pointer: JSONPointer) -> SourcePlace {
        var value = self
        for token in pointer.tokens {
            let next: LocatedValue? =
                switch value.content {
                case .object: value[token]
                case .array(let items): Int(token).flatMap { items.indices.contains($0) ? items[$0] : nil }
                case .scalar: nil
                }
            guard let next else { break }
            value = next
        }
        return value.place
    }
}
