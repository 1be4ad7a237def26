import JSON
import ReferenceServer
import Testing

@Suite("Faults of the reference server")
struct FaultTests {
    @Test("ids are unique and found by name")
    func ids() {
        #expect(Set(Fault.all.map(\.id)).count == Fault.all.count)
        #expect(Fault.all.allSatisfy { Fault.named($0.id)?.requirement == $0.requirement })
        #expect(Fault.named("no-such-fault") == nil)
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
