// The graph is no API: what it is read from and compared with is tested here.
@testable import Conformance
import JSON

/// A small Seam made by hand, of which each view can be bent alone.
///
/// The identity `i1` has the user `u1` in the access system `s1`, who is in the group `g1`; `i2` has nobody, and `u2`, in
/// `s2`, belongs to nobody.
struct SmallSeam {
    /// What is said instead of an answer; nil for what can't be read.
    typealias Bend = (GraphAnswer.Content) -> GraphAnswer.Content?

    /// Identities and what they tell.
    var identities: [String: JSONValue] = [
        "i1": identity("i1", email: "a@example.com", users: ["u1"]), "i2": identity("i2", email: nil, users: []),
    ]
    /// Users and what they tell.
    var users: [String: JSONValue] = [
        "u1": user("u1", in: "s1", of: "i1", email: "a@example.com"), "u2": user("u2", in: "s2", of: nil, email: nil),
    ]
    /// Groups and the users in them.
    var groups: [String: [String]] = ["g1": ["u1"]]
    /// The views that are bent.
    private var bends: [(reading: GraphCall.Reading, bend: Bend)] = []

    /// Bends the answer to a call.
    mutating func bend(_ reading: GraphCall.Reading, _ bend: @escaping Bend) {
        bends.append((reading, bend))
    }

    /// Bends the answer to a call to a body.
    mutating func bend(_ reading: GraphCall.Reading, to body: JSONValue) {
        bend(reading) { _ in .body(body) }
    }

    /// The graph that a reader makes of it, and what it asked.
    func reading(after traces: GraphTraces) -> (graph: IdentityGraph, calls: [GraphCall]) {
        var reader = GraphReader(traces: traces)
        var calls: [GraphCall] = []
        while let call = reader.next() {
            calls.append(call)
            var content: GraphAnswer.Content? = answer(to: call.reading)
            for (reading, bend) in bends where reading == call.reading { content = content.flatMap(bend) }
            reader.take(content.map { GraphAnswer(exchange: calls.count, content: $0) }, to: call)
        }
        return (reader.graph, calls)
    }

    /// The requirements that the graph breaks, and what is said of them.
    func disagreements(after traces: GraphTraces) -> [(requirement: String, message: String)] {
        GraphComparison.weighings(reading(after: traces).graph, traces).flatMap { weighing in
            weighing.disagreements.map { (weighing.requirement, $0.message) }
        }
    }

    /// An identity as the API shows it.
    static func identity(_ id: String, email: String?, users: [String], warnings: JSONValue = []) -> JSONValue {
        [
            "user_identity_id": .string(id), "acs_user_ids": .array(users.map { .string($0) }), "full_name": "A",
            "email_address": email.map { .string($0) } ?? .null, "phone_number": .null, "errors": [],
            "warnings": warnings,
        ]
    }

    /// A user as the API shows it.
    static func user(_ id: String, in system: String, of identity: String?, email: String?) -> JSONValue {
        var members: JSONObject = ["acs_user_id": .string(id), "acs_system_id": .string(system), "warnings": []]
        if let identity {
            members["user_identity_id"] = .string(identity)
            members["user_identity_full_name"] = "A"
            members["user_identity_email_address"] = email.map { .string($0) } ?? .null
        }
        return .object(members)
    }

    private func answer(to reading: GraphCall.Reading) -> GraphAnswer.Content {
        switch reading {
        case .identity(let id): one("user_identity", identities[id])
        case .identityOfKey: .absent
        case .identities(let ids): .body(["user_identities": .array(ids.compactMap { identities[$0] })])
        case .user(let id): one("acs_user", users[id])
        case .pair(let identity, let system):
            one(
                "acs_user",
                sorted.first {
                    $0["user_identity_id"] == .string(identity) && $0["acs_system_id"] == .string(system)
                }
            )
        case .list(let relation, let subject): .body(list(relation, of: subject))
        case .usersByValue(.usersByEmail, _, let value): rows { $0["user_identity_email_address"] == .string(value) }
        case .usersByValue(_, _, let value): rows { $0["user_identity_phone_number"] == .string(value) }
        }
    }

    private func list(_ relation: IdentityGraph.List.Relation, of subject: String) -> JSONValue {
        let own = sorted.filter { $0["user_identity_id"] == .string(subject) }
        let ids = own.compactMap { $0["acs_user_id"]?.stringValue }
        switch relation {
        case .usersOfIdentity, .usersByIdentity: return ["acs_users": .array(own)]
        case .systemsOfIdentity:
            return ["acs_systems": .array(own.compactMap { $0["acs_system_id"].map { ["acs_system_id": $0] } })]
        case .usersOfGroup: return ["acs_users": .array((groups[subject] ?? []).compactMap { users[$0] })]
        case .groupsOfUser: return groups { $0.contains(subject) }
        case .groupsOfIdentity: return groups { !Set($0).isDisjoint(with: ids) }
        case .usersBySearch: return ["acs_users": .array([users[subject]].compactMap(\.self))]
        case .identities, .usersByEmail, .usersByPhone: return [:]
        }
    }

    private var sorted: [JSONValue] { users.sorted { $0.key < $1.key }.map(\.value) }

    private func one(_ name: String, _ value: JSONValue?) -> GraphAnswer.Content {
        value.map { .body(.object([name: $0])) } ?? .absent
    }

    private func rows(where isWanted: (JSONValue) -> Bool) -> GraphAnswer.Content {
        .body(["acs_users": .array(sorted.filter(isWanted))])
    }

    private func groups(where isWanted: ([String]) -> Bool) -> JSONValue {
        let ids = groups.filter { isWanted($0.value) }.keys.sorted()
        return ["acs_access_groups": .array(ids.map { ["acs_access_group_id": .string($0)] })]
    }
}

extension GraphTraces {
    /// What calls leave behind.
    static func after(_ calls: (path: String, parameters: JSONObject)...) -> GraphTraces {
        var traces = GraphTraces()
        for call in calls {
            traces.record(
                AcceptedCall(
                    path: call.path,
                    parameters: call.parameters,
                    isDeletion: call.path.hasSuffix("/delete"),
                    answer: ["ok": true],
                    credential: .own
                )
            )
        }
        return traces
    }

    /// What is left by linking `u1` to `i1`, with `i2` and `u2` changed too.
    static let link = after(
        ("/user_identities/add_acs_user", ["user_identity_id": "i1", "acs_user_id": "u1"]),
        ("/acs/access_groups/remove_user", ["user_identity_id": "i2", "acs_user_id": "u2"])
    )
}
