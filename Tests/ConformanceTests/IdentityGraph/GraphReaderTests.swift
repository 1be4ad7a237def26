@testable import Conformance
import JSON
import Testing

@Suite("Reading the identity graph") struct GraphReaderTests {
    @Test("Every view is read once, and nothing of groups where the case has none")
    func views() {
        let calls = SmallSeam().reading(after: .link).calls
        #expect(Set(calls).count == calls.count)
        let first: [GraphCall.Reading] = [.identity(id: "i1"), .identity(id: "i2"), .user(id: "u1"), .user(id: "u2")]
        #expect(calls.prefix(4).map(\.reading) == first)
        #expect(
            Set(calls.map(\.reading)).isSuperset(of: [
                .identities(ids: ["i1", "i2"]), .list(.usersOfIdentity, of: "i1"), .list(.systemsOfIdentity, of: "i1"),
                .list(.usersByIdentity, of: "i1"), .pair(identityID: "i1", systemID: "s1"),
                .usersByValue(.usersByEmail, of: "i1", value: "a@example.com"),
            ])
        )
        #expect(!calls.contains { $0.path.hasPrefix("/acs/access_groups") })
    }

    @Test("Groups are read from all three sides where the case has some")
    func groups() {
        let readings = Set(SmallSeam().reading(after: GraphComparisonTests.joined).calls.map(\.reading))
        #expect(
            readings.isSuperset(of: [
                .list(.usersOfGroup, of: "g1"), .list(.groupsOfUser, of: "u1"), .list(.groupsOfIdentity, of: "i1"),
            ])
        )
    }

    @Test("Other people's users in a group are listed there, and otherwise nobody's business")
    func strangers() {
        var seam = SmallSeam()
        seam.groups["g1"] = ["u1", "u2"]
        let graph = seam.reading(after: GraphComparisonTests.joined).graph
        #expect(graph.userIDs == ["u1"])
        #expect(graph.list(.usersOfGroup, of: "g1")?.ids == ["u1", "u2"])
    }

    @Test("What the case does not know is found by what names it")
    func discovery() {
        let traces = GraphTraces.after(("/user_identities/add_acs_user", ["user_identity_id": "i1"]))
        #expect(SmallSeam().reading(after: traces).graph.userIDs == ["u1"])
        let other = GraphTraces.after(("/acs/users/create", ["acs_user_id": "u1", "user_identity_id": "none"]))
        #expect(SmallSeam().reading(after: other).graph.identityIDs == ["i1"])
    }

    @Test("An endpoint that lists everything is not read to the end")
    func bound() {
        var seam = SmallSeam()
        let ids = (0..<200).map { "u-\($0)" }
        for id in ids { seam.users[id] = SmallSeam.user(id, in: "s1", of: nil, email: nil) }
        let rows = ids.compactMap { seam.users[$0] }
        seam.bend(.list(.usersOfIdentity, of: "i1"), to: ["acs_users": .array(rows)])
        let calls = seam.reading(after: .link).calls
        #expect(calls.count <= GraphReader.limit)
        #expect(calls.map(\.reading).contains(.list(.usersByIdentity, of: "i1")))
        let many = GraphTraces.after(
            ("/user_identities/merge", ["merged_user_identity_ids": .array(ids.map { .string($0) })]),
            ("/acs/users/create", ["acs_access_group_ids": .array(ids.map { .string($0) })])
        )
        #expect(seam.reading(after: many).calls.count == GraphReader.limit)
    }

    @Test(
        "Only what links, unlinks, merges, deletes or groups changes the graph",
        arguments: [
            ("/user_identities/create", ["full_name": "A"], false),
            ("/user_identities/create", ["acs_system_ids": []], false),
            ("/user_identities/create", ["acs_system_ids": ["s1"]], true),
            ("/acs/users/create", ["acs_system_id": "s1"], false),
            ("/acs/users/create", ["user_identity_id": "i1"], true),
            ("/acs/users/create", ["acs_access_group_ids": ["g1"]], true),
            ("/user_identities/update", ["user_identity_id": "i1"], false),
            ("/user_identities/get", ["user_identity_id": "i1"], false),
            ("/user_identities/merge", ["user_identity_id": "i1"], true),
            ("/user_identities/delete", ["user_identity_id": "i1"], true),
            ("/acs/users/delete", ["acs_user_id": "u1"], true),
            ("/acs/access_groups/remove_user", ["acs_user_id": "u1"], true),
        ] as [(String, JSONObject, Bool)]
    )
    func changes(path: String, parameters: JSONObject, isChange: Bool) {
        #expect(GraphTraces.after((path, parameters)).hasChanges == isChange)
    }

    @Test("Identities that nothing links are looked at in one list, and closer only when they have users")
    func others() {
        let traces = GraphTraces.after(
            ("/user_identities/delete", ["user_identity_id": "i2"]),
            ("/user_identities/update", ["user_identity_id": "i3"])
        )
        var seam = SmallSeam()
        seam.identities["i3"] = SmallSeam.identity("i3", email: nil, users: [])
        let few = seam.reading(after: traces).calls.map(\.reading)
        #expect(few.contains(.identities(ids: ["i2", "i3"])))
        #expect(!few.contains(.identity(id: "i3")))
        seam.identities["i3"] = SmallSeam.identity("i3", email: nil, users: ["u2"])
        #expect(seam.reading(after: traces).calls.map(\.reading).contains(.user(id: "u2")))
    }

    @Test("Of many identities that are created with users two are looked at closely, and all in one list")
    func siblings() {
        var traces = GraphTraces()
        for number in 1...4 {
            let answer: JSONValue = [
                "user_identity": ["user_identity_id": .string("i\(number)"), "acs_user_ids": [.string("u\(number)")]]
            ]
            let entry = AcceptedCall(
                path: "/user_identities/create",
                parameters: ["acs_system_ids": ["s1"]],
                isDeletion: false,
                answer: answer,
                credential: .own
            )
            traces.record(entry)
        }
        #expect(traces.identityIDs == ["i1", "i2"] && traces.userIDs == ["u1", "u2"])
        var seam = SmallSeam()
        seam.identities["i3"] = SmallSeam.identity("i3", email: nil, users: ["u3"])
        seam.identities["i4"] = SmallSeam.identity("i4", email: nil, users: ["u4"])
        let readings = seam.reading(after: traces).calls.map(\.reading)
        #expect(readings.contains(.identities(ids: ["i1", "i2", "i3", "i4"])))
        #expect(!readings.contains(.identity(id: "i3")) && !readings.contains(.user(id: "u4")))
        seam.identities["i4"] = SmallSeam.identity("i4", email: nil, users: ["u5"])
        #expect(seam.reading(after: traces).calls.map(\.reading).contains(.user(id: "u5")))
    }

    @Test("What a set-up created linked is compared in fewer views than what the case itself links")
    func setUp() {
        let entry = AcceptedCall(
            path: "/acs/users/create",
            parameters: ["user_identity_id": "i1"],
            isDeletion: false,
            answer: ["acs_user": ["acs_user_id": "u1"]],
            credential: .own
        )
        var traces = GraphTraces()
        traces.record(entry, isSetUp: true)
        let few = Set(SmallSeam().reading(after: traces).calls.map(\.reading))
        #expect(few.isSuperset(of: [.identity(id: "i1"), .user(id: "u1"), .list(.usersOfIdentity, of: "i1")]))
        #expect(!few.contains(.pair(identityID: "i1", systemID: "s1")))
        traces.record(entry)
        let all = Set(SmallSeam().reading(after: traces).calls.map(\.reading))
        #expect(all.isStrictSuperset(of: few) && all.contains(.pair(identityID: "i1", systemID: "s1")))
    }

    @Test("What a call only reads belongs to nobody's graph")
    func readsAreNoTraces() {
        let traces = GraphTraces.after(("/acs/users/list", ["user_identity_id": "i1"]))
        #expect(traces.identityIDs.isEmpty && traces.otherIdentityIDs.isEmpty)
    }
}
