/// What the last part of an operation's path says that it does.
///
/// Source: Seam's paths are `/<namespace>/<verb>`.
struct OperationVerb: Sendable, Hashable {
    /// The verb, such as `create` or `list_acs_users`.
    let name: String

    /// The verb of a path.
    ///
    /// - Parameter path: such as `/acs/users/create`.
    init(path: String) {
        let start = path.utf8.lastIndex(of: UInt8(ascii: "/")).map { path.utf8.index(after: $0) } ?? path.startIndex
        name = String(path[start...])
    }

    /// Whether the operation only reads: `get`, `list`, and whatever begins with `list_`.
    var isRead: Bool { name == "get" || name == "list" || name.hasPrefix("list_") }

    /// Whether the operation makes something: `create` or `get_or_create`.
    var isCreation: Bool { name == "create" || name == "get_or_create" }

    /// Whether the operation deletes something.
    var isDeletion: Bool { name == "delete" }
}
