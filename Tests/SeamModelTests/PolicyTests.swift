import JSON
import SeamModel
import Testing

@Suite("What a workspace insists on")
struct PolicyTests {
    @Test("a switch that is off lets the breach happen")
    func breaches() throws {
        var policy = Policy()
        policy.uniqueness.checkedOnCreation.remove(.emailAddress)
        policy.links.refreshed = []
        policy.identities.createsAllOrNothing = false
        var sandbox = Sandbox(policy: policy)
        for _ in 1...2 { _ = try sandbox.identity(["email_address": "j@example.com"]) }
        #expect(throws: ModelError.self) { try sandbox.identity(["acs_system_ids": [unknownID]]) }
        #expect(sandbox.workspace.identities.count == 3)
        let identity = try sandbox.identityID(["full_name": "Jane"])
        let user = try sandbox.userID(["user_identity_id": identity])
        try sandbox.call("user_identities.update", ["user_identity_id": identity, "full_name": "Joan"])
        #expect(try sandbox.user(of: user)["user_identity_full_name"] == "Jane")
    }

    @Test("the workspace knows every operation of the contract's areas")
    func operations() {
        let names = Workspace.operationNames
        #expect(names.count == 38)
        #expect(names.contains("workspaces.get"))
    }
}
