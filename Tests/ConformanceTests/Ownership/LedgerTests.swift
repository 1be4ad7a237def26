import JSON
import Scenarios
import SeamContract
import Testing

@testable import Conformance  // the ledger is not public

@Suite("Ledger")
struct LedgerTests {
    @Test("Of a response to a create only the object is claimed that the contract names")
    func named() {
        var ledger = Ledger()
        let call = AcceptedCall(
            path: "/acs/users/create",
            parameters: [:],
            isDeletion: false,
            answer: [
                "user_identity": ["user_identity_id": "i9"], "acs_user": ["acs_user_id": "u1"],
                "acs_system": ["acs_system_id": "s1"],
            ],
            credential: .own,
            responseKey: "acs_user"
        )
        ledger.record(call, at: 0, sending: [GeneratedParameter(name: "full_name", value: "Ann")], entry: 1)
        #expect(ledger.claims.map(\.resource.value) == ["u1"])
    }

    @Test("What a create answers is claimed once, and users that it made beside our identities with it")
    func creates() throws {
        var ledger = Ledger()
        let answer = #"{"user_identity":{"user_identity_id":"i1","user_identity_key":"k1","acs_user_ids":["u1","u2"]}}"#
        try ledger.record("/user_identities/create", #"{"acs_system_ids":["s1"]}"#, answer)
        try ledger.record("/user_identities/get", "{}", answer)
        #expect(ledger.claims.map(\.resource.name) == ["/user_identities i1", "/acs/users u1", "/acs/users u2"])
        #expect(ledger.claims.map(\.mark) == [.generatedValue, .parent, .parent])
    }

    @Test("Users that a response shows with our identity are not claimed when no call of ours makes users")
    func mentions() throws {
        var ledger = Ledger()
        let answer = #"{"user_identity":{"user_identity_id":"i1","acs_user_ids":["u1"]}}"#
        try ledger.record("/user_identities/create", "{}", answer)
        try ledger.record("/user_identities/get", "{}", answer)
        #expect(ledger.claims.map(\.resource.name) == ["/user_identities i1"])
        #expect(ledger.claimUser("u1", as: .own) == nil)
    }

    @Test("Users of an identity that is not ours are left alone")
    func leavesOthers() throws {
        var ledger = Ledger()
        try ledger.record(
            "/user_identities/get",
            "{}",
            #"{"user_identity":{"user_identity_id":"x","acs_user_ids":["u"]}}"#
        )
        #expect(ledger.claims.isEmpty)
    }

    @Test("An identity that add_acs_user makes is found again by its key, unless the key is ours already")
    func addsByKey() throws {
        var ledger = Ledger()
        let created = #"{"user_identity":{"user_identity_id":"i1","user_identity_key":"k1"}}"#
        try ledger.record("/user_identities/create", "{}", created)
        try ledger.record("/user_identities/add_acs_user", #"{"user_identity_key":"k1"}"#, "{}")
        #expect(ledger.claims.count == 1)
        try ledger.record("/user_identities/add_acs_user", #"{"user_identity_key":"k2"}"#, "{}")
        #expect(ledger.claims.last?.resource.handle == .identityKey("k2"))
    }

    @Test("An identity that was given access may have users that nobody named")
    func silentUsers() throws {
        var ledger = Ledger()
        try ledger.record("/acs/access_groups/add_user", #"{"user_identity_id":"i1"}"#, "{}")
        #expect(ledger.identitiesWithUnknownUsers == ["i1"])
    }

    @Test("What the case deleted is struck out, and comes back when a response still shows it")
    func strikesOut() throws {
        var ledger = Ledger()
        let answer = #"{"user_identity":{"user_identity_id":"i1","acs_user_ids":["u1"]}}"#
        try ledger.record("/user_identities/create", #"{"acs_system_ids":["s1"]}"#, answer)
        try ledger.record("/user_identities/delete", #"{"user_identity_id":"i1"}"#, #"{"ok":true}"#)
        #expect(ledger.claims.map(\.resource.name) == ["/acs/users u1"])
        try ledger.record("/acs/users/delete", #"{"acs_user_id":"u1"}"#, "null")
        #expect(ledger.claims.isEmpty)
        try ledger.record("/user_identities/get", #"{"user_identity_id":"i1"}"#, answer)
        #expect(ledger.claims.map(\.resource.name) == ["/user_identities i1", "/acs/users u1"])
    }

    @Test(
        "Nothing is struck out by an id of another name or kind, another credential, or a method that does not delete",
        arguments: [
            ("/user_identities/delete", "user_identity_id", "i2", true, OwnerCredential.own),
            ("/user_identities/delete", "acs_user_id", "i1", true, .own),
            ("/acs/users/delete", "user_identity_id", "i1", true, .own),
            ("/user_identities/delete", "user_identity_id", "i1", true, .otherWorkspace),
            ("/user_identities/delete", "user_identity_id", "i1", false, .own),
        ]
    )
    func keeps(path: String, parameter: String, id: String, isDeletion: Bool, credential: OwnerCredential) throws {
        var ledger = Ledger()
        try ledger.record("/user_identities/create", "{}", #"{"user_identity":{"user_identity_id":"i1"}}"#)
        let entry = AcceptedCall(
            path: path,
            parameters: [parameter: .string(id)],
            isDeletion: isDeletion,
            answer: .null,
            credential: credential
        )
        ledger.record(entry, at: 0, sending: [], entry: nil)
        #expect(ledger.claims.count == 1)
    }

    @Test("Sessions are written down too, and reads are not")
    func sessions() throws {
        var ledger = Ledger()
        try ledger.record("/client_sessions/get_or_create", "{}", #"{"client_session":{"client_session_id":"s1"}}"#)
        try ledger.record("/acs/users/get", "{}", #"{"acs_user":{"acs_user_id":"u"}}"#)
        #expect(ledger.claims.map(\.resource.name) == ["/client_sessions s1"])
    }
}

extension Ledger {
    /// Takes in a call of tests; each text that it sends counts as generated.
    fileprivate mutating func record(_ path: String, _ parameters: String, _ answer: String) throws {
        let object = try JSONValue(parsing: parameters).objectValue ?? JSONObject()
        let call = AcceptedCall(
            path: path,
            parameters: object,
            isDeletion: OperationEffect(path: path) == .deletes,
            answer: try JSONValue(parsing: answer),
            credential: .own
        )
        let sent = object.members.compactMap { member in
            member.value.stringValue.map { GeneratedParameter(name: member.key, value: $0) }
        }
        let made = [GeneratedParameter(name: "full_name", value: "seamcheck")]
        record(call, at: 0, sending: sent.isEmpty ? made : sent, entry: nil)
    }
}
