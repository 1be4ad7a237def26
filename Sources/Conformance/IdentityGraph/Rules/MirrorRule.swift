import JSON

/// Rule: a user shows the values of its identity, and one without an identity shows none.
///
/// · compared: `user_identity_full_name`, `…_email_address` and `…_phone_number` in each view of a user, with what
///   `/user_identities/get` says of its identity
/// · broken by another value: `LK-A-MIRROR-LIVE` when the case changed the identity, else `LK-A-MIRROR`; by an empty text
///   for no value: `LK-A-MIRROR-NULL`; by a value without an identity: `LK-REM` after it was unlinked, else `LK-A-NONE`
/// · source: the members' descriptions in Seam's OpenAPI document.
enum MirrorRule {
    /// What the rule says of a graph.
    static func weighings(_ graph: IdentityGraph, _ traces: GraphTraces) -> [GraphWeighing] {
        var scales = GraphScales(code: "graph.mirror")
        for user in graph.users where graph.isSettledUser(user.id) {
            guard let identityID = user.identityID else {
                weighUnlinked(user, traces, &scales)
                continue
            }
            guard graph.isSettledIdentity(identityID), let identity = graph.identity(identityID) else { continue }
            let isChanged = traces.changedIdentityIDs.contains(identityID) || traces.hasMerged
            for name in IdentityGraph.profileNames {
                guard let value = identity.profile[name] else { continue }
                weigh(user, name, value, of: identity, as: isChanged ? "LK-A-MIRROR-LIVE" : "LK-A-MIRROR", &scales)
            }
        }
        return scales.weighings
    }

    /// Weighs one mirror.
    private static func weigh(
        _ user: IdentityGraph.User,
        _ name: String,
        _ value: JSONValue,
        of identity: IdentityGraph.Identity,
        as requirement: String,
        _ scales: inout GraphScales
    ) {
        let mirror = user.mirrors[name]
        let isMirrored = value.isNull ? mirror?.isNull ?? true : mirror == value
        let isEmptyForNull = value.isNull && mirror?.stringValue == ""
        let gap = GraphDisagreement(
            view: user.view,
            place: user.place(of: "user_identity_\(name)"),
            message: "\(user.view.name) says user_identity_\(name) \(mirror.told) of \(user.id); "
                + "\(identity.view.name) says \(name) \(value.told) of \(identity.id)",
            expected: value.isNull ? "null or nothing" : value.told,
            actual: mirror.told
        )
        scales.weigh(isEmptyForNull ? "LK-A-MIRROR-NULL" : requirement, isMirrored ? nil : gap)
    }

    /// Weighs whether a user without an identity shows values of one.
    private static func weighUnlinked(
        _ user: IdentityGraph.User,
        _ traces: GraphTraces,
        _ scales: inout GraphScales
    ) {
        let requirement = traces.unlinkedUserIDs.contains(user.id) ? "LK-REM" : "LK-A-NONE"
        for name in IdentityGraph.profileNames {
            let mirror = user.mirrors[name]
            let isEmpty = mirror?.isNull ?? true || mirror?.stringValue == ""
            let gap = GraphDisagreement(
                view: user.view,
                place: user.place(of: "user_identity_\(name)"),
                message: "\(user.view.name) says user_identity_\(name) \(mirror.told) of \(user.id), "
                    + "and user_identity_id null",
                expected: "null or nothing",
                actual: mirror.told
            )
            scales.weigh(requirement, isEmpty ? nil : gap)
        }
    }
}

extension JSONValue {
    /// The value for a message, bounded.
    fileprivate var told: String {
        let text = serialized()
        return text.count <= 80 ? text : text.prefix(79) + "…"
    }
}

extension JSONValue? {
    /// The value for a message, bounded.
    fileprivate var told: String { self?.told ?? "absent" }
}
