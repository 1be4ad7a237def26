import SeamModel

/// A way in which the credentials of a request do not do.
enum RejectedCredential: Sendable {
    /// There are none.
    case missing
    /// A bearer token that nobody was given.
    case unknown
    /// A header without `Bearer`.
    case withoutBearer
    /// A header of the scheme `Basic`, with something else than a key.
    case basic
    /// A header of the scheme `Basic`, with a key in place of a name and password.
    case keyBehindBasic
    /// A personal access token without a workspace beside it.
    case tokenWithoutWorkspace
    /// A personal access token with a workspace that is unknown.
    case tokenOfUnknownWorkspace
    /// The token of a client session, where none may call.
    case session

    /// How the credentials of a refused request do not do.
    ///
    /// - Parameter headers: the header fields of the request, names in lower case.
    init(headers: [String: String]) {
        let credentials = Credentials(headers: headers)
        let token = credentials.bearerToken ?? ""
        switch headers["authorization"] {
        case nil: self = credentials.clientSessionToken == nil ? .missing : .session
        case let field? where field.hasPrefix("Basic seam_"): self = .keyBehindBasic
        case let field? where field.hasPrefix("Basic "): self = .basic
        case _ where credentials.bearerToken == nil: self = .withoutBearer
        case _ where token.hasPrefix("seam_cst"): self = .session
        case _ where !token.hasPrefix("seam_at"): self = .unknown
        default: self = credentials.workspace == nil ? .tokenWithoutWorkspace : .tokenOfUnknownWorkspace
        }
    }
}

/// Credentials that are taken though they do not do: they open the first workspace.
struct Admission: Sendable {
    /// The calls in which they are taken.
    var scope = CallScope()
    /// The credentials.
    let credentials: Set<RejectedCredential>
}

/// A look at the credentials that comes later than it should.
struct LateAuthorization: Sendable {
    /// The calls in which it is late.
    var scope = CallScope()
    /// What has been done before.
    let stage: Stage

    /// What is done before the credentials are looked at.
    enum Stage: Int, Sendable, Comparable {
        /// Nothing is.
        case received
        /// The path is looked up.
        case routed
        /// And the method compared.
        case allowed
        /// And the parameters checked.
        case validated
        /// And the call carried out.
        case performed

        static func < (left: Stage, right: Stage) -> Bool { left.rawValue < right.rawValue }
    }
}
