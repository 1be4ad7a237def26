import SeamModel

extension Credentials {
    /// The credentials that the header fields of a request bring.
    ///
    /// - Parameter headers: the header fields, names in lower case.
    init(headers: [String: String]) {
        let authorization = headers["authorization"]
        let token = authorization.flatMap { $0.hasPrefix("Bearer ") ? String($0.dropFirst(7)) : nil }
        self.init(
            bearerToken: token,
            clientSessionToken: headers["client-session-token"] ?? headers["seam-client-session-token"],
            workspace: headers["seam-workspace"]
        )
    }
}
