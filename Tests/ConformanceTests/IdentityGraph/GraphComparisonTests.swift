@testable import Conformance
import JSON
import Testing

@Suite("What views of the identity graph disagree on") struct GraphComparisonTests {
    /// One way in which views disagree.
    struct Sample: Sendable, CustomTestStringConvertible {
        let testDescription: String
        var traces = GraphTraces.link
        let bend: @Sendable (inout SmallSeam) -> Void
        /// The requirements that are broken, in the order in which they are told.
        let requirements: [String]
        /// What the first message says.
        let message: String
    }

    @Test(
        "A sound endpoint has no disagreement, whatever was done",
        arguments: [GraphTraces.link, joined, unlinked, deleted, merged]
    )
    func sound(traces: GraphTraces) {
        var seam = SmallSeam()
        if !traces.deletedUserIDs.isEmpty { seam.deleteLinked() }
        if traces.hasMerged { seam.identities["i2"] = nil }
        #expect(seam.disagreements(after: traces).map(\.message) == [])
    }

    @Test(
        "Each disagreement breaks its requirement, and is told with both views",
        arguments: samples + memberships + gone
    )
    func disagreement(sample: Sample) throws {
        var seam = SmallSeam()
        sample.bend(&seam)
        let found = seam.disagreements(after: sample.traces)
        #expect(found.map(\.requirement) == sample.requirements)
        #expect(try #require(found.first).message == sample.message)
    }

    @Test("What is being deleted, or can't be read, is nobody's breach")
    func leftOut() {
        var leaving = SmallSeam()
        leaving.identities["i1"] = SmallSeam.identity(
            "i1",
            email: nil,
            users: [],
            warnings: [["warning_code": "being_deleted"]]
        )
        #expect(leaving.disagreements(after: .link).isEmpty)
        var unreadable = SmallSeam()
        unreadable.bend(.user(id: "u1")) { _ in nil }
        unreadable.bend(.list(.systemsOfIdentity, of: "i1")) { _ in nil }
        unreadable.bend(.list(.usersOfIdentity, of: "i1")) { _ in nil }
        #expect(unreadable.disagreements(after: .link).isEmpty)
    }

    @Test("A list that goes on lacks nothing")
    func nextPage() {
        var seam = SmallSeam()
        seam.bend(.list(.usersByIdentity, of: "i1"), to: ["acs_users": [], "pagination": ["has_next_page": true]])
        #expect(seam.disagreements(after: .link).isEmpty)
    }

    static let joined = GraphTraces.after(
        ("/acs/access_groups/add_user", ["acs_access_group_id": "g1", "acs_user_id": "u1"])
    )
    private static let unlinked = GraphTraces.after(
        ("/user_identities/remove_acs_user", ["user_identity_id": "i2", "acs_user_id": "u2"])
    )
    private static let deleted = GraphTraces.after(
        ("/acs/users/delete", ["acs_user_id": "u1"]),
        ("/user_identities/delete", ["user_identity_id": "i1"])
    )
    private static let merged = GraphTraces.after(
        ("/user_identities/merge", ["user_identity_id": "i1", "merged_user_identity_ids": ["i2"]])
    )
}

extension SmallSeam {
    /// Takes away `u1` and `i1`.
    fileprivate mutating func deleteLinked() {
        users["u1"] = nil
        identities["i1"] = nil
        groups["g1"] = []
    }
}

