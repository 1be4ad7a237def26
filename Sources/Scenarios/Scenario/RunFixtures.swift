/// Access systems, access groups and entrances that whoever starts a run names by hand, for an endpoint that lists none.
public struct RunFixtures: Sendable, Hashable {
    /// What can be named.
    public enum Kind: String, Sendable, Hashable, CaseIterable {
        /// An access system.
        case accessSystem = "acs_system_id"
        /// An access group.
        case accessGroup = "acs_access_group_id"
        /// An entrance.
        case entrance = "acs_entrance_id"
    }

    /// One of the things of a kind, as templates ask for it.
    public struct Reference: Sendable, Hashable {
        /// The kind.
        public let kind: Kind
        /// Which of those that are named, from 0.
        public let place: Int
    }

    /// Why an id can't be taken, as a fragment that says what to do.
    public struct Problem: Error, Sendable, Hashable, CustomStringConvertible {
        /// The fragment.
        public let description: String
    }

    /// The longest id, in bytes.
    public static let idLimit = 200

    /// The ids of each kind, in the order in which they were named.
    private var ids: [Kind: [String]] = [:]

    /// Nothing.
    public init() {}

    /// The ids of a kind, in the order in which they were named.
    ///
    /// - Parameter kind: the kind.
    public subscript(kind: Kind) -> [String] { ids[kind, default: []] }

    /// The id of one thing; nil when so many were not named.
    ///
    /// - Parameter reference: which one.
    public subscript(reference: Reference) -> String? {
        let named = self[reference.kind]
        return named.indices.contains(reference.place) ? named[reference.place] : nil
    }

    /// These, and of each kind that they name nothing of, those of others.
    ///
    /// - Parameter others: the others.
    /// - Returns: all of them.
    public func filled(from others: RunFixtures) -> RunFixtures {
        var filled = self
        filled.ids.merge(others.ids) { own, _ in own }
        return filled
    }

    /// All ids.
    public var all: [String] { Kind.allCases.flatMap { self[$0] } }

    /// Whether nothing is named.
    public var isEmpty: Bool { ids.isEmpty }

    /// Names one more thing; one that is named already stays where it is.
    ///
    /// - Parameters:
    ///   - name: the kind, such as `acs_system_id`.
    ///   - id: its id, as the endpoint has it.
    /// - Throws: ``Problem`` when there is no such kind, or the id is none.
    public mutating func add(_ name: String, _ id: String) throws(Problem) {
        guard let kind = Kind(rawValue: name) else {
            let known = Kind.allCases.map(\.rawValue).joined(separator: ", ")
            throw Problem(description: "unknown fixture '\(name)' (there are \(known))")
        }
        guard TextKind.fixture.accepts(id), id.utf8.count <= Self.idLimit else {
            throw Problem(
                description: "'\(id.prefix(60))' is no \(name) (write it as the endpoint has it, without blanks, "
                    + "at most \(Self.idLimit) bytes)"
            )
        }
        if !self[kind].contains(id) { ids[kind, default: []].append(id) }
    }
}
