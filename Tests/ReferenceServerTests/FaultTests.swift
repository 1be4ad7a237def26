import JSON
@testable import ReferenceServer
import Testing

@Suite("Faults of the reference server")
struct FaultTests {
    @Test("ids are unique and found by name")
    func ids() {
        #expect(Set(Fault.all.map(\.id)).count == Fault.all.count)
        #expect(Fault.all.allSatisfy { Fault.named($0.id)?.requirement == $0.requirement })
        #expect(Fault.named("no-such-fault") == nil)
    }

    @Test("ids are kebab-case, summaries are sentences, and requirements are named", arguments: Fault.all.map(\.id))
    func form(id: String) throws {
        let fault = try #require(Fault.named(id))
        #expect(fault.id.wholeMatch(of: /[a-z0-9]+(-[a-z0-9]+)*/) != nil)
        #expect(fault.requirement.wholeMatch(of: /[A-Z]{2,4}(-[A-Z0-9]+)+/) != nil)
        #expect(fault.summary.wholeMatch(of: /\S[^\n]*[^.]\./) != nil)
    }

    @Test("no two faults have one summary, and each does something")
    func distinct() {
        #expect(Set(Fault.all.map(\.summary)).count == Fault.all.count)
        #expect(Fault.all.allSatisfy { !$0.effects.isEmpty })
    }

    @Test("the server with a fault behaves differently in the way that the fault says")
    func effects() throws {
        let create = "/user_identities/create"
        #expect(try faulty("drop-acs-user-ids").call(create)["user_identity"]?["acs_user_ids"] == nil)
        #expect(try faulty("missing-request-id").send("POST", create).headers["seam-request-id"] == nil)
        #expect(try faulty("created-status").send("POST", create).status == 201)
        #expect(try faulty("ok-as-text").call(create)["ok"] == "true")
        let refused = try faulty("error-without-message").send("POST", create, ["full_name": 1])
        #expect(refused.json?["error"]?["message"] == nil)
        #expect(refused.json?["error"]?["type"] != nil)
    }

    @Test(
        "a value that must be unique is accepted twice",
        arguments: [
            ("accept-second-email", "email_address", "j@example.com"), ("accept-second-key", "user_identity_key", "k"),
            ("accept-second-phone", "phone_number", "+15551234567"),
        ]
    )
    func uniqueness(fault: String, name: String, value: String) throws {
        let client = try faulty(fault)
        let body = JSONValue.object(JSONObject(uniqueMembers: [.init(key: name, value: .string(value))]))
        #expect(try client.identityID(body) != client.identityID(body))
        let correct = try Client()
        _ = try correct.identityID(body)
        #expect(correct.send("POST", "/user_identities/create", body).status == 409)
    }

    /// A client of a server with one fault.
    private func faulty(_ id: String) throws -> Client {
        try Client(faults: [try #require(Fault.named(id))])
    }
}
