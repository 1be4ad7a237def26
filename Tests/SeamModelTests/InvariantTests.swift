import JSON
import SeamModel
import Testing

@Suite("What holds in a workspace after any calls")
struct InvariantTests {
    @Test(
        "links are symmetric, one per system, values unique, and refusals without effect",
        arguments: 1...20 as ClosedRange<UInt64>
    )
    func randomCalls(seed: UInt64) throws {
        var sandbox = Sandbox()
        var generator = SeededGenerator(seed: seed)
        var refused = 0
        for _ in 0..<150 {
            let (operation, parameters) = randomCall(&generator, sandbox)
            let before = Contents(sandbox.workspace)
            do {
                try sandbox.call(operation, parameters)
            } catch let error as ModelError {
                #expect((400...409).contains(error.status))
                #expect(Contents(sandbox.workspace) == before, "\(operation) \(parameters)")
                refused += 1
            }
            expectInvariants(sandbox.workspace, "\(operation) \(parameters.serialized())")
        }
        try expectFilters(&sandbox)
        #expect((5...145).contains(refused))
    }

    /// Checks what must hold whatever was called.
    private func expectInvariants(_ workspace: Workspace, _ comment: Comment) {
        let identities = Array(workspace.identities.rows)
        let users = Array(workspace.users.rows)
        for identity in identities {
            let linked = users.filter { $0.identity?.id == identity.id }
            #expect(Set(identity.userIDs) == Set(linked.map(\.id)), comment)
            #expect(identity.userIDs.count == linked.count, comment)
            #expect(Set(linked.map(\.systemID)).count == linked.count, comment)
            #expect(linked.allSatisfy { $0.identity?.fullName == identity.fullName }, comment)
        }
        #expect(users.compactMap(\.identity).allSatisfy { workspace.identities[$0.id] != nil }, comment)
        expectUnique(identities.compactMap(\.emailAddress), comment)
        expectUnique(identities.compactMap(\.phoneNumber), comment)
        expectUnique(identities.flatMap { Set($0.mergedKeys + ($0.key.map { [$0] } ?? [])) }, comment)
        expectUnique(identities.map(\.id) + identities.flatMap(\.mergedIDs), comment)
        #expect(
            workspace.sessions.rows.compactMap(\.identityID).allSatisfy { workspace.identities[$0] != nil },
            comment
        )
    }

    /// Checks that lists filtered by what an index finds hold the rows that a look at every row finds.
    private func expectFilters(_ sandbox: inout Sandbox) throws {
        let users = Array(sandbox.workspace.users.rows)
        for identity in sandbox.workspace.identities.rows {
            let id = JSONValue.string(identity.id.description)
            let filters: [(name: String, value: JSONValue)] = [
                ("user_identity_id", id),
                ("user_identity_email_address", identity.emailAddress.map(JSONValue.string) ?? .null),
                ("user_identity_phone_number", identity.phoneNumber.map(JSONValue.string) ?? .null),
            ]
            for filter in filters where !filter.value.isNull {
                let parameters: JSONValue = [filter.name: filter.value]
                let found = try sandbox.ids("acs.users.list", parameters, "acs_users", "acs_user_id")
                let linked = users.filter { $0.identity?.id == identity.id }.map { $0.id.description }
                #expect(found == linked.map(JSONValue.string), "\(filter)")
            }
            let parameters: JSONValue = ["user_identity_ids": [id, unknownID, id]]
            #expect(try sandbox.ids("user_identities.list", parameters, "user_identities", "user_identity_id") == [id])
        }
    }

    /// Checks that no two values are equal.
    private func expectUnique(_ values: [some Hashable], _ comment: Comment) {
        #expect(Set(values).count == values.count, comment)
    }

    /// A call with parameters drawn from few values, so that clashes and links are common.
    private func randomCall(_ generator: inout SeededGenerator, _ sandbox: Sandbox) -> (String, JSONValue) {
        let operations = Self.operations
        let operation = operations[Int.random(in: operations.indices, using: &generator)]
        var parameters = JSONObject()
        for name in operation.parameters where Int.random(in: 0..<5, using: &generator) > 0 {
            parameters[name] = value(of: name, &generator, sandbox)
        }
        return (operation.name, .object(parameters))
    }

    /// A value for a parameter.
    private func value(of name: String, _ generator: inout SeededGenerator, _ sandbox: Sandbox) -> JSONValue {
        let digit = Int.random(in: 0..<4, using: &generator)
        let workspace = sandbox.workspace
        func pick(_ ids: [String]) -> JSONValue {
            ids.randomElement(using: &generator).map(JSONValue.string) ?? unknownID
        }
        switch name {
        case "email_address": return .string("\(digit)@example.com")
        case "phone_number": return .string("+1555123456\(digit)")
        case "user_identity_key": return .string("key \(digit)")
        case "full_name": return .string("Name \(digit)")
        case "acs_system_id": return pick(sandbox.systems)
        case "acs_system_ids": return [pick(sandbox.systems)]
        case "acs_access_group_id": return pick(workspace.groups.rows.map(\.id.description))
        case "acs_user_id": return pick(workspace.users.rows.map(\.id.description))
        case "user_identity_id": return pick(workspace.identities.rows.map(\.id.description))
        case "merged_user_identity_ids": return [pick(workspace.identities.rows.map(\.id.description))]
        default: return .null
        }
    }

    /// The operations that are drawn, with their parameters.
    private static let operations: [(name: String, parameters: [String])] = [
        (
            "user_identities.create",
            ["email_address", "phone_number", "user_identity_key", "full_name", "acs_system_ids"]
        ),
        (
            "user_identities.update",
            ["user_identity_id", "email_address", "phone_number", "user_identity_key", "full_name"]
        ),
        ("user_identities.delete", ["user_identity_id"]),
        ("user_identities.merge", ["user_identity_id", "merged_user_identity_ids"]),
        ("user_identities.add_acs_user", ["acs_user_id", "user_identity_id"]),
        ("user_identities.add_acs_user", ["acs_user_id", "user_identity_key"]),
        ("user_identities.remove_acs_user", ["acs_user_id", "user_identity_id"]),
        ("acs.users.create", ["acs_system_id", "full_name", "email_address", "phone_number", "user_identity_id"]),
        ("acs.users.create", ["acs_system_id", "full_name", "email_address"]),
        ("acs.users.update", ["acs_user_id", "full_name", "email_address", "phone_number"]),
        ("acs.users.delete", ["acs_user_id"]),
        ("acs.access_groups.add_user", ["acs_access_group_id", "user_identity_id"]),
        ("acs.users.add_to_access_group", ["acs_access_group_id", "acs_user_id"]),
        ("client_sessions.create", ["user_identity_id"]),
    ]
}
