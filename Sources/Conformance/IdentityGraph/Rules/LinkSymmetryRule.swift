import JSON

/// Rule: an identity tells a user exactly when the user tells the identity (`LK-SYMMETRY`).
///
/// · compared: `acs_user_ids` and the `acs_user_id` of errors, in each view of an identity, with the `user_identity_id` of
///   each user as `/acs/users/get` shows it, or with whether it finds the user at all; and that with what lists show of it
/// · left out: what is being deleted or was merged; that a deleted user is still told is for ``DeletionRule``
/// · source: the members' descriptions in Seam's OpenAPI document.
enum LinkSymmetryRule {
    private static let requirement = "LK-SYMMETRY"

    /// What the rule says of a graph.
    static func weighings(_ graph: IdentityGraph, _ traces: GraphTraces) -> [GraphWeighing] {
        var scales = GraphScales(code: "graph.symmetry")
        let users = graph.userIDs.filter(graph.isSettledUser).compactMap(graph.user)
        for identity in graph.identities where graph.isSettledIdentity(identity.id) {
            for user in users where !traces.mergedIdentityIDs.contains(user.identityID ?? "") {
                let isTold = identity.userIDs.contains(user.id)
                guard isTold || user.identityID == identity.id else { continue }
                scales.weigh(requirement, isTold == (user.identityID == identity.id) ? nil : gap(identity, user))
            }
            weighDangling(identity, graph, traces, &scales)
            weighErrors(identity, graph, &scales)
        }
        for sighting in graph.users where graph.isSettledUser(sighting.id) {
            guard let user = graph.user(sighting.id), user.view != sighting.view else { continue }
            scales.weigh(requirement, sighting.identityID == user.identityID ? nil : gap(sighting, user))
        }
        return scales.weighings
    }

    /// Weighs users that an identity tells and that do not exist though nobody deleted any.
    private static func weighDangling(
        _ identity: IdentityGraph.Identity,
        _ graph: IdentityGraph,
        _ traces: GraphTraces,
        _ scales: inout GraphScales
    ) {
        guard !traces.hasDeletedUsers, traces.deletedIdentityIDs.isEmpty else { return }
        for absence in identity.userIDs.compactMap(graph.absence) {
            scales.weigh(
                requirement,
                GraphDisagreement(
                    view: identity.view,
                    place: identity.place(of: "acs_user_ids"),
                    message: "\(identity.view.name) says acs_user_ids \(identity.userIDs.told) of \(identity.id); "
                        + "\(absence.view.name) finds no user \(absence.id)",
                    expected: "users that there are",
                    actual: identity.userIDs.told
                )
            )
        }
    }

    /// Weighs users that an identity has errors about: they exist, and belong to it.
    private static func weighErrors(
        _ identity: IdentityGraph.Identity,
        _ graph: IdentityGraph,
        _ scales: inout GraphScales
    ) {
        for id in identity.troubledUserIDs {
            let absence = graph.absence(of: id)
            let user = graph.isSettledUser(id) ? graph.user(id) : nil
            guard let other = absence?.view ?? user?.view else { continue }
            let says = absence == nil ? "says user_identity_id \(user?.identityID ?? "null")" : "finds no such user"
            let gap = GraphDisagreement(
                view: identity.view,
                place: identity.place(of: "errors/*/acs_user_id"),
                message: "\(identity.view.name) says acs_user_id \(id) in errors of \(identity.id); "
                    + "\(other.name) \(says)",
                expected: "users of the identity",
                actual: id
            )
            scales.weigh(requirement, user?.identityID == identity.id ? nil : gap)
        }
    }

    /// That an identity and a user do not say the same.
    private static func gap(_ identity: IdentityGraph.Identity, _ user: IdentityGraph.User) -> GraphDisagreement {
        let belongs = user.identityID == identity.id
        return GraphDisagreement(
            view: identity.view,
            place: identity.place(of: "acs_user_ids"),
            message: "\(identity.view.name) says acs_user_ids \(identity.userIDs.told) of \(identity.id); "
                + "\(user.view.name) says user_identity_id \(user.identityID ?? "null") of \(user.id)",
            expected: belongs ? "a list with \(user.id)" : "a list without \(user.id)",
            actual: identity.userIDs.told
        )
    }

    /// That two views of a user do not say the same.
    private static func gap(_ sighting: IdentityGraph.User, _ user: IdentityGraph.User) -> GraphDisagreement {
        GraphDisagreement(
            view: sighting.view,
            place: sighting.place(of: "user_identity_id"),
            message: "\(sighting.view.name) says user_identity_id \(sighting.identityID ?? "null") of \(user.id); "
                + "\(user.view.name) says \(user.identityID ?? "null")",
            expected: user.identityID ?? "null",
            actual: sighting.identityID ?? "null"
        )
    }
}

extension IdentityGraph.Identity {
    /// Where a member stands in the answer of the view.
    func place(of member: String) -> String {
        (view.filter == "user_identity_ids" ? "/user_identities/*/" : "/user_identity/") + member
    }
}

extension IdentityGraph.User {
    /// Where a member stands in the answer of the view.
    func place(of member: String) -> String {
        (view.operation == IdentityGraph.userOperation ? "/acs_user/" : "/acs_users/*/") + member
    }
}
