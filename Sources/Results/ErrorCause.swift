/// Why cases of a run ended in `error`.
public enum ErrorCause: String, Sendable, Hashable, CaseIterable {
    /// In each of them an exchange failed to arrive.
    case network
    /// A scenario of the user's is wrong: its own request breaks the contract, a template does not fit its value, or a step
    /// would change what is not its own.
    case scenario
    /// We failed, or a scenario that the binary carries is wrong.
    case ours

    /// The cause that a run names: the one that is furthest from the endpoint.
    ///
    /// - Parameters:
    ///   - codes: for each case that ended in `error`, the codes of its findings of severity `harness`.
    ///   - suite: where the scenarios came from.
    public init(codes: some Sequence<[String]>, suite: Provenance) {
        let causes = codes.map { codes -> ErrorCause in
            if codes.contains(where: Finding.isOfNetwork) { return .network }
            let isUsers = suite.origin != "bundled" && !codes.isEmpty && codes.allSatisfy(Finding.isOfScenario)
            return isUsers ? .scenario : .ours
        }
        self = causes.contains(.ours) ? .ours : causes.contains(.scenario) ? .scenario : .network
    }
}

extension Finding {
    /// Whether a code tells that an exchange failed to arrive.
    static func isOfNetwork(_ code: String) -> Bool {
        code.hasPrefix("transport.")
    }

    /// Whether a code tells of a mistake of whoever wrote the scenario.
    static func isOfScenario(_ code: String) -> Bool {
        ["request.invalid", "template", "ownership.refused"].contains(code)
    }
}
