import JSON
import ReferenceServer
import Testing

@Suite("Races in the reference server")
struct RaceTests {
    private static let count = 8

    @Test("of calls at once with one value, a correct server accepts one")
    func correctServer() async throws {
        #expect(try await accepted(by: Client()) == 1)
    }

    @Test("a server that looks and stores in two critical sections accepts all that look before one stores")
    func racingServer() async throws {
        let fault = try #require(Fault.named("race-for-email"))
        let client = try Client(faults: [fault], raceWindow: .barrier(of: Self.count))
        #expect(try await accepted(by: client) == Self.count)
    }

    @Test("one call after the other is refused all the same")
    func oneAfterTheOther() async throws {
        let client = try Client(faults: [try #require(Fault.named("race-for-email"))])
        let body: JSONValue = ["email_address": "j@example.com"]
        #expect(await client.serve("/user_identities/create", body).status == 200)
        #expect(await client.serve("/user_identities/create", body).status == 409)
    }

    /// How many of the creations at once with one e-mail address are accepted.
    private func accepted(by client: Client) async throws -> Int {
        await withTaskGroup(of: Int.self) { group in
            for _ in 0..<Self.count {
                group.addTask {
                    await client.serve("/user_identities/create", ["email_address": "j@example.com"]).status
                }
            }
            return await group.reduce(0) { $0 + ($1 == 200 ? 1 : 0) }
        }
    }
}
