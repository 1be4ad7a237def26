/// What an operation does to the things of a workspace.
///
/// Source: Seam's paths are `/<namespace>/<verb>`; the verbs are those of its published OpenAPI document. A verb that is not
/// known counts as a change, so that nothing is taken for harmless by mistake.
public enum OperationEffect: String, Sendable, Hashable, CaseIterable {
    /// It changes nothing: `get`, `list`, and whatever begins with `list_`.
    case reads
    /// It makes something new: `create` and `get_or_create`.
    case creates
    /// It changes what is there, such as `update`, `suspend` or `add_user`.
    case changes
    /// It removes something: `delete`, and whatever begins with `delete_`.
    case deletes

    /// The effect of calling a path.
    ///
    /// - Parameter path: such as `/acs/users/create`; letter case and slashes at the end do not count.
    public init(path: String) {
        let verb = Self.verb(of: path).lowercased()
        switch verb {
        case "get", "list": self = .reads
        case "create", "get_or_create": self = .creates
        case "delete": self = .deletes
        default: self = verb.hasPrefix("list_") ? .reads : verb.hasPrefix("delete_") ? .deletes : .changes
        }
    }

    /// The last part of a path, such as `create`; empty when the path has none.
    ///
    /// - Parameter path: such as `/acs/users/create`.
    /// - Returns: the verb.
    public static func verb(of path: String) -> String {
        path.split(separator: "/").last.map(String.init) ?? ""
    }

    /// What comes before the verb of a path, such as `/acs/users`; empty when there is nothing.
    ///
    /// - Parameter path: such as `/acs/users/create`.
    /// - Returns: the namespace, with its leading slash.
    public static func namespace(of path: String) -> String {
        path.split(separator: "/").dropLast().map { "/" + $0 }.joined()
    }
}

extension Contract.Operation {
    /// What the operation does to the things of a workspace.
    public var effect: OperationEffect { OperationEffect(path: path) }
}
