/// Two views that say different things, or a view that tells of something that is not there.
struct GraphDisagreement: Sendable, Hashable {
    /// The view that the finding is about; the other is named in the message.
    let view: IdentityGraph.View
    /// Where in its answer, such as `/user_identity/acs_user_ids`.
    let place: String
    /// What both say: `/user_identities/get says acs_user_ids []; /acs/users/get says user_identity_id …`.
    let message: String
    /// What the view should say, as the other has it.
    let expected: String
    /// What it says.
    let actual: String
}

/// What a rule says of one requirement in a graph: it was weighed, and it holds or is broken.
struct GraphWeighing: Sendable {
    /// What sort of disagreement it is: stable, lower case, dotted.
    let code: String
    /// The requirement's id.
    let requirement: String
    /// The views that disagree; empty when it holds.
    var disagreements: [GraphDisagreement] = []
}

/// The requirements that one rule weighs, gathered while it goes through a graph.
struct GraphScales: Sendable {
    /// What sort of disagreement the rule finds.
    let code: String
    /// What was weighed, in the order in which requirements came up.
    private(set) var weighings: [GraphWeighing] = []

    /// Scales with nothing on them.
    ///
    /// - Parameter code: what sort of disagreement the rule finds.
    init(code: String) {
        self.code = code
    }

    /// Weighs a requirement once.
    ///
    /// - Parameters:
    ///   - requirement: the requirement's id.
    ///   - disagreement: what breaks it; nil when it holds here.
    mutating func weigh(_ requirement: String, _ disagreement: GraphDisagreement?) {
        let found = [disagreement].compactMap(\.self)
        if let index = weighings.firstIndex(where: { $0.requirement == requirement }) {
            weighings[index].disagreements += found
        } else {
            weighings.append(GraphWeighing(code: code, requirement: requirement, disagreements: found))
        }
    }
}