extension GraphComparisonTests {
    /// Links, users, lists and mirrors that disagree.
    private static let samples = [
        Sample(
            testDescription: "the identity does not list its user",
            bend: { $0.identities["i1"] = SmallSeam.identity("i1", email: "a@example.com", users: []) },
            requirements: ["LK-SYMMETRY", "LK-SYMMETRY"],
            message: "/user_identities/get says acs_user_ids [] of i1; /acs/users/get says user_identity_id i1 of u1"
        ),
        Sample(
            testDescription: "the list of identities does not list the user",
            bend: {
                let identity = SmallSeam.identity("i1", email: "a@example.com", users: [])
                $0.bend(.identities(ids: ["i1", "i2"]), to: ["user_identities": [identity]])
            },
            requirements: ["LK-SYMMETRY"],
            message: "/user_identities/list by user_identity_ids says acs_user_ids [] of i1; "
                + "/acs/users/get says user_identity_id i1 of u1"
        ),
        Sample(
            testDescription: "two identities list one user",
            bend: { $0.identities["i2"] = SmallSeam.identity("i2", email: nil, users: ["u1"]) },
            requirements: ["LK-SYMMETRY", "LK-SYMMETRY"],
            message: "/user_identities/get says acs_user_ids [u1] of i2; /acs/users/get says user_identity_id i1 of u1"
        ),
        Sample(
            testDescription: "a list shows the user without its identity",
            bend: {
                let user = SmallSeam.user("u1", in: "s1", of: nil, email: nil)
                $0.bend(.list(.usersOfIdentity, of: "i1"), to: ["acs_users": [user]])
            },
            requirements: ["LK-SYMMETRY"],
            message: "/user_identities/list_acs_users says user_identity_id null of u1; /acs/users/get says i1"
        ),
        Sample(
            testDescription: "the identity lists a user that does not exist",
            bend: { $0.identities["i1"] = SmallSeam.identity("i1", email: "a@example.com", users: ["u1", "u9"]) },
            requirements: ["LK-SYMMETRY", "LK-SYMMETRY"],
            message: "/user_identities/get says acs_user_ids [u1, u9] of i1; /acs/users/get finds no user u9"
        ),
        Sample(
            testDescription: "an error is about a user of nobody",
            bend: {
                $0.bend(.identity(id: "i1")) { content in
                    guard case .body(var body) = content, var identity = body["user_identity"]?.objectValue else {
                        return nil
                    }
                    identity["errors"] = [["error_code": "issue_with_acs_user", "acs_user_id": "u2"]]
                    body = ["user_identity": .object(identity)]
                    return .body(body)
                }
            },
            requirements: ["LK-SYMMETRY"],
            message: "/user_identities/get says acs_user_id u2 in errors of i1; "
                + "/acs/users/get says user_identity_id null"
        ),
        Sample(
            testDescription: "two users in one system",
            bend: {
                $0.identities["i1"] = SmallSeam.identity("i1", email: "a@example.com", users: ["u1", "u2"])
                $0.users["u2"] = SmallSeam.user("u2", in: "s1", of: "i1", email: "a@example.com")
            },
            requirements: ["LK-ONE-PER-SYS"],
            message: "i1 has 2 users in one access system: /acs/users/get says acs_system_id s1 of u1; "
                + "/acs/users/get says acs_system_id s1 of u2"
        ),
        Sample(
            testDescription: "list_acs_users lacks the user",
            bend: { $0.bend(.list(.usersOfIdentity, of: "i1"), to: ["acs_users": []]) },
            requirements: ["LK-LIST-USERS"],
            message: "/user_identities/list_acs_users lists [] of i1; /user_identities/get says acs_user_ids [u1] of i1"
        ),
        Sample(
            testDescription: "list_acs_systems has another system",
            bend: { $0.bend(.list(.systemsOfIdentity, of: "i1"), to: ["acs_systems": [["acs_system_id": "s2"]]]) },
            requirements: ["LK-LIST-SYSTEMS"],
            message: "/user_identities/list_acs_systems lists [s2] of i1; its users [u1] are in [s1] by /acs/users/get"
        ),
        Sample(
            testDescription: "the filter by identity lists another's user",
            bend: {
                let users = [$0.users["u1"], $0.users["u2"]].compactMap(\.self)
                $0.bend(.list(.usersByIdentity, of: "i1"), to: ["acs_users": .array(users)])
            },
            requirements: ["LS-FILTER-UI"],
            message: "/acs/users/list by user_identity_id lists [u1, u2] of i1; "
                + "/acs/users/get says user_identity_id null of u2"
        ),
        Sample(
            testDescription: "the filter by e-mail address finds nobody",
            bend: {
                $0.bend(.usersByValue(.usersByEmail, of: "i1", value: "a@example.com"), to: ["acs_users": []])
            },
            requirements: ["LS-FILTER-EMAIL"],
            message: "/acs/users/list by user_identity_email_address lists [] of i1; "
                + "/acs/users/get says user_identity_id i1 of u1"
        ),
        Sample(
            testDescription: "the pair finds nobody",
            bend: { $0.bend(.pair(identityID: "i1", systemID: "s1")) { _ in .absent } },
            requirements: ["LK-PAIR"],
            message: "/acs/users/get by user_identity_id and acs_system_id finds nobody for i1; "
                + "/acs/users/get says this user_identity_id of u1"
        ),
        Sample(
            testDescription: "the mirror has another value",
            bend: {
                let user = SmallSeam.user("u1", in: "s1", of: "i1", email: "b@example.com")
                $0.bend(.user(id: "u1"), to: ["acs_user": user])
            },
            requirements: ["LK-A-MIRROR"],
            message: #"/acs/users/get says user_identity_email_address "b@example.com" of u1; "#
                + #"/user_identities/get says email_address "a@example.com" of i1"#
        ),
        Sample(
            testDescription: "the mirror has the value from before",
            traces: .after(
                ("/user_identities/add_acs_user", ["user_identity_id": "i1", "acs_user_id": "u1"]),
                ("/user_identities/update", ["user_identity_id": "i1"])
            ),
            bend: {
                let user = SmallSeam.user("u1", in: "s1", of: "i1", email: nil)
                $0.bend(.user(id: "u1"), to: ["acs_user": user])
            },
            requirements: ["LK-A-MIRROR-LIVE"],
            message: "/acs/users/get says user_identity_email_address null of u1; "
                + #"/user_identities/get says email_address "a@example.com" of i1"#
        ),
        Sample(
            testDescription: "the mirror of nothing is an empty text",
            bend: {
                $0.identities["i1"] = SmallSeam.identity("i1", email: nil, users: ["u1"])
                $0.users["u1"] = SmallSeam.user("u1", in: "s1", of: "i1", email: nil)
                let user = SmallSeam.user("u1", in: "s1", of: "i1", email: "")
                $0.bend(.user(id: "u1"), to: ["acs_user": user])
            },
            requirements: ["LK-A-MIRROR-NULL"],
            message: #"/acs/users/get says user_identity_email_address "" of u1; "#
                + "/user_identities/get says email_address null of i1"
        ),
        Sample(
            testDescription: "a user of nobody shows somebody's name",
            bend: { $0.showStaleName() },
            requirements: ["LK-A-NONE"],
            message: #"/acs/users/get says user_identity_full_name "A" of u2, and user_identity_id null"#
        ),
        Sample(
            testDescription: "an unlinked user still shows its identity's name",
            traces: unlinked,
            bend: { $0.showStaleName() },
            requirements: ["LK-REM"],
            message: #"/acs/users/get says user_identity_full_name "A" of u2, and user_identity_id null"#
        ),
    ]

