public import JSON

extension Workspace {
    /// What answers one operation: reads its parameters, changes the workspace, says what came of it.
    typealias Operation = @Sendable (inout Workspace, Parameters, Call) throws(ModelError) -> Answer

    /// Every operation that a workspace knows, by name.
    private static let operations: [String: Operation] = [
        userIdentityOperations, accessUserOperations, accessUserGroupOperations, accessSystemOperations,
        accessGroupOperations, entranceOperations, clientSessionOperations,
        ["workspaces.get": { (workspace, _, _) throws(ModelError) in .resource(key: "workspace", workspace.json) }],
    ].reduce(into: [:]) { all, some in all.merge(some) { first, _ in first } }

    /// The names of all operations, sorted; each is the path with dots, such as `user_identities.create`.
    public static var operationNames: [String] { operations.keys.sorted() }

    /// Performs an operation.
    ///
    /// - Parameters:
    ///   - name: the operation, such as `user_identities.create`.
    ///   - parameters: its parameters as JSON.
    ///   - call: the time of the call and who makes it.
    /// - Returns: the answer; nil when the workspace does not know the operation.
    /// - Throws: `ModelError` when the call is refused; the workspace is as it was then.
    public mutating func perform(
        _ name: String,
        _ parameters: JSONObject,
        _ call: Call
    ) throws(ModelError) -> Answer? {
        guard let operation = Self.operations[name] else { return nil }
        return try operation(&self, Parameters(object: parameters), call)
    }
}
