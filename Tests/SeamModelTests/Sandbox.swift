import JSON
import SeamModel
import Testing
import Timestamps

/// A seeded workspace with a clock that tests set, called by operation name and JSON as a server would.
struct Sandbox {
    /// The workspace under test.
    var workspace: Workspace
    /// The time of the next call; each call moves it on by a second.
    var now = Timestamp(milliseconds: 1_800_000_000_000)

    /// The first workspace of the seed.
    init(policy: Policy = Policy()) {
        workspace = Seed(seed: 7, now: Timestamp(milliseconds: 1_799_999_000_000)).world.workspaces[0]
        workspace.policy = policy
    }

    /// The ids of the two access systems.
    var systems: [String] { workspace.systems.rows.map(\.id.description) }

    /// The ids of the access groups of a system.
    func groups(of system: String) -> [String] {
        workspace.groups.rows.filter { $0.systemID.description == system }.map(\.id.description)
    }

    /// The ids of the entrances of a system.
    func entrances(of system: String) -> [String] {
        workspace.entrances.rows.filter { $0.systemID.description == system }.map(\.id.description)
    }

    /// The answer of a call.
    @discardableResult
    mutating func call(
        _ operation: String,
        _ parameters: JSONValue = [:],
        scope: Call.Scope = .workspace,
        prefersExisting: Bool = false
    ) throws -> JSONValue {
        now = now + .seconds(1)
        let call = Call(now: now, scope: scope, prefersExisting: prefersExisting)
        let answer = try workspace.perform(operation, parameters.objectValue ?? JSONObject(), call)
        return .object(try #require(answer).body { "https://example.com/?page_cursor=\($0)" })
    }

    /// The refusal of a call, which must leave the workspace as it was.
    mutating func refusal(
        of operation: String,
        _ parameters: JSONValue = [:],
        sourceLocation: SourceLocation = #_sourceLocation
    ) throws -> ModelError {
        let before = Contents(workspace)
        let error = #expect(throws: ModelError.self, sourceLocation: sourceLocation) {
            try call(operation, parameters)
        }
        #expect(
            Contents(workspace) == before,
            "the refused call has changed the workspace",
            sourceLocation: sourceLocation
        )
        return try #require(error, sourceLocation: sourceLocation)
    }

    /// A new identity.
    mutating func identity(_ parameters: JSONValue = [:]) throws -> JSONValue {
        try #require(call("user_identities.create", parameters)["user_identity"])
    }

    /// The id of a new identity.
    mutating func identityID(_ parameters: JSONValue = [:]) throws -> JSONValue {
        try #require(identity(parameters)["user_identity_id"])
    }

    /// A stored identity.
    mutating func identity(of id: JSONValue) throws -> JSONValue {
        try #require(call("user_identities.get", ["user_identity_id": id])["user_identity"])
    }

    /// A new access-system user in the first access system, unless the parameters name another.
    mutating func user(_ parameters: JSONValue = [:]) throws -> JSONValue {
        var all = parameters.objectValue ?? JSONObject()
        all["acs_system_id"] = all["acs_system_id"] ?? .string(systems[0])
        all["full_name"] = all["full_name"] ?? "Jane Doe"
        return try #require(call("acs.users.create", .object(all))["acs_user"])
    }

    /// The id of a new access-system user.
    mutating func userID(_ parameters: JSONValue = [:]) throws -> JSONValue {
        try #require(user(parameters)["acs_user_id"])
    }

    /// A stored access-system user.
    mutating func user(of id: JSONValue) throws -> JSONValue {
        try #require(call("acs.users.get", ["acs_user_id": id])["acs_user"])
    }

    /// The values of one member of the resources in a list answer.
    mutating func ids(_ operation: String, _ parameters: JSONValue = [:], _ key: String, _ id: String) throws
        -> [JSONValue]
    {
        try #require(call(operation, parameters)[key]?.arrayValue).compactMap { $0[id] }
    }
}

/// Everything that calls can change in a workspace.
struct Contents: Equatable {
    private let identities: [UserIdentity]
    private let users: [AccessUser]
    private let sessions: [ClientSession]

    /// The contents now.
    init(_ workspace: Workspace) {
        identities = Array(workspace.identities.rows)
        users = Array(workspace.users.rows)
        sessions = Array(workspace.sessions.rows)
    }
}

/// An id that no workspace has.
let unknownID: JSONValue = "0f5a6d0e-98b4-4a5c-9c4f-6c8bd1b5a001"
