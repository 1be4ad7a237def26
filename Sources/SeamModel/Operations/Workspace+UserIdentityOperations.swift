import JSON
import Timestamps

extension Workspace {
    /// The operations under `/user_identities`.
    static let userIdentityOperations: [String: Operation] = [
        "user_identities.create": { (workspace, parameters, call) throws(ModelError) in
            let identity = try workspace.createUserIdentity(
                IdentityDraft(identity: parameters),
                in: parameters.ids("acs_system_ids") ?? [],
                now: call.now
            )
            return .resource(key: "user_identity", workspace.json(identity))
        },
        "user_identities.get": { (workspace, parameters, call) throws(ModelError) in
            .resource(key: "user_identity", workspace.json(try workspace.identity(named: parameters, now: call.now)))
        },
        "user_identities.list": { (workspace, parameters, call) throws(ModelError) in
            try workspace.listUserIdentities(parameters, call)
        },
        "user_identities.update": { (workspace, parameters, call) throws(ModelError) in
            let change = IdentityChange(
                key: try parameters.edit("user_identity_key"),
                emailAddress: try parameters.edit("email_address"),
                phoneNumber: try parameters.edit("phone_number"),
                fullName: try parameters.edit("full_name")
            )
            try workspace.updateUserIdentity(parameters.requiredID("user_identity_id"), change, now: call.now)
            return .done
        },
        "user_identities.delete": { (workspace, parameters, call) throws(ModelError) in
            try workspace.deleteUserIdentity(parameters.requiredID("user_identity_id"), now: call.now)
            return .done
        },
        "user_identities.merge": { (workspace, parameters, call) throws(ModelError) in
            try workspace.merge(parameters, now: call.now)
            return .done
        },
        "user_identities.add_acs_user": { (workspace, parameters, call) throws(ModelError) in
            try workspace.addUser(
                parameters.requiredID("acs_user_id"),
                toIdentity: parameters.id("user_identity_id"),
                orKey: parameters.text("user_identity_key"),
                now: call.now
            )
            return .done
        },
        "user_identities.remove_acs_user": { (workspace, parameters, call) throws(ModelError) in
            try workspace.removeUser(
                parameters.requiredID("acs_user_id"),
                fromIdentity: parameters.requiredID("user_identity_id"),
                now: call.now
            )
            return .done
        },
        "user_identities.list_acs_users": { (workspace, parameters, call) throws(ModelError) in
            let users = try workspace.listedUsers(of: workspace.identity(parameters, call))
            return .list(key: "acs_users", try workspace.json(users, workspace.json))
        },
        "user_identities.list_acs_systems": { (workspace, parameters, call) throws(ModelError) in
            let systems = try workspace.listedSystems(of: workspace.identity(parameters, call))
            return .list(key: "acs_systems", systems.map { workspace.json($0) })
        },
        "user_identities.list_accessible_entrances": { (workspace, parameters, call) throws(ModelError) in
            let users = try workspace.users(of: workspace.identity(parameters, call))
            let entrances = workspace.accessibleEntrances(of: users)
            return .list(key: "acs_entrances", try workspace.json(entrances, workspace.json))
        },
    ]

    /// A page of identities (OpenAPI document, `/user_identities/list`).
    ///
    /// No workspace here has a credential manager, so that a filter for one finds nobody.
    private mutating func listUserIdentities(_ parameters: Parameters, _ call: Call) throws(ModelError) -> Answer {
        let rules = policy.lists
        let createdBefore = try parameters.instant("created_before")
        let ids = try parameters.ids("user_identity_ids").map { (ids) -> Set<ResourceID> in
            Set(rules.looksBehindUnknownIDs ? ids[...] : ids.prefix { identities[$0] != nil })
        }
        let term = try SearchTerm(parameters, rules)
        let managerID = try parameters.id("credential_manager_acs_system_id")
        let visible = visibleIdentity(call)
        let request = ListRequest(operation: "user_identities.list", key: "user_identities", parameters: parameters)
        let page = try page(of: listedIdentities, request, among: ids) {
            managerID == nil && visible.allows($0.id)
                && rules.allows($0.createdAt, before: createdBefore, at: call.now)
                && term?.isFound(in: $0, byParts: rules.foundByPartsOfIdentities) ?? true
        } _: { (identity) throws(ModelError) in
            json(identity)
        }
        return rules.keepsOrder ? page : reordered(page, for: parameters)
    }

    /// The identity that a call names by id or key; both together must agree.
    private mutating func identity(named parameters: Parameters, now: Timestamp) throws(ModelError) -> UserIdentity {
        let key = try parameters.text("user_identity_key")
        guard let id = try parameters.id("user_identity_id") else {
            guard let key else { throw .invalidInput("One of user_identity_id or user_identity_key is required") }
            if let identity = identity(key: key) { return identity }
            guard let unasked = try unaskedIdentity(key: key, now: now) else { throw .notFound("user_identity") }
            return unasked
        }
        if let unasked = unaskedIdentity(id) { return unasked }
        let identity = try identity(id)
        guard key == nil || self.identity(key: key ?? "")?.id == identity.id else { throw .notFound("user_identity") }
        return identity
    }

    /// The identity that `user_identity_id` names, as far as the caller may see it.
    private func identity(_ parameters: Parameters, _ call: Call) throws(ModelError) -> UserIdentity {
        let identity = try identity(parameters.requiredID("user_identity_id"))
        guard visibleIdentity(call).allows(identity.id) else { throw .notFound("user_identity") }
        return identity
    }

    /// Merges by ids or by keys, never by both (OpenAPI document, `/user_identities/merge`).
    private mutating func merge(_ parameters: Parameters, now: Timestamp) throws(ModelError) {
        let id = try parameters.id("user_identity_id")
        let key = try parameters.text("user_identity_key")
        let ids = try parameters.ids("merged_user_identity_ids")
        let keys = try parameters.texts("merged_user_identity_keys")
        switch (id, ids, key, keys) {
        case (let id?, let ids?, nil, nil):
            let primary = try identity(id)
            try mergeKnown(ids, into: primary.id, now: now)
            try merge(mergePartners(ids: ids, primary: primary.id), into: primary.id, now: now)
        case (nil, nil, let key?, let keys?):
            guard let primary = identity(key: key) else { throw .notFound("user_identity") }
            try merge(mergePartners(keys: keys, primary: primary), into: primary.id, now: now)
        default:
            throw .invalidInput("Identify the user identities either by ids or by keys")
        }
    }
}

extension SearchTerm {
    /// Whether name, phone number, e-mail address or id of the identity has the text in it; the key is not searched.
    fileprivate func isFound(in identity: UserIdentity, byParts parts: Set<Policy.Lists.Searched>) -> Bool {
        isFound(in: identity.fullName, byParts: parts.contains(.fullName))
            || isFound(in: identity.phoneNumber, byParts: parts.contains(.phoneNumber))
            || isFound(in: identity.emailAddress, byParts: parts.contains(.emailAddress))
            || isFound(in: identity.id, byParts: parts.contains(.id))
    }
}

extension IdentityDraft {
    /// The values for an identity among the parameters of a call.
    init(identity parameters: Parameters) throws(ModelError) {
        key = try parameters.nullableText("user_identity_key")
        emailAddress = try parameters.nullableText("email_address")
        phoneNumber = try parameters.nullableText("phone_number")
        fullName = try parameters.nullableText("full_name")
        nulls = Set(ProfileValue.allCases.filter { parameters.object[$0.rawValue]?.isNull == true })
    }
}
