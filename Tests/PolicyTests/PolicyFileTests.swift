import BundledSuite
import Policy
import Results
import Scenarios
import SeamContract
import Testing
import Timestamps

@Suite("Policy files")
struct PolicyFileTests {
    static let catalogue = Result { try Catalogue(files: BundledSuite.files(in: .requirements)) }

    static func policy(_ text: String) throws -> Policy {
        try Policy(text: text, path: "seamcheck.yaml", catalogue: catalogue.get())
    }

    @Test("waivers and the gate's rules are read")
    func whole() throws {
        let policy = try Self.policy(
            """
            waivers:
              - requirement: UI-UNIQ-EMAIL
                case: identity-*
                reason: known
                owner: ann
                expires: 2026-12-31
              - { fingerprint: 0123456789abcdef, reason: b, owner: c }
            gate:
              baseline: branch=release
              profile: core
              tested: 500
              allow-still-failing: false
              allow-vanished: true
              strict: true
              reruns: 4
              slowdown: 20
            """
        )
        #expect(policy.waivers.map(\.subject) == ["UI-UNIQ-EMAIL in identity-*", "finding 0123456789abcdef"])
        #expect(policy.waivers[0].expires == CivilDate(rfc3339: "2026-12-31"))
        #expect(
            policy.gate
                == GateRules(
                    baseline: Label(key: "branch", value: "release"),
                    profile: "core",
                    leastTested: 500,
                    allowsStillFailing: false,
                    allowsVanished: true,
                    isStrict: true,
                    reruns: 4,
                    slowdown: 20
                )
        )
    }

    @Test("what is named by hand is an id or a list of them for each kind")
    func fixtures() throws {
        let policy = try Self.policy("fixtures: { acs_system_id: [front, back], acs_entrance_id: door }")
        #expect(policy.fixtures[.accessSystem] == ["front", "back"])
        #expect(policy.fixtures[.entrance] == ["door"])
        #expect(policy.fixtures[.accessGroup] == [])
    }

    @Test("an empty object is the policy of a team that has settled nothing")
    func empty() throws {
        #expect(try Self.policy("{}") == Policy())
    }

    @Test(
        "what is wrong is told with its place and what to write instead",
        arguments: [
            ("waiver: []", "seamcheck.yaml:1:1: unknown key 'waiver' (did you mean 'waivers'?)"),
            (
                "fixtures: { acs_systems_id: front }",
                "seamcheck.yaml:1:29: unknown fixture 'acs_systems_id' (there are acs_system_id, acs_access_group_id, "
                    + "acs_entrance_id)"
            ),
            (
                "fixtures: { acs_system_id: 42 }",
                "seamcheck.yaml:1:28: a fixture must be an id, or a list of ids, as text"
            ),
            ("fixtures: [front]", "seamcheck.yaml:1:11: 'fixtures' must be an object, not array"),
            ("gate: { tested: 0 }", "seamcheck.yaml:1:17: 'tested' must be a whole number from 1 to 1000000"),
            ("gate: { strikt: true }", "seamcheck.yaml:1:9: unknown key 'strikt' (did you mean 'strict'?)"),
            ("gate: { strict: maybe }", "seamcheck.yaml:1:17: 'strict' must be true or false, not string"),
            ("gate: { reruns: 101 }", "seamcheck.yaml:1:17: 'reruns' must be a whole number from 0 to 100"),
            (
                "gate: { slowdown: never }",
                "seamcheck.yaml:1:19: 'slowdown' must be a whole number of percent from 0 to 10000, or off"
            ),
            (
                "gate: { baseline: main }",
                "seamcheck.yaml:1:19: 'baseline' must be a label and its value (write it like branch=main)"
            ),
            (
                "waivers: [{ reason: a, owner: b }]",
                "seamcheck.yaml:1:11: a waiver needs a requirement, a case or a fingerprint (or it would allow everything)"
            ),
            (
                "waivers: [{ requirement: UI-UNIQ-EMIAL, reason: a, owner: b }]",
                "seamcheck.yaml:1:26: there is no requirement 'UI-UNIQ-EMIAL' (did you mean 'UI-UNIQ-EMAIL'?)"
            ),
            ("waivers: [{ case: a, owner: b }]", "seamcheck.yaml:1:11: 'reason' is missing"),
            (
                "waivers: [{ case: a, reason: a, owner: b, expires: 2026-02-30 }]",
                "seamcheck.yaml:1:52: there is no day 2026-02-30"
            ),
            (
                "waivers: [{ case: a, reason: a, owner: b, expires: soon }]",
                "seamcheck.yaml:1:52: 'expires' must be a day like 2026-08-17, not 'soon'"
            ),
            ("waivers: x", "seamcheck.yaml:1:10: 'waivers' must be an array, not string"),
            ("[]", "seamcheck.yaml:1:1: a policy file must be an object, not array"),
        ]
    )
    func wrong(text: String, message: String) throws {
        let error = #expect(throws: PolicyError.self) { try Self.policy(text) }
        #expect(error?.description == message)
    }

    @Test("latencies can be left out of account")
    func off() throws {
        #expect(try Self.policy("gate: { slowdown: off }").gate == GateRules(slowdown: nil))
    }

    @Test("all problems are told at once")
    func all() throws {
        let error = #expect(throws: PolicyError.self) { try Self.policy("waivers: [{ case: a }]\ngate: { tested: x }") }
        #expect(error?.diagnostics.count == 3)
    }
}
