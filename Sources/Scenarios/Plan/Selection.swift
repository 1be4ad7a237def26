import YAMLSource

/// Which cases are wanted; each list that is empty wants all, of each other a case must fit at least one entry.
public struct Selection: Sendable, Hashable {
    /// Files, or folders with all below them.
    public var paths: [String]
    /// Ids of cases or of scenarios, with `*` for any text and `?` for one character.
    public var ids: [String]
    /// Tags.
    public var tags: [String]
    /// Requirement ids that a case can prove, with `*` and `?` as in ``ids``.
    public var requirements: [String]
    /// The requirements of a profile, of which a case must be able to prove one; nil wants all.
    public var profile: Set<String>?
    /// Whether only cases of shape are wanted, which say something of an endpoint without a state, too.
    public var isOfShape: Bool

    /// A selection; without arguments, of everything.
    ///
    /// - Parameters:
    ///   - paths: files, or folders with all below them.
    ///   - ids: ids of cases or of scenarios, as patterns.
    ///   - tags: tags.
    ///   - requirements: requirement ids, as patterns.
    ///   - profile: the requirements of a profile; nil wants all.
    ///   - isOfShape: whether only cases are wanted that do not rest on state.
    public init(
        paths: [String] = [],
        ids: [String] = [],
        tags: [String] = [],
        requirements: [String] = [],
        profile: Set<String>? = nil,
        isOfShape: Bool = false
    ) {
        self.paths = paths
        self.ids = ids
        self.tags = tags
        self.requirements = requirements
        self.profile = profile
        self.isOfShape = isOfShape
    }
}

extension Selection {
    /// Why a case is not wanted; nil when it is.
    func reason(against item: Case) -> Plan.Reason? {
        if !paths.isEmpty, !paths.contains(where: { Self.path($0, holds: item) }) { return .path }
        if !ids.isEmpty, !ids.contains(where: { Self.id($0, matches: item) }) { return .id }
        if !tags.isEmpty, !tags.contains(where: { item.scenario.tags.contains($0) }) { return .tag }
        if !requirements.isEmpty, !requirements.contains(where: { Self.requirement($0, isProvenBy: item) }) {
            return .requirement
        }
        if isOfShape, item.restsOnState { return .only }
        if let profile, profile.isDisjoint(with: item.requirementIDs) { return .profile }
        return nil
    }

    /// The entries that fit none of these cases, in the order of the lists: most likely mistyped.
    func unmatched(in cases: [Case]) -> [String] {
        let matches: [(entries: [String], test: (String, Case) -> Bool)] = [
            (paths, Self.path(_:holds:)), (ids, Self.id(_:matches:)),
            (tags, { $1.scenario.tags.contains($0) }), (requirements, Self.requirement(_:isProvenBy:)),
        ]
        return matches.flatMap { list in
            list.entries.filter { entry in !cases.contains { list.test(entry, $0) } }
        }
    }

    /// Whether a case stands in a file or below a folder.
    private static func path(_ path: String, holds item: Case) -> Bool {
        let folder = path.hasSuffix("/") ? path : path + "/"
        return item.scenario.place.file == path || item.scenario.place.file.hasPrefix(folder)
    }

    /// Whether a case or its scenario has an id.
    private static func id(_ pattern: String, matches item: Case) -> Bool {
        let glob = Glob(pattern)
        return glob.matches(item.id) || glob.matches(item.scenario.id)
    }

    /// Whether a case can prove a requirement.
    private static func requirement(_ pattern: String, isProvenBy item: Case) -> Bool {
        let glob = Glob(pattern)
        return item.requirementIDs.contains { glob.matches($0) }
    }
}
