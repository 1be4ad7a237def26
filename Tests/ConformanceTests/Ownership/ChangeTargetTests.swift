import JSON
import Scenarios
import Testing
import Timestamps

@testable import Conformance  // targets are not public

@Suite("What a request changes")
struct ChangeTargetTests {
    /// A step, and what it changes, each as `parameter=value`.
    struct Sample: Sendable, CustomTestStringConvertible {
        let step: String
        let targets: [String]
        var testDescription: String { step }

        init(_ step: String, _ targets: String...) {
            self.step = step
            self.targets = targets
        }
    }

    static let operations = [
        Sample("call: /user_identities/update, body: { user_identity_id: i1, full_name: A }", "user_identity_id=i1"),
        Sample("call: /user_identities/get, body: { user_identity_id: i1 }"),
        Sample("call: /user_identities/list, body: { user_identity_ids: [i1] }"),
        Sample("call: /user_identities/delete, method: alias, body: { user_identity_id: i1 }", "user_identity_id=i1"),
        Sample("call: /user_identities/delete, query: { user_identity_id: i1 }", "user_identity_id=i1"),
        Sample("call: /user_identities/delete, method: GET, query: { user_identity_id: i1 }", "user_identity_id=i1"),
        Sample("call: /user_identities/delete, method: HEAD, query: { user_identity_id: i1 }"),
        Sample("call: /user_identities/delete, method: OPTIONS, body: { user_identity_id: i1 }"),
        Sample(
            "call: /user_identities/delete, body: { user_identity_id: [i1, i2, i1, null, ''] }",
            "user_identity_id=i1",
            "user_identity_id=i2"
        ),
        Sample("call: /user_identities/delete, body: { user_identity_id: { a: i1 } }"),
        Sample("call: /user_identities/delete, body: { user_identity_id: 5 }", "user_identity_id=5"),
        Sample(
            "call: /user_identities/merge, body: { user_identity_id: i1, merged_user_identity_ids: [i2, i1] }",
            "user_identity_id=i1",
            "user_identity_id=i2"
        ),
        Sample(
            "call: /user_identities/merge, body: { user_identity_key: k1, merged_user_identity_keys: [k2] }",
            "user_identity_key=k1",
            "user_identity_key=k2"
        ),
        Sample(
            "call: /user_identities/add_acs_user, body: { acs_user_id: u1, user_identity_key: k1 }",
            "acs_user_id=u1",
            "user_identity_key=k1"
        ),
        Sample("call: /user_identities/create, body: { user_identity_key: k1, acs_system_ids: [s1] }"),
        Sample(
            "call: /user_identities/update, body: { user_identity_id: i1, user_identity_key: k1 }",
            "user_identity_id=i1"
        ),
        Sample(
            "call: /client_sessions/create, body: { user_identity_ids: [i1, i2] }",
            "user_identity_id=i1",
            "user_identity_id=i2"
        ),
    ]

    static let hosts = [
        Sample(
            "call: /acs/users/create, body: { acs_system_id: s1, acs_access_group_ids: [g1], user_identity_id: i1 }",
            "user_identity_id=i1"
        ),
        Sample(
            "call: /acs/access_groups/add_user, body: { acs_access_group_id: g1, acs_user_id: u1 }",
            "acs_user_id=u1"
        ),
        Sample(
            "call: /acs/access_groups/remove_user, body: { acs_access_group_id: g1, acs_user_id: u1 }",
            "acs_user_id=u1"
        ),
        Sample("call: /acs/entrances/grant_access, body: { acs_entrance_id: e1, acs_user_id: u1 }", "acs_user_id=u1"),
        Sample(
            "call: /acs/users/add_to_access_group, body: { acs_access_group_id: g1, acs_user_id: u1 }",
            "acs_user_id=u1"
        ),
        Sample(
            "path: /acs/access_groups/delete, method: POST, body: { acs_access_group_id: g1 }",
            "acs_access_group_id=g1",
            "=acs",
            "=access_groups",
            "=delete"
        ),
        Sample(
            "path: /acs/systems/update, method: POST, body: { acs_system_id: s1, workspace_id: w1 }",
            "acs_system_id=s1",
            "=acs",
            "=systems",
            "=update"
        ),
    ]

    static let raw = [
        Sample(#"call: /user_identities/delete, raw-body: '{"user_identity_id": "i1"}'"#, "user_identity_id=i1"),
        Sample(
            "call: /user_identities/delete, raw-body: 'a=1&user_identity_id=i%31', content-type: x/y",
            "user_identity_id=i1"
        ),
        Sample("call: /user_identities/delete, raw-body: '{'"),
        Sample(
            "path: /user_identities/i1, method: DELETE",
            "=user_identities",
            "=i1"
        ),
        Sample("path: /user_identities/i1, method: GET"),
        Sample("path: /a/delete, method: GET, query: { id: i1 }", "id=i1", "=a", "=delete"),
        Sample("path: /a/b, method: PATCH, body: { ids: [x] }", "id=x", "=a", "=b"),
        Sample("path: /user_identities/get/, method: POST, body: { user_identity_id: i1 }"),
    ]

    @Test(
        "each thing is named once, in the order in which it is sent, and hosts are none",
        arguments: operations + hosts + raw
    )
    func targets(_ sample: Sample) throws {
        let yaml = """
            scenarios:
              - id: a
                title: t
                proves: UI-ECHO
                steps: [{ \(sample.step), expect: [{ status: 2xx }] }]
            """
        let item = try #require(try TestSuite.cases(yaml).first)
        var scope = try item.scope(seed: 7, now: { Timestamp(nanoseconds: 0) })
        guard case .call(let call)? = item.steps.first?.action else { throw NoCall() }
        let prepared = try call.prepared(in: &scope, copy: 0)
        let targets = ChangeTarget.all(of: prepared, in: try TestSuite.contract.get())
        #expect(targets.map { "\($0.parameter)=\($0.text)" } == sample.targets)
    }

    private struct NoCall: Error {}
}
