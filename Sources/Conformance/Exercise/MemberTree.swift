import JSON
import Results

/// The members that values had, each once, however often it came, and which texts and nulls they held.
struct MemberTree: Sendable {
    /// How many members a tree may have, and how many values of one document are looked at: an endpoint may send any number.
    static let limit = 4000
    /// The longest name that is noted, in bytes.
    private static let nameLimit = 200
    /// How deep members are noted.
    private static let depthLimit = 32
    /// How many texts of one place are told apart: a place with more of them is no enumeration.
    private static let wordCount = 64
    /// The longest text that is taken for a word of an enumeration, in bytes.
    private static let wordLimit = 80

    private var root = Node()
    private var count = 0

    /// A member or the whole value.
    private struct Node: Sendable {
        var members: [String: Node] = [:]
        var isSometimesNull = false
        /// The texts; nil when there are too many or too long ones to be those of an enumeration.
        var words: Set<String>? = []

        mutating func note(_ text: String) {
            guard let count = words?.count, words?.contains(text) == false else { return }
            if count < wordCount, text.utf8.count <= wordLimit { words?.insert(text) } else { words = nil }
        }
    }

    /// Notes the members of a value; those of the items of an array as members of `*`.
    mutating func add(_ value: JSONValue) {
        var budget = Self.limit
        Self.add(value, to: &root, depth: 0, count: &count, budget: &budget)
    }

    private static func add(
        _ value: JSONValue,
        to node: inout Node,
        depth: Int,
        count: inout Int,
        budget: inout Int
    ) {
        guard depth < depthLimit, budget > 0 else { return }
        budget -= 1
        switch value {
        case .object(let object):
            for member in object where member.key.utf8.count <= nameLimit {
                descend(into: member.key, member.value, of: &node, depth: depth, count: &count, budget: &budget)
            }
        case .array(let items):
            for item in items {
                descend(into: "*", item, of: &node, depth: depth, count: &count, budget: &budget)
            }
        case .null: node.isSometimesNull = true
        case .string(let text): node.note(text)
        case .bool, .number: break
        }
    }

    private static func descend(
        into name: String,
        _ value: JSONValue,
        of node: inout Node,
        depth: Int,
        count: inout Int,
        budget: inout Int
    ) {
        if node.members[name] == nil {
            guard count < limit else { return }
            count += 1
        }
        add(value, to: &node.members[name, default: Node()], depth: depth + 1, count: &count, budget: &budget)
    }

    /// The places of the members, sorted; items are no members of their own.
    var places: [String] {
        var places: [String] = []
        Self.walk(root, JSONPointer()) { place, name, _ in
            if name != "*" { places.append(place.description) }
        }
        return places.sorted()
    }

    /// What was held at places, the items of arrays counted among them.
    ///
    /// - Parameter enumerations: the places whose texts are told.
    /// - Returns: the nulls, and the texts of the enumerations.
    func values(ofEnumerations enumerations: Set<String>) -> OperationExercise.FieldValues {
        var nulls: [String] = []
        var words: [String: [String]] = [:]
        Self.walk(root, JSONPointer()) { place, _, node in
            let place = place.description
            if node.isSometimesNull { nulls.append(place) }
            if let texts = node.words, !texts.isEmpty, enumerations.contains(place) { words[place] = texts.sorted() }
        }
        return OperationExercise.FieldValues(nulls: nulls.sorted(), words: words)
    }

    /// Visits everything below a place.
    private static func walk(_ node: Node, _ place: JSONPointer, _ visit: (JSONPointer, String, Node) -> Void) {
        for (name, member) in node.members {
            let below = place.appending(name)
            visit(below, name, member)
            walk(member, below, visit)
        }
    }
}
