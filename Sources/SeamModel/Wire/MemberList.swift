import JSON
import Timestamps

/// A list of members for a resource, written in the order of the rendering.
struct MemberList {
    private var members: [JSONObject.Member] = []

    init(capacity: Int) {
        members.reserveCapacity(capacity)
    }

    /// The finished object; no name may have been added twice.
    var json: JSONValue { .object(JSONObject(uniqueMembers: members)) }

    /// Adds a member.
    mutating func add(_ name: String, _ value: JSONValue) {
        members.append(.init(key: name, value: value))
    }

    /// Adds an id.
    mutating func add(_ name: String, _ id: ResourceID) {
        add(name, .string(id.description))
    }

    /// Adds ids.
    mutating func add(_ name: String, _ ids: [ResourceID]) {
        add(name, .array(ids.map { .string($0.description) }))
    }

    /// Adds an instant.
    mutating func add(_ name: String, _ instant: Timestamp) {
        add(name, .string(instant.rfc3339))
    }

    /// Adds a text, or null for none.
    mutating func addNullable(_ name: String, _ text: String?) {
        add(name, text.map(JSONValue.string) ?? .null)
    }

    /// Adds a text, or nothing for none.
    mutating func addOptional(_ name: String, _ text: String?) {
        if let text { add(name, .string(text)) }
    }
}
