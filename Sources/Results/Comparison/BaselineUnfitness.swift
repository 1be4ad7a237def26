/// Why a run is no baseline of another unless somebody says so.
public enum BaselineUnfitness: Sendable, Hashable {
    /// Cases were left out of it.
    case narrowed([Narrowing])
    /// It has just the cases of a profile, and the other run does not.
    case profile(String)
    /// Shards of it did not come, and the other run is of others.
    case shards(count: Int, of: Int)
    /// It judged another endpoint.
    case endpoint

    /// Why, as the end of a sentence about the run.
    public var words: String {
        switch self {
        case .narrowed(let causes): "it was narrowed by \(causes.map(\.words).joined(separator: ", "))"
        case .profile(let name): "it has only the cases of the profile \(name)"
        case .shards(let count, let all): "it is \(count) of \(all) shards"
        case .endpoint: "it judged another endpoint"
        }
    }
}

extension RunHeader {
    /// The endpoint as it is told from others: on loopback without its port, and empty for the embedded server.
    ///
    /// A server that is started on this machine for each run gets another port each time.
    public var target: String {
        guard !isEmbedded else { return "" }
        guard let host = Self.loopbacks.first(where: { endpoint.hasPrefix($0 + ":") }) else { return endpoint }
        return host + endpoint.dropFirst(host.count + 1).drop { ("0"..."9").contains($0) }
    }

    /// The beginnings of endpoints on this machine.
    private static let loopbacks = ["http", "https"].flatMap { scheme in
        ["127.0.0.1", "localhost", "[::1]"].map { "\(scheme)://\($0)" }
    }

    /// Why it is no baseline of another run; nil when it may be one.
    ///
    /// A run that does not tell what left cases out counts as whole, as it did for the version that made it.
    /// - Parameter run: the other run.
    /// - Returns: the first of the reasons.
    public func unfitness(asBaselineOf run: RunHeader) -> BaselineUnfitness? {
        if let narrowing {
            let causes = narrowing.filter { $0 != .profile }
            if !causes.isEmpty { return .narrowed(causes) }
            if narrowing.contains(.profile), let profile, profile.name != run.profile?.name {
                return .profile(profile.name)
            }
            if let shards, !shards.missing.isEmpty, !shards.hasThose(of: run.shards) {
                return .shards(count: shards.parts.count, of: shards.count)
            }
        }
        return target == run.target ? nil : .endpoint
    }
}

extension RunShards {
    /// Whether it has the shards that another run has, of as many.
    fileprivate func hasThose(of other: RunShards?) -> Bool {
        guard let other, other.count == count else { return false }
        return Set(parts.map(\.number)).isSuperset(of: other.parts.map(\.number))
    }
}
