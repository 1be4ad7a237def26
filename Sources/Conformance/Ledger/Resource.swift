/// Something that a case made in a workspace.
struct Resource: Sendable, Hashable {
    /// How it is found again.
    enum Handle: Sendable, Hashable {
        /// By the parameter of that name, such as `user_identity_id`.
        case id(parameter: String, value: String)
        /// As the user identity that has this key: its id was never told.
        case identityKey(String)
    }

    /// The path up to the verb, such as `/acs/users`.
    let namespace: String
    /// How it is found again.
    let handle: Handle
    /// With whose credential it was made.
    let credential: LedgerCredential

    /// What it is called in a message: `/acs/users 5c0e…`.
    var name: String {
        switch handle {
        case .id(_, let value): "\(namespace) \(value)"
        case .identityKey(let key): "\(namespace) with key \(key)"
        }
    }
}
