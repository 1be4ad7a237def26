import Foundation
import JSON
import JSONSchema
import ReferenceServer
import SeamContract
import SeamModel
import Testing

/// A document that the answers are held against.
struct Document: Sendable, CustomTestStringConvertible {
    /// The path below the package's root.
    let path: String

    var testDescription: String { path }

    /// The document's file.
    var file: String {
        "/" + #filePath.split(separator: "/").dropLast(3).joined(separator: "/") + "/" + path
    }

    /// The contract in it.
    var contract: Contract {
        get throws { try Contract(text: String(contentsOfFile: file, encoding: .utf8), file: file) }
    }

    /// The project's own contract, and the one that Seam publishes, where it is at hand.
    static let all = [
        Document(path: "scenarios/contract/seam.yaml"), Document(path: "../shared/data/seam-openapi/openapi.json"),
    ].filter { FileManager.default.fileExists(atPath: $0.file) }
}

@Suite("Answers of the server held against contract documents")
struct ContractTests {
    @Test("every answer keeps the response schema of its operation", arguments: Document.all)
    func responses(document: Document) throws {
        let contract = try document.contract
        var answered: Set<String> = []
        for (path, response) in try Tour().exchanges {
            let operation = try #require(contract[path], "\(path)")
            let schema = try #require(operation.response(for: 200)?.schema, "\(path)")
            let violations = schema.validate(try #require(response.json)).violations
            #expect(violations.isEmpty, "\(path): \(violations)")
            answered.insert(operation.name)
        }
        #expect(answered.sorted() == Workspace.operationNames)
    }
}

/// A walk through every operation, with rich and with bare resources.
private struct Tour {
    /// The path and answer of each call, in order; all are answered 200.
    private(set) var exchanges: [(path: String, response: ServerResponse)] = []
    private let client: Client
    private let system: JSONValue
    private let group: JSONValue
    private let entrance: JSONValue

    /// Calls every operation.
    init() throws {
        client = try Client()
        let seeded = try #require(client.server.seed.world.workspaces.first)
        system = .string(try #require(seeded.systems.rows.first { _ in true }).id.description)
        group = .string(try #require(seeded.groups.rows.first { _ in true }).id.description)
        entrance = .string(try #require(seeded.entrances.rows.first { _ in true }).id.description)
        let identity = try visitIdentities()
        try visitUsers(identity)
        try visitSystems()
        try visitSessions(identity)
        try call("/user_identities/delete", ["user_identity_id": identity])
    }

    /// Calls an operation.
    @discardableResult
    private mutating func call(_ path: String, _ parameters: JSONValue = [:]) throws -> JSONValue {
        let response = client.send("POST", path, parameters)
        try #require(response.status == 200, "\(path): \(response.json?.serialized() ?? "")")
        exchanges.append((path, response))
        return try #require(response.json)
    }

    /// Calls the operations of identities; returns the id of one that has a user.
    private mutating func visitIdentities() throws -> JSONValue {
        let bare = try #require(try call("/user_identities/create")["user_identity"]?["user_identity_id"])
        let rich = try call(
            "/user_identities/create",
            [
                "user_identity_key": "jane", "email_address": "j@example.com", "phone_number": "+15551234567",
                "full_name": "Jane", "acs_system_ids": [system],
            ]
        )
        let id = try #require(rich["user_identity"]?["user_identity_id"])
        let user = try #require(rich["user_identity"]?["acs_user_ids"]?[0])
        try call("/acs/users/update", ["acs_user_id": user, "full_name": "Joan"])
        try call("/user_identities/get", ["user_identity_id": id])
        try call("/user_identities/update", ["user_identity_id": bare, "full_name": "Bare"])
        try call("/user_identities/list", ["limit": 1])
        try call("/user_identities/remove_acs_user", ["user_identity_id": id, "acs_user_id": user])
        try call("/user_identities/add_acs_user", ["user_identity_id": id, "acs_user_id": user])
        try call("/user_identities/merge", ["user_identity_id": id, "merged_user_identity_ids": [bare]])
        try call("/acs/users/add_to_access_group", ["acs_user_id": user, "acs_access_group_id": group])
        for name in ["list_acs_users", "list_acs_systems", "list_accessible_entrances"] {
            try call("/user_identities/\(name)", ["user_identity_id": id])
        }
        try call("/user_identities/list")
        return id
    }

    /// Calls the operations of users, groups and entrances.
    private mutating func visitUsers(_ identity: JSONValue) throws {
        let user = try #require(
            try call(
                "/acs/users/create",
                [
                    "acs_system_id": system, "full_name": "Room 5", "email_address": "r@example.com",
                    "phone_number": "+15551234568", "access_schedule": ["starts_at": "2030-01-01T00:00:00+02:00"],
                ]
            )["acs_user"]?["acs_user_id"]
        )
        let pair: JSONValue = ["acs_user_id": user, "acs_access_group_id": group]
        try call("/acs/access_groups/add_user", pair)
        try call("/acs/access_groups/list_users", ["acs_access_group_id": group])
        try call("/acs/access_groups/list_accessible_entrances", ["acs_access_group_id": group])
        try call("/acs/access_groups/list", ["acs_user_id": user])
        try call("/acs/access_groups/get", ["acs_access_group_id": group])
        try call("/acs/access_groups/remove_user", pair)
        try call("/acs/users/remove_from_access_group", pair)
        try call("/acs/entrances/grant_access", ["acs_entrance_id": entrance, "user_identity_id": identity])
        for name in [
            "get", "suspend", "list_accessible_entrances", "unsuspend", "revoke_access_to_all_entrances", "delete",
        ] {
            try call("/acs/users/\(name)", ["acs_user_id": user])
        }
        try call("/acs/users/list")
    }

    /// Calls the operations of what is synced.
    private mutating func visitSystems() throws {
        try call("/workspaces/get")
        try call("/acs/systems/get", ["acs_system_id": system])
        try call("/acs/systems/list")
        try call("/acs/entrances/get", ["acs_entrance_id": entrance])
        try call("/acs/entrances/list", ["limit": 1])
    }

    /// Calls the operations of client sessions.
    private mutating func visitSessions(_ identity: JSONValue) throws {
        let body: JSONValue = ["user_identity_id": identity, "customer_key": "c"]
        let session = try call("/client_sessions/create", body)["client_session"]
        let id = try #require(session?["client_session_id"])
        try call("/client_sessions/get_or_create", ["user_identifier_key": "u"])
        try call("/client_sessions/get", ["client_session_id": id])
        try call("/client_sessions/delete", ["client_session_id": id])
    }
}
