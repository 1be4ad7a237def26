import JSON
import Testing

@testable import Conformance  // sightings are not public

@Suite("Sightings of ids")
struct SightingsTests {
    @Test("an id counts as seen from the response that shows it first, and only before later moments")
    func order() {
        var sightings = Sightings()
        sightings.note(["user_identity": ["user_identity_id": "old"]])
        let moment = sightings.now
        sightings.note(["user_identity": ["user_identity_id": "new", "acs_user_ids": ["old"]]])
        sightings.note(["user_identities": [["user_identity_id": "new"]]])
        #expect(sightings.hasSeen("old", before: moment))
        #expect(!sightings.hasSeen("new", before: moment))
        #expect(sightings.hasSeen("new", before: sightings.now))
        #expect(sightings.hasSeen("new") && sightings.hasSeen("old") && !sightings.hasSeen("none"))
    }

    @Test("nothing was seen before the first response")
    func beginning() {
        var sightings = Sightings()
        let moment = sightings.now
        sightings.note(["id": "a"])
        #expect(!sightings.hasSeen("a", before: moment))
    }

    @Test("ids are found however deep, by the names of their properties, and nothing else is taken for one")
    func places() {
        var sightings = Sightings()
        sightings.note([
            "a": [["b": ["acs_user_ids": ["1", ["2"]]]], ["id": "3"]], "full_name": "4", "user_identity_id": .null,
            "other_id": 5, "empty_id": "", "user_identity_key": "6", "idle": "7",
        ])
        #expect(["1", "2", "3"].allSatisfy { sightings.hasSeen($0) })
        #expect(!["4", "5", "", "6", "7"].contains { sightings.hasSeen($0) })
    }

    @Test("when so many ids were seen that no more are kept, nothing counts as new any more")
    func full() {
        var sightings = Sightings()
        sightings.note(["acs_user_ids": .array((0..<Sightings.limit).map { .string(String($0)) })])
        #expect(sightings.isFull)
        sightings.note(["id": "one more"])
        #expect(!sightings.hasSeen("one more"))
        #expect(sightings.hasSeen("0") && sightings.hasSeen(String(Sightings.limit - 1)))
    }

    @Test("a claim is refused when its id is old, or can't be known to be new")
    func reasons() {
        let ownership = RunOwnership()
        ownership.note(["user_identity_id": "old"])
        let claims = ["old", "new"].map { id in
            OwnershipClaim(
                resource: Resource(
                    namespace: Ledger.identities,
                    handle: .id(parameter: "user_identity_id", value: id),
                    credential: .own
                ),
                moment: ownership.now,
                mark: .generatedValue
            )
        }
        #expect(claims.map(ownership.objection) == [.foreign(OwnershipProof.oldID), nil])
        ownership.note(["acs_user_ids": .array((0...Sightings.limit).map { .string("x\($0)") })])
        let reason = "responses have shown more than 1048576 ids, so none can be known to be new"
        #expect(ownership.objection(to: claims[1]) == .unproven(reason))
    }
}
