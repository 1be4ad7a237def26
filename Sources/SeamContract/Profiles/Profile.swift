/// A frozen, versioned set of requirements that an endpoint can be held to, such as `core@2026-08`.
public struct Profile: Sendable, Hashable {
    /// What it is called, without the version, such as `core`.
    public let name: String
    /// The month in which it was frozen, as `YYYY-MM`.
    public let version: String
    /// What it is about, as one sentence.
    public let about: String
    /// The ids of its requirements, sorted; each is in the catalogue.
    public let requirements: [String]

    /// Name and version as written on the command line: `core@2026-08`.
    public var id: String { "\(name)@\(version)" }

    /// A profile.
    ///
    /// - Parameters:
    ///   - name: what it is called, without the version.
    ///   - version: the month in which it was frozen.
    ///   - about: what it is about.
    ///   - requirements: the ids of its requirements.
    init(name: String, version: String, about: String, requirements: [String]) {
        self.name = name
        self.version = version
        self.about = about
        self.requirements = requirements.sorted()
    }
}

extension [Profile] {
    /// The profile that a text names: `core@2026-08` that one, `core` the latest of that name; nil when there is none.
    ///
    /// - Parameter text: what was written.
    /// - Returns: the profile.
    public func named(_ text: String) -> Profile? {
        first { $0.id == text } ?? filter { $0.name == text }.max { $0.version < $1.version }
    }
}

extension Catalogue {
    /// The same requirements, of which those outside a profile demand nothing: they are told, and never counted.
    ///
    /// - Parameter profile: what is demanded.
    /// - Returns: the catalogue.
    public func demanding(_ profile: Profile) -> Catalogue {
        let demanded = Set(profile.requirements)
        return Catalogue(unique: requirements.map { demanded.contains($0.id) ? $0 : $0.undemanded })
    }

    /// The requirements of a profile alone.
    ///
    /// - Parameter profile: the profile.
    /// - Returns: the catalogue.
    public func limited(to profile: Profile) -> Catalogue {
        let demanded = Set(profile.requirements)
        return Catalogue(unique: requirements.filter { demanded.contains($0.id) })
    }
}

extension Requirement {
    /// The requirement at the level that demands nothing.
    fileprivate var undemanded: Requirement {
        Requirement(
            id: id,
            level: .may,
            area: area,
            statement: statement,
            source: source,
            evidence: evidence,
            since: since,
            schemas: schemas,
            notTested: notTested
        )
    }
}
