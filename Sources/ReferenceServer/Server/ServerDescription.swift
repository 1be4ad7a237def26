public import JSON
import SeamModel

/// What a person or program needs to call a reference server: where it is, its keys, and what it was seeded with.
public struct ServerDescription: Sendable, Hashable {
    /// Where the API is, such as `http://127.0.0.1:3020`.
    public let endpoint: String
    /// The personal access token; it leads to every workspace.
    public let personalAccessToken: String
    /// What it breaks on purpose; empty for a correct server.
    public let faults: [FaultDescription]
    /// The workspaces, in the order of their keys.
    public let workspaces: [WorkspaceDescription]

    /// A requirement that is broken on purpose.
    public struct FaultDescription: Sendable, Hashable {
        /// The name of the fault.
        public let id: String
        /// The requirement that it breaks.
        public let requirement: String
        /// What the server does wrong, in one sentence.
        public let summary: String
    }

    /// A workspace and what it was seeded with.
    public struct WorkspaceDescription: Sendable, Hashable {
        /// The id.
        public let id: String
        /// The name.
        public let name: String
        /// The API key that leads to it.
        public let apiKey: String
        /// The access systems.
        public let systems: [SystemDescription]
    }

    /// An access system and what belongs to it.
    public struct SystemDescription: Sendable, Hashable {
        /// The system itself.
        public let system: Named
        /// The access groups.
        public let groups: [Named]
        /// The entrances.
        public let entrances: [Named]
    }

    /// A resource by id and name.
    public struct Named: Sendable, Hashable {
        /// The id.
        public let id: String
        /// The name.
        public let name: String
    }
}

extension ReferenceServer {
    /// What callers need to know when the server listens at an address.
    ///
    /// - Parameter address: where it listens.
    /// - Returns: the description.
    public func description(at address: ServerAddress) -> ServerDescription {
        ServerDescription(
            endpoint: address.url,
            personalAccessToken: seed.personalAccessToken,
            faults: faults.map { .init(id: $0.id, requirement: $0.requirement, summary: $0.summary) },
            workspaces: seed.world.workspaces.enumerated().map { place, workspace in
                ServerDescription.WorkspaceDescription(workspace, apiKey: seed.apiKey(at: place))
            }
        )
    }
}

extension ServerDescription.WorkspaceDescription {
    /// The description of a workspace as it was seeded.
    fileprivate init(_ workspace: Workspace, apiKey: String) {
        id = workspace.id.description
        name = workspace.name
        self.apiKey = apiKey
        systems = workspace.systems.rows.map { system in
            ServerDescription.SystemDescription(
                system: .init(id: system.id.description, name: system.name),
                groups: workspace.groups.rows.filter { $0.systemID == system.id }
                    .map { .init(id: $0.id.description, name: $0.name) },
                entrances: workspace.entrances.rows.filter { $0.systemID == system.id }
                    .map { .init(id: $0.id.description, name: $0.displayName) }
            )
        }
    }
}

extension ServerDescription {
    /// The description as JSON, in the API's own words.
    public var json: JSONValue {
        [
            "endpoint": .string(endpoint),
            "personal_access_token": .string(personalAccessToken),
            "faults": .array(faults.map { ["id": .string($0.id), "requirement": .string($0.requirement)] }),
            "workspaces": .array(workspaces.map(\.json)),
        ]
    }

    /// The description for people: one fact a line, indented by what it belongs to.
    public var text: String {
        var lines = ["endpoint                \(endpoint)", "personal access token   \(personalAccessToken)"]
        lines += faults.map { "broken on purpose       \($0.requirement): \($0.summary) (\($0.id))" }
        for workspace in workspaces {
            lines.append("workspace               \(workspace.id)  \(workspace.name)")
            lines.append("  api key               \(workspace.apiKey)")
            for system in workspace.systems {
                lines.append("  acs system            \(system.system.id)  \(system.system.name)")
                lines += system.groups.map { "    access group        \($0.id)  \($0.name)" }
                lines += system.entrances.map { "    entrance            \($0.id)  \($0.name)" }
            }
        }
        return lines.joined(separator: "\n") + "\n"
    }
}

extension ServerDescription.WorkspaceDescription {
    /// The workspace as JSON.
    fileprivate var json: JSONValue {
        [
            "workspace_id": .string(id), "name": .string(name), "api_key": .string(apiKey),
            "acs_systems": .array(systems.map(\.json)),
        ]
    }
}

extension ServerDescription.SystemDescription {
    /// The access system as JSON.
    fileprivate var json: JSONValue {
        [
            "acs_system_id": .string(system.id), "name": .string(system.name),
            "acs_access_groups": .array(groups.map { $0.json("acs_access_group_id") }),
            "acs_entrances": .array(entrances.map { $0.json("acs_entrance_id") }),
        ]
    }
}

extension ServerDescription.Named {
    /// The resource as JSON.
    fileprivate func json(_ idName: String) -> JSONValue {
        [idName: .string(id), "name": .string(name)]
    }
}
