import JSON
import Results
import Scenarios

/// Whether a target has what a scenario asks for.
enum Availability: Sendable, Equatable {
    /// It has.
    case available
    /// The endpoint would, but there is none: the user has to bring it.
    case missing(String)
    /// The endpoint does not offer the operation that lists such things.
    case notOffered(String, evidence: String)
}

/// Finds out what a target has: by the credentials given, by what the run names by hand, and by harmless list calls: one for
/// each kind of thing, and where that shows too few access systems, those of the users that are listed.
struct CapabilityProbe {
    /// What all cases share.
    let context: RunContext
    /// What shows that an operation is not offered, by its path.
    let absences: [String: String]

    /// The operations that tell of capabilities.
    ///
    /// - Parameter needed: the capabilities that some case asks for.
    /// - Returns: the paths of list calls.
    static func paths(for needed: Set<Capability>) -> Set<String> {
        let paths = Set(needed.compactMap { lists[$0]?.path })
        return needed.isDisjoint(with: systems) ? paths : paths.union([usersPath])
    }

    /// The capabilities that an access system of a listed user gives, too.
    private static let systems: Set<Capability> = [.accessSystem, .secondAccessSystem]
    /// The list of access-system users.
    private static let usersPath = "/acs/users/list"

    /// The availability of capabilities.
    ///
    /// - Parameter needed: the capabilities that some case asks for; nothing else is looked for.
    /// - Returns: the availability of each.
    func availability(of needed: Set<Capability>) async -> [Capability: Availability] {
        let open = needed.filter { !isNamed($0) }
        let counts = await counts(for: open)
        var found: [Capability: Availability] = [:]
        for capability in open {
            if let path = Self.lists[capability]?.path, let count = counts[path] {
                found[capability] = availability(of: capability, count: count, path: path)
            } else {
                found[capability] = credential(for: capability)
            }
        }
        let lacking = Self.systems.filter { open.contains($0) && found[$0] != .available }
        if !lacking.isEmpty {
            let count = await countOfUsersSystems()
            for capability in lacking where count >= Self.number(of: capability) { found[capability] = .available }
        }
        for capability in needed.subtracting(open) { found[capability] = .available }
        return found
    }

    /// Whether the run names by hand what makes up a capability.
    private func isNamed(_ capability: Capability) -> Bool {
        guard let kind = Self.lists[capability]?.kind else { return false }
        return context.options.fixtures[kind].count >= Self.number(of: capability)
    }

    /// How many things of its kind a capability needs.
    private static func number(of capability: Capability) -> Int { capability == .secondAccessSystem ? 2 : 1 }

    /// How many access systems the users have that are listed; 0 when none can be.
    private func countOfUsersSystems() async -> Int {
        guard absences[Self.usersPath] == nil,
            let request = try? context.builder.request(Self.usersPath, [:], as: .own),
            let delivery = try? await context.transport.deliver(request, within: context.options.timeout),
            let response = delivery.response, response.status == 200,
            let users = (try? JSONText(parsing: response.body))?.value["acs_users"]?.arrayValue
        else { return 0 }
        return Set(users.compactMap { $0["acs_system_id"]?.stringValue }).count
    }

    /// How many things there are of each kind, by the path of the list call; the calls are made side by side.
    private func counts(for needed: Set<Capability>) async -> [String: Result<Int, ProbeProblem>] {
        let keys = Dictionary(needed.compactMap { Self.lists[$0] }.map { ($0.path, $0.key) }) { first, _ in first }
        return await withTaskGroup(of: (String, Result<Int, ProbeProblem>).self) { group in
            for (path, key) in keys {
                group.addTask {
                    let count = await count(path, key)
                    return (path, count)
                }
            }
            return await group.reduce(into: [:]) { $0[$1.0] = $1.1 }
        }
    }

    /// Why things could not be counted.
    private struct ProbeProblem: Error {
        let availability: Availability
    }

    /// The list call that shows whether there are things of a kind, the member that holds them, and the kind by hand.
    private static let lists: [Capability: (path: String, key: String, kind: RunFixtures.Kind)] = [
        .accessSystem: ("/acs/systems/list", "acs_systems", .accessSystem),
        .secondAccessSystem: ("/acs/systems/list", "acs_systems", .accessSystem),
        .accessGroup: ("/acs/access_groups/list", "acs_access_groups", .accessGroup),
        .entrance: ("/acs/entrances/list", "acs_entrances", .entrance),
    ]

    private func credential(for capability: Capability) -> Availability {
        let credentials = context.endpoint.credentials
        switch capability {
        case .otherWorkspace where credentials.otherAPIKey == nil:
            return .missing("no key of another workspace (set SEAM_OTHER_API_KEY)")
        case .personalAccessToken where credentials.personalAccessToken == nil || credentials.workspaceID == nil:
            return .missing("no personal access token (set SEAM_PERSONAL_ACCESS_TOKEN and SEAM_WORKSPACE_ID)")
        default: return .available
        }
    }

    private func availability(
        of capability: Capability,
        count: Result<Int, ProbeProblem>,
        path: String
    ) -> Availability {
        let needed = Self.number(of: capability)
        switch count {
        case .failure(let problem): return problem.availability
        case .success(let count) where count < needed:
            return .missing("\(path) lists \(count) of the \(needed) that '\(capability)' needs")
        case .success: return .available
        }
    }

    /// How many things a list call gives.
    private func count(_ path: String, _ key: String) async -> Result<Int, ProbeProblem> {
        if let evidence = absences[path] {
            return .failure(ProbeProblem(availability: .notOffered(path, evidence: evidence)))
        }
        do {
            let request = try context.builder.request(path, [:], as: .own)
            let delivery = try await context.transport.deliver(request, within: context.options.timeout)
            guard let response = delivery.response else {
                return .failure(problem("\(path) could not be asked: \(delivery.failure?.message ?? "no answer")"))
            }
            let items = (try? JSONText(parsing: response.body))?.value[key]?.arrayValue
            if response.status == 200, let items { return .success(items.count) }
            // A list of everything has nothing that it could fail to find.
            if let evidence = Absence.evidence(in: response) ?? (response.status == 404 ? "404" : nil) {
                return .failure(ProbeProblem(availability: .notOffered(path, evidence: evidence)))
            }
            return .failure(problem("\(path) answers \(response.status) and lists nothing"))
        } catch {
            return .failure(problem("\(path) can't be asked: \(error)"))
        }
    }

    private func problem(_ message: String) -> ProbeProblem {
        ProbeProblem(availability: .missing(message))
    }
}
