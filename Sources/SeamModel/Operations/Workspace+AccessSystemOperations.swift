extension Workspace {
    /// The operations under `/acs/systems`.
    static let accessSystemOperations: [String: Operation] = [
        "acs.systems.get": { (workspace, parameters, call) throws(ModelError) in
            let system = try workspace.system(parameters.requiredID("acs_system_id"))
            return .resource(key: "acs_system", workspace.json(system))
        },
        "acs.systems.list": { (workspace, parameters, call) throws(ModelError) in
            .list(key: "acs_systems", try workspace.listedSystems(parameters, call).map { workspace.json($0) })
        },
    ]

    /// The access systems that a call asks for (OpenAPI document, `/acs/systems/list`).
    ///
    /// No access system here belongs to a customer, so that a filter for one finds none.
    private func listedSystems(_ parameters: Parameters, _ call: Call) throws(ModelError) -> [AccessSystem] {
        let accountID = try parameters.id("connected_account_id")
        let customerKey = try parameters.text("customer_key")
        let term = try SearchTerm(parameters, policy.lists)
        let visible = visibleUsers(call)
        return systems.rows.filter { system in
            customerKey == nil
                && accountID.map { system.connectedAccountID == $0 } ?? true
                && term.map { $0.isFound(in: system.name) || $0.isFound(in: system.id) } ?? true
                && visible?.contains { $0.systemID == system.id } ?? true
        }
    }
}
