import JSON

/// The members that values had, each once, however often it came.
struct MemberTree: Sendable {
    /// How many members a tree may have, and how many values of one document are looked at: an endpoint may send any number.
    static let limit = 4000
    /// The longest name that is noted, in bytes.
    private static let nameLimit = 200
    /// How deep members are noted.
    private static let depthLimit = 32

    private var root = Node()
    private var count = 0

    /// A member or the whole value.
    private struct Node: Sendable {
        var members: [String: Node] = [:]
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
        case .null, .bool, .number, .string: break
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
        Self.gather(root, JSONPointer(), into: &places)
        return places.sorted()
    }

    private static func gather(_ node: Node, _ place: JSONPointer, into places: inout [String]) {
        for (name, member) in node.members {
            let below = place.appending(name)
            if name != "*" { places.append(below.description) }
            gather(member, below, into: &places)
        }
    }
}