    /// Groups that disagree.
    private static let memberships = [
        Sample(
            testDescription: "the group lacks a user that was added",
            traces: joined,
            bend: { $0.bend(.list(.usersOfGroup, of: "g1"), to: ["acs_users": []]) },
            requirements: ["AG-ADD"],
            message: "/acs/access_groups/list_users lacks u1 in g1; "
                + "/acs/access_groups/list by acs_user_id says that its groups are [g1]"
        ),
        Sample(
            testDescription: "the group keeps a user that was taken out",
            traces: .after(
                ("/acs/users/remove_from_access_group", ["acs_access_group_id": "g1", "acs_user_id": "u1"])
            ),
            bend: {
                $0.bend(.list(.groupsOfUser, of: "u1"), to: ["acs_access_groups": []])
                $0.bend(.list(.groupsOfIdentity, of: "i1"), to: ["acs_access_groups": []])
            },
            requirements: ["AG-REM"],
            message: "/acs/access_groups/list_users has u1 in g1; "
                + "/acs/access_groups/list by acs_user_id says that its groups are []"
        ),
        Sample(
            testDescription: "the identity lacks the group of its user",
            traces: joined,
            bend: { $0.bend(.list(.groupsOfIdentity, of: "i1"), to: ["acs_access_groups": []]) },
            requirements: ["AG-LIST"],
            message: "/acs/access_groups/list by user_identity_id lists [] of i1; "
                + "its users [u1] are in [g1] by /acs/access_groups/list by acs_user_id"
        ),
    ]

