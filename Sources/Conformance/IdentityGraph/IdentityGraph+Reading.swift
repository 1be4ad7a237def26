import JSON

extension IdentityGraph {
    /// Takes in what a call says; what is not as the contract wants it was told before and is left out.
    ///
    /// - Parameters:
    ///   - answer: what it says.
    ///   - call: the call.
    mutating func take(_ answer: GraphAnswer, to call: GraphCall) {
        let view = call.view(answer.exchange)
        switch answer.content {
        case .absent: takeAbsence(call, view)
        case .body(let body): take(body, to: call, view)
        }
    }

    private mutating func takeAbsence(_ call: GraphCall, _ view: View) {
        switch call.reading {
        case .identity(let id), .user(let id): add(Absence(view: view, id: id))
        case .pair(let identityID, let systemID):
            pairs.append(Pair(view: view, identityID: identityID, systemID: systemID, userID: nil))
        case .identityOfKey, .identities, .list, .usersByValue: break
        }
    }

    private mutating func take(_ body: JSONValue, to call: GraphCall, _ view: View) {
        let shown = [body["user_identity"]].compactMap(\.self) + (body["user_identities"]?.arrayValue ?? [])
        for identity in shown.compactMap({ Identity($0, view: view) }) where isConcerned(by: identity, of: call) {
            add(identity)
        }
        let user = body["acs_user"].flatMap { User($0, view: view) }
        let rows = (body["acs_users"]?.arrayValue ?? []).compactMap { User($0, view: view) }
        for user in [user].compactMap(\.self) + rows where isConcerned(by: user, of: call) { add(user) }
        switch call.reading {
        case .pair(let identityID, let systemID):
            guard let user else { return }
            pairs.append(Pair(view: view, identityID: identityID, systemID: systemID, userID: user.id))
        case .identities: takeList(.identities, of: "", in: body, call, view)
        case .list(let relation, let subject), .usersByValue(let relation, let subject, _):
            takeList(relation, of: subject, in: body, call, view)
        case .identity, .identityOfKey, .user: break
        }
    }

    /// Whether what a call shows of a user counts: a group, and a list whose filter is ignored, hold other people's users too,
    /// who change meanwhile.
    private func isConcerned(by user: User, of call: GraphCall) -> Bool {
        switch call.reading {
        case .list(.usersOfGroup, _), .usersByValue: sightingsOfUser[user.id] != nil
        case .list(_, let subject): sightingsOfUser[user.id] != nil || user.identityID == subject
        case .identity, .identityOfKey, .identities, .user, .pair: true
        }
    }

    /// Whether what a call shows of an identity counts: a list whose filter is ignored holds other people's identities too.
    private func isConcerned(by identity: Identity, of call: GraphCall) -> Bool {
        if case .identities(let ids) = call.reading { ids.contains(identity.id) } else { true }
    }

    private mutating func takeList(
        _ relation: List.Relation,
        of subject: String,
        in body: JSONValue,
        _ call: GraphCall,
        _ view: View
    ) {
        guard let rows = body[call.rows]?.arrayValue else { return }
        lists.append(
            List(
                view: view,
                relation: relation,
                subject: subject,
                ids: rows.compactMap { $0[call.rowID]?.stringValue },
                isComplete: body["pagination"]?["has_next_page"]?.boolValue != true
            )
        )
    }
}

extension IdentityGraph.Identity {
    /// An identity as an answer shows it; nil when it has no id or no `acs_user_ids`.
    fileprivate init?(_ json: JSONValue, view: IdentityGraph.View) {
        guard let id = json["user_identity_id"]?.stringValue, let userIDs = json["acs_user_ids"]?.arrayValue else {
            return nil
        }
        self.init(
            view: view,
            id: id,
            userIDs: userIDs.compactMap(\.stringValue),
            troubledUserIDs: (json["errors"]?.arrayValue ?? []).compactMap { $0["acs_user_id"]?.stringValue },
            profile: json.members(of: IdentityGraph.profileNames, prefix: ""),
            isLeaving: json.isLeaving
        )
    }
}

extension IdentityGraph.User {
    /// A user as an answer shows it; nil when it has no id or no access system.
    fileprivate init?(_ json: JSONValue, view: IdentityGraph.View) {
        guard let id = json["acs_user_id"]?.stringValue, let systemID = json["acs_system_id"]?.stringValue else {
            return nil
        }
        self.init(
            view: view,
            id: id,
            systemID: systemID,
            identityID: json["user_identity_id"]?.stringValue,
            mirrors: json.members(of: IdentityGraph.profileNames, prefix: "user_identity_"),
            isLeaving: json.isLeaving,
            isChangingGroups: json.mutationCodes.contains { $0.contains("group_membership") }
        )
    }
}

extension IdentityGraph {
    /// The members of an identity that its users show too.
    static let profileNames = ["full_name", "email_address", "phone_number"]
}

extension JSONValue {
    /// The members of these names, which begin so; those that are not there are left out.
    fileprivate func members(of names: [String], prefix: String) -> [String: JSONValue] {
        names.reduce(into: [:]) { $0[$1] = self[prefix + $1] }
    }

    /// The codes of pending mutations.
    fileprivate var mutationCodes: [String] {
        (self["pending_mutations"]?.arrayValue ?? []).compactMap { $0["mutation_code"]?.stringValue }
    }

    /// Whether a resource says that it is being deleted.
    fileprivate var isLeaving: Bool {
        let warnings = (self["warnings"]?.arrayValue ?? []).compactMap { $0["warning_code"]?.stringValue }
        return warnings.contains("being_deleted") || mutationCodes.contains("deleting")
    }
}
