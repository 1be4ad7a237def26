public import JSON
public import SeamContract

/// A call with all its templates filled in, ready to be sent once.
public struct PreparedCall: Sendable {
    /// The HTTP method.
    public let method: Contract.Method
    /// The path below the endpoint, with its leading slash.
    public let path: String
    /// What is sent as the body; nil sends none.
    public let body: Body?
    /// The query parameters in order: those written, then a body's members when these travel in the query.
    public let query: [(name: String, value: JSONValue)]
    /// Headers to set, or with nil to leave out.
    public let headers: [(name: String, value: String?)]
    /// Who asks.
    public let credential: Credential
    /// The bearer token of ``Credential/token(_:)``; nil for every other credential.
    public let token: String?

    /// What is sent as the body.
    public enum Body: Sendable {
        /// A JSON value.
        case json(JSONValue)
        /// Text as it is, under this content type; nil sends no content type.
        case raw(String, contentType: String?)
    }
}

extension Call {
    /// The call with its templates filled in.
    ///
    /// - Parameters:
    ///   - scope: the names; generated values are taken from it.
    ///   - copy: the number of the parallel copy from 0, known to the templates as `copy`.
    /// - Returns: what to send.
    /// - Throws: ``TemplateError`` when a template has no value.
    public func prepared(in scope: inout Scope, copy: Int = 0) throws(TemplateError) -> PreparedCall {
        scope.bind("copy", to: .number(JSONNumber(copy)))
        var query: [(name: String, value: JSONValue)] = []
        for member in self.query {
            query.append((try member.name.text(in: &scope), try member.value.value(in: &scope)))
        }
        var headers: [(name: String, value: String?)] = []
        for header in self.headers {
            headers.append((try header.name.headerName(in: &scope), try header.value?.headerValue(in: &scope)))
        }
        var body = try preparedBody(in: &scope)
        if placement == .query, case .json(.object(let members)) = body {
            query += members.map { ($0.key, $0.value) }
            body = nil
        }
        return PreparedCall(
            method: method,
            path: try path(in: &scope),
            body: body,
            query: query,
            headers: headers,
            credential: credential,
            token: try token(in: &scope)
        )
    }

    /// The body with its templates filled in.
    private func preparedBody(in scope: inout Scope) throws(TemplateError) -> PreparedCall.Body? {
        switch body {
        case .json(let value): .json(try value.value(in: &scope))
        case .raw(let text, let type): .raw(try text.text(in: &scope), contentType: try type?.headerValue(in: &scope))
        case nil: nil
        }
    }

    /// The path with its templates filled in.
    private func path(in scope: inout Scope) throws(TemplateError) -> String {
        switch target {
        case .operation(let operation): operation.path
        case .path(let template): try template.text(in: &scope)
        }
    }

    /// The bearer token, where the scenario gives one.
    private func token(in scope: inout Scope) throws(TemplateError) -> String? {
        guard case .token(let template) = credential else { return nil }
        return try template.headerValue(in: &scope)
    }
}