    /// What was deleted or merged and is still told.
    private static let gone = [
        Sample(
            testDescription: "a deleted user is still shown",
            traces: .after(("/acs/users/delete", ["acs_user_id": "u2"])),
            bend: { _ in },
            requirements: ["AU-DEL"],
            message: "/acs/users/get still shows u2, and not as being deleted; it was deleted"
        ),
        Sample(
            testDescription: "a deleted user is still told by its identity and its group",
            traces: .after(
                ("/acs/users/add_to_access_group", ["acs_access_group_id": "g1", "acs_user_id": "u1"]),
                ("/acs/users/delete", ["acs_user_id": "u1"]),
                ("/user_identities/update", ["user_identity_id": "i1"])
            ),
            bend: {
                $0.users["u1"] = nil
                $0.bend(.list(.usersOfGroup, of: "g1"), to: ["acs_users": [["acs_user_id": "u1"]]])
            },
            requirements: ["AU-DEL-LIST", "AU-DEL-LIST", "AU-DEL-LIST"],
            message: "/user_identities/list by user_identity_ids tells the user u1; /acs/users/get finds no such user"
        ),
        Sample(
            testDescription: "a deleted identity is still shown and listed, and still has its user",
            traces: .after(
                ("/user_identities/delete", ["user_identity_id": "i1"]),
                ("/acs/access_groups/remove_user", ["acs_user_id": "u1"])
            ),
            bend: { _ in },
            requirements: ["UI-DEL", "UI-DEL-LIST", "UI-DEL-AU"],
            message: "/user_identities/get still shows i1, and not as being deleted; it was deleted"
        ),
        Sample(
            testDescription: "a merged identity is still listed, and still has its user",
            traces: .after(
                ("/user_identities/merge", ["user_identity_id": "i2", "merged_user_identity_ids": ["i1"]]),
                ("/acs/access_groups/remove_user", ["acs_user_id": "u1"])
            ),
            bend: { _ in },
            requirements: ["MG-GONE", "MG-MOVE-AU"],
            message: "/user_identities/list by user_identity_ids still shows i1; it was merged into another identity"
        ),
        Sample(
            testDescription: "merging leaves two users in one system",
            traces: .after(
                ("/user_identities/merge", ["user_identity_id": "i1", "merged_user_identity_ids": ["i9"]])
            ),
            bend: {
                $0.identities["i1"] = SmallSeam.identity("i1", email: "a@example.com", users: ["u1", "u2"])
                $0.users["u2"] = SmallSeam.user("u2", in: "s1", of: "i1", email: "a@example.com")
            },
            requirements: ["MG-SAME-SYS"],
            message: "i1 has 2 users in one access system: /acs/users/get says acs_system_id s1 of u1; "
                + "/acs/users/get says acs_system_id s1 of u2"
        ),
    ]
}

extension SmallSeam {
    /// Has `u2`, who belongs to nobody, show a name.
    fileprivate mutating func showStaleName() {
        users["u2"] = [
            "acs_user_id": "u2", "acs_system_id": "s2", "warnings": [], "user_identity_full_name": "A",
        ]
    }
}
