import JSON

extension Workspace {
    /// The operations under `/acs/entrances`.
    static let entranceOperations: [String: Operation] = [
        "acs.entrances.get": { (workspace, parameters, call) throws(ModelError) in
            let entrance = try workspace.entrance(parameters.requiredID("acs_entrance_id"))
            let visible = workspace.visibleUsers(call).map(workspace.accessibleEntrances(of:))
            guard visible?.contains(entrance) ?? true else { throw .notFound("acs_entrance") }
            return .resource(key: "acs_entrance", try workspace.json(entrance))
        },
        "acs.entrances.list": { (workspace, parameters, call) throws(ModelError) in
            try workspace.listEntrances(parameters, call)
        },
        "acs.entrances.grant_access": { (workspace, parameters, call) throws(ModelError) in
            let entrance = try workspace.entrance(parameters.requiredID("acs_entrance_id"))
            let user = try workspace.linkedOrCreatedUser(
                id: parameters.id("acs_user_id"),
                orIdentity: parameters.id("user_identity_id"),
                in: entrance.systemID,
                now: call.now
            )
            try workspace.grantAccess(user, to: entrance.id)
            return .done
        },
    ]

    /// The filters of the entrance list that no entrance here can pass: they name things that no workspace has.
    private static let emptyFilters = [
        "access_method_id", "acs_credential_id", "customer_key", "location_id", "space_id",
    ]

    /// A page of entrances (OpenAPI document, `/acs/entrances/list`).
    private func listEntrances(_ parameters: Parameters, _ call: Call) throws(ModelError) -> Answer {
        let systemID = try parameters.id("acs_system_id")
        let accountID = try parameters.id("connected_account_id")
        let ids = try parameters.ids("acs_entrance_ids")
        let term = try SearchTerm(parameters, policy.lists)
        let findsNone = Self.emptyFilters.contains { parameters.object[$0]?.isNull == false }
        let visible = visibleUsers(call).map(accessibleEntrances(of:))
        let request = ListRequest(
            operation: "acs.entrances.list",
            key: "acs_entrances",
            parameters: parameters,
            standardLimit: 900
        )
        return try page(of: entrances, request) { entrance in
            !findsNone
                && systemID.map { entrance.systemID == $0 } ?? true
                && accountID.map { systems[entrance.systemID]?.connectedAccountID == $0 } ?? true
                && ids?.contains(entrance.id) ?? true
                && term?.isFound(in: entrance.displayName) ?? true
                && visible?.contains(entrance) ?? true
        } _: { (entrance) throws(ModelError) in
            try json(entrance)
        }
    }
}
