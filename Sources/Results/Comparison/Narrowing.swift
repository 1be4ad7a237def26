/// What left cases of the suite out of a run, beside shards.
public enum Narrowing: String, Sendable, Hashable, CaseIterable {
    /// Paths, ids or tags that did not fit.
    case path, id, tag
    /// That they rest on state, and only those of shape were wanted.
    case only
    /// The requirements that were asked for, or those of the profile.
    case requirement, profile
    /// An earlier run that had settled them.
    case settled
    /// That nothing may be changed.
    case readOnly = "read-only"

    /// The option behind it.
    public var words: String {
        switch self {
        case .path: "paths"
        case .id, .tag, .only, .requirement, .profile, .readOnly: "--\(rawValue)"
        case .settled: "--rerun or --since"
        }
    }
}

extension RunHeader {
    /// Whether it counts as a night: no case was left out but those that its profile does not need.
    ///
    /// A run that does not tell is taken for one, as it was by the version that made it.
    public var isNight: Bool { (narrowing ?? []).allSatisfy { $0 == .profile } }
}
