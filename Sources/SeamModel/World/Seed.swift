public import Timestamps

/// The world that a server starts with.
///
/// It has two sandbox workspaces with two access systems each, and per access system two access groups and two
/// entrances. All ids and keys follow from the seed.
public struct Seed: Sendable, Hashable {
    /// What ids and keys follow from.
    public let seed: UInt64
    /// When everything was created.
    public let now: Timestamp

    /// A seed.
    ///
    /// - Parameters:
    ///   - seed: what ids and keys follow from.
    ///   - now: when everything was created.
    public init(seed: UInt64, now: Timestamp) {
        self.seed = seed
        self.now = now
    }

    /// The names of the workspaces.
    private static let workspaceNames = ["First sandbox", "Second sandbox"]
    /// The access systems of each workspace: the name, and whose they are.
    private static let systems: [(name: String, vendor: AccessSystem.Vendor)] = [
        ("Main building", .saltoSpace), ("Annex", .brivo),
    ]
    /// The entrances of each access system, in the order of its groups: a group opens all up to its own.
    private static let entranceNames = ["Front door", "Server room"]
    /// The access groups of each access system.
    private static let groupNames = ["Visitors", "Staff"]

    /// The workspaces with what is in them, and the credentials.
    public var world: World {
        World(
            workspaces: Self.workspaceNames.indices.map(workspace(at:)),
            apiKeys: Self.workspaceNames.indices.map { [apiKey(at: $0)] },
            personalAccessTokens: [personalAccessToken]
        )
    }

    /// The API key of a workspace; `test` in its short part says that it is a sandbox's.
    ///
    /// - Parameter place: the place of the workspace, from 0.
    /// - Returns: the key.
    public func apiKey(at place: Int) -> String {
        var generator = SeededGenerator(seed: seed, name: "api key \(place)")
        return "seam_test\(place + 1)\(generator.nextText(length: 4))_\(generator.nextText(length: 24))"
    }

    /// The personal access token, which leads to both workspaces.
    public var personalAccessToken: String {
        var generator = SeededGenerator(seed: seed, name: "personal access token")
        return "seam_at1\(generator.nextText(length: 7))_\(generator.nextText(length: 24))"
    }

    /// A workspace with its access systems.
    private func workspace(at place: Int) -> Workspace {
        let name = Self.workspaceNames[place]
        var workspace = Workspace(id: id("\(name)"), name: name, seed: seed)
        for (systemName, vendor) in Self.systems {
            addSystem(systemName, vendor, to: &workspace)
        }
        return workspace
    }

    /// Adds an access system with its entrances and groups.
    private func addSystem(_ name: String, _ vendor: AccessSystem.Vendor, to workspace: inout Workspace) {
        let path = "\(workspace.name)/\(name)"
        let system = AccessSystem(
            id: id(path),
            createdAt: now,
            connectedAccountID: id("\(path)/account"),
            name: name,
            timeZone: "Europe/Berlin",
            vendor: vendor
        )
        workspace.systems.append(system)
        let entrances = Self.entranceNames.map { entrance in
            Entrance(id: id("\(path)/\(entrance)"), createdAt: now, systemID: system.id, displayName: entrance)
        }
        for entrance in entrances { workspace.entrances.append(entrance) }
        for (place, group) in Self.groupNames.enumerated() {
            let opened = entrances[...place].map(\.id)
            let id = id("\(path)/group \(group)")
            workspace.groups.append(
                AccessGroup(id: id, createdAt: now, systemID: system.id, name: group, entranceIDs: opened)
            )
        }
    }

    /// The id of a named thing.
    private func id(_ name: String) -> ResourceID {
        var generator = SeededGenerator(seed: seed, name: name)
        return generator.nextID()
    }
}
