public import JSON
public import SeamContract

/// A call with all its templates filled in, ready to be sent once.
public struct PreparedCall: Sendable {
    /// The HTTP method.
    public let method: Contract.Method
    /// The path below the endpoint, with its leading slash; empty where ``url`` is what is asked for.
    public let path: String
    /// The URL to ask for as the endpoint gave it, null where it gave none; nil when the call does not go by a URL.
    public let url: JSONValue?
    /// What is sent as the body; nil sends none.
    public let body: Body?
    /// The query parameters in order: those written, then a body's members when these travel in the query.
    public let query: [(name: String, value: JSONValue)]
    /// How many of the query parameters were written as such; the others are a body's members.
    public let writtenQueryCount: Int
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

    /// The call with the place that its URL leads to.
    ///
    /// - Parameters:
    ///   - path: the path below the endpoint, with its leading slash.
    ///   - query: the query parameters, in order.
    /// - Returns: the call, which no longer goes by a URL.
    package func addressed(to path: String, query: [(name: String, value: JSONValue)]) -> PreparedCall {
        PreparedCall(
            method: method,
            path: path,
            url: nil,
            body: body,
            query: query,
            writtenQueryCount: query.count,
            headers: headers,
            credential: credential,
            token: token
        )
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
        let writtenQueryCount = query.count
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
            url: try url(in: &scope),
            body: body,
            query: query,
            writtenQueryCount: writtenQueryCount,
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
        case .url: ""
        }
    }

    /// The URL with its templates filled in; nil when the call does not go by one.
    private func url(in scope: inout Scope) throws(TemplateError) -> JSONValue? {
        guard case .url(let template) = target else { return nil }
        return try template.value(in: &scope)
    }

    /// The bearer token, where the scenario gives one.
    private func token(in scope: inout Scope) throws(TemplateError) -> String? {
        guard case .token(let template) = credential else { return nil }
        return try template.headerValue(in: &scope)
    }
}
