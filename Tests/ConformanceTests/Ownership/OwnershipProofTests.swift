import JSON
import Scenarios
import Testing
import Timestamps

@testable import Conformance  // proofs are not public

@Suite("Ownership proof")
struct OwnershipProofTests {
    /// What a `get` of the identity `i1` shows, and what that proves.
    struct Sample: Sendable, CustomTestStringConvertible {
        let title: String
        var mark = OwnershipClaim.Mark.generatedValue
        var handle = Resource.Handle.id(parameter: "user_identity_id", value: "i1")
        var status = 200
        let json: JSONValue?
        let result: OwnershipProof.Result
        var testDescription: String { title }
    }

    /// A value that the case has generated.
    private static let mark = GeneratedValues.first(seed: 7, caseID: "a")
    /// When the run began.
    private static let begin = Timestamp(rfc3339: "2026-08-21T02:00:00Z")

    /// An identity that shows our value.
    private static func identity(_ id: JSONValue = "i1", _ others: JSONObject = [:]) -> JSONValue {
        var members: JSONObject = ["user_identity_id": id, "full_name": .string("Ann \(mark)")]
        for member in others.members { members[member.key] = member.value }
        return ["user_identity": .object(members)]
    }

    /// An identity that shows nothing of ours.
    private static let stranger: JSONObject = ["full_name": "Bob"]

    private static func created(_ text: JSONValue) -> JSONValue { identity("i1", ["created_at": text]) }

    private static let noValue = OwnershipProof.Result.unproven("get showed none of the values generated for it")
    private static let otherID = OwnershipProof.Result.unproven("get showed another id than it was asked for")
    private static let noObject = OwnershipProof.Result.unproven("get showed no user_identity with an id")

    static let identities = [
        Sample(title: "our value under the id that was asked for", json: identity(), result: .ours(id: "i1")),
        Sample(title: "another value", json: identity("i1", stranger), result: noValue),
        Sample(title: "another id, without our value", json: identity("i2", stranger), result: otherID),
        Sample(title: "ours was merged into another, which shows our value", json: identity("i2"), result: .gone),
        Sample(title: "no body", json: nil, result: noObject),
        Sample(title: "no object", json: ["user_identity": []], result: noObject),
        Sample(
            title: "an object without an id",
            json: ["user_identity": ["full_name": .string(mark)]],
            result: noObject
        ),
        Sample(title: "an id of another type", json: identity(5), result: noObject),
        Sample(
            title: "an object of another kind",
            json: ["acs_user": identity()["user_identity"] ?? .null],
            result: noObject
        ),
        Sample(title: "404", status: 404, json: nil, result: .gone),
        Sample(
            title: "400 that says not found",
            status: 400,
            json: ["error": ["type": "user_not_found"]],
            result: .gone
        ),
        Sample(
            title: "400 for another reason",
            status: 400,
            json: ["error": ["type": "invalid_input"]],
            result: .unproven("get answered 400")
        ),
        Sample(title: "500, whatever it shows", status: 500, json: identity(), result: .unproven("get answered 500")),
        Sample(title: "302", status: 302, json: nil, result: .unproven("get answered 302")),
    ]

    static let times = [
        Sample(
            title: "created before the run began",
            json: created("2026-08-21T01:59:59.999Z"),
            result: .unproven(OwnershipProof.valueButAge)
        ),
        Sample(title: "created when the run began", json: created("2026-08-21T02:00:00Z"), result: .ours(id: "i1")),
        Sample(
            title: "created before, said in another zone",
            json: created("2026-08-21T03:59:59+02:00"),
            result: .unproven(OwnershipProof.valueButAge)
        ),
        Sample(title: "created no one knows when", json: created("yesterday"), result: .ours(id: "i1")),
        Sample(title: "created at a number", json: created(5), result: .ours(id: "i1")),
        Sample(title: "created at null", json: created(.null), result: .ours(id: "i1")),
    ]

    private static func user(_ members: JSONObject) -> JSONValue {
        var all: JSONObject = ["acs_user_id": "u1"]
        for member in members.members { all[member.key] = member.value }
        return ["acs_user": .object(all)]
    }

    private static func userSample(
        _ title: String,
        _ json: JSONValue,
        mark: OwnershipClaim.Mark = .parent,
        _ result: OwnershipProof.Result
    ) -> Sample {
        let handle = Resource.Handle.id(parameter: "acs_user_id", value: "u1")
        return Sample(title: title, mark: mark, handle: handle, json: json, result: result)
    }

    private static let noParent = OwnershipProof.Result.unproven("get did not show an identity of this run with it")

    static let users = [
        userSample("an identity of ours", user(["user_identity_id": "ours"]), .ours(id: "u1")),
        userSample("several of ours", user(["user_identity_ids": ["ours", "ours too"]]), .ours(id: "u1")),
        userSample("another identity", user(["user_identity_id": "i9"]), noParent),
        userSample("one of ours, and another", user(["user_identity_ids": ["ours", "i9"]]), noParent),
        userSample("no identity", user([:]), noParent),
        userSample("an identity of null", user(["user_identity_id": .null]), noParent),
        userSample(
            "no value of its own, but one of the identity that it is linked to",
            user(["user_identity_id": "ours", "user_identity_email_address": .string(mark)]),
            mark: .generatedValue,
            noValue
        ),
        userSample("no identity, but a value of ours", user(["full_name": .string(mark)]), .ours(id: "u1")),
        userSample(
            "an identity of ours, where a value is asked for",
            user(["user_identity_id": "ours"]),
            mark: .generatedValue,
            noValue
        ),
        userSample(
            "anything, where nothing can show it",
            user(["user_identity_id": "ours", "full_name": .string(mark)]),
            mark: .nothing,
            .unproven(OwnershipProof.nothingToShow)
        ),
    ]

    static let keys = [
        Sample(
            title: "the key that was asked for",
            handle: .identityKey(mark),
            json: identity("i7", ["user_identity_key": .string(mark)]),
            result: .ours(id: "i7")
        ),
        Sample(
            title: "another key",
            handle: .identityKey(mark),
            json: identity("i7", ["user_identity_key": "k"]),
            result: .unproven("get showed another key than it was asked for")
        ),
    ]

    @Test("what a get shows proves something or nothing", arguments: identities + times + users + keys)
    func proves(_ sample: Sample) {
        let values = GeneratedValues(seed: 7, caseID: "a", count: 1)
        let proof = OwnershipProof(values: values, identityIDs: ["ours", "ours too"], begin: Self.begin)
        let isUser = sample.handle == .id(parameter: "acs_user_id", value: "u1")
        let resource = Resource(
            namespace: isUser ? Ledger.users : Ledger.identities,
            handle: sample.handle,
            credential: .own
        )
        let claim = OwnershipClaim(resource: resource, moment: 0, mark: sample.mark)
        #expect(proof.result(for: claim, status: sample.status, json: sample.json) == sample.result)
    }

    @Test("where nobody knows when the run began, no instant counts against a resource")
    func noBeginning() {
        let values = GeneratedValues(seed: 7, caseID: "a", count: 1)
        let proof = OwnershipProof(values: values, identityIDs: [], begin: nil)
        let handle = Resource.Handle.id(parameter: "user_identity_id", value: "i1")
        let resource = Resource(namespace: Ledger.identities, handle: handle, credential: .own)
        let claim = OwnershipClaim(resource: resource, moment: 0, mark: .generatedValue)
        #expect(proof.result(for: claim, status: 200, json: Self.created("1990-01-01T00:00:00Z")) == .ours(id: "i1"))
    }
}
