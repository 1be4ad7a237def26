/// Something that was made in a workspace.
struct Resource: Sendable, Hashable {
    /// How it is found again.
    enum Handle: Sendable, Hashable {
        /// By the parameter of that name, such as `user_identity_id`.
        case id(parameter: String, value: String)
        /// As the user identity that has this key: no response has shown its id.
        case identityKey(String)
    }

    /// The path up to the verb, such as `/acs/users`.
    let namespace: String
    /// How it is found again.
    let handle: Handle
    /// With whose credential it was made.
    let credential: OwnerCredential

    /// The parameter that finds it.
    var parameter: String {
        switch handle {
        case .id(let parameter, _): parameter
        case .identityKey: "user_identity_key"
        }
    }

    /// The value of that parameter.
    var value: String {
        switch handle {
        case .id(_, let value), .identityKey(let value): value
        }
    }

    /// The property of a response that holds it, such as `user_identity`.
    var property: String {
        switch handle {
        case .id(let parameter, _): String(parameter.dropLast(3))
        case .identityKey: "user_identity"
        }
    }

    /// The parameter that holds its id, such as `user_identity_id`.
    var idParameter: String { property + "_id" }

    /// What it is called in a message: `/acs/users 5c0e…`.
    var name: String {
        switch handle {
        case .id(_, let value): "\(namespace) \(value)"
        case .identityKey(let key): "\(namespace) with key \(key)"
        }
    }

    /// The same resource, with whosever credential it was made.
    var withoutCredential: Resource { Resource(namespace: namespace, handle: handle, credential: .own) }

    /// The same resource under its id.
    ///
    /// - Parameter id: the id that a response showed.
    /// - Returns: the resource.
    func identified(by id: String) -> Resource {
        Resource(namespace: namespace, handle: .id(parameter: idParameter, value: id), credential: credential)
    }
}
