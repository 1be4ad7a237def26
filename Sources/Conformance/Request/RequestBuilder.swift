import JSON
import Results
import Scenarios
import SeamContract

/// Makes requests out of calls.
struct RequestBuilder: Sendable {
    /// Why there is no request.
    struct Problem: Error, Sendable, Equatable, CustomStringConvertible {
        /// What is missing.
        let description: String
    }

    /// Where requests go.
    let endpoint: Endpoint
    /// What requests call themselves.
    let userAgent: String

    /// The request of a prepared call.
    ///
    /// - Parameters:
    ///   - call: the call, its templates filled in.
    ///   - operation: what is called; nil when its path is not in the contract.
    /// - Returns: the request.
    /// - Throws: ``Problem`` when the user gave no such credential.
    func request(_ call: PreparedCall, to operation: Contract.Operation? = nil) throws(Problem) -> OutgoingRequest {
        guard
            let identity = Identity(credentials: endpoint.credentials).headers(for: call.credential, token: call.token)
        else { throw Problem(description: "there is no credential '\(call.credential.word)' to ask with") }
        var headers = [
            HeaderField(name: "accept", value: "application/json"), HeaderField(name: "user-agent", value: userAgent),
        ]
        headers += identity
        if let type = call.contentType { headers.append(HeaderField(name: "content-type", value: type)) }
        for header in call.headers {
            headers.set(header.name, to: header.value)
        }
        return OutgoingRequest(
            method: call.method.rawValue,
            url: url(call.path, query: query(of: call, to: operation)),
            headers: headers,
            body: call.bytes,
            isRead: call.method == .get || call.method == .head || OperationEffect(path: call.path) == .reads
        )
    }

    /// A plain POST to an operation, as the runner itself makes it.
    ///
    /// - Parameters:
    ///   - path: the operation's path.
    ///   - parameters: its parameters.
    ///   - credential: who asks.
    /// - Returns: the request.
    /// - Throws: ``Problem`` when the user gave no such credential.
    func request(_ path: String, _ parameters: JSONValue, as credential: Credential) throws(Problem) -> OutgoingRequest
    {
        try request(of: .post, path, parameters, as: credential)
    }

    /// A request of any method, as the runner itself makes it.
    ///
    /// - Parameters:
    ///   - method: the method; one that takes its parameters from the query is sent without any.
    ///   - path: the operation's path.
    ///   - parameters: the parameters in the body.
    ///   - credential: who asks.
    /// - Returns: the request.
    /// - Throws: ``Problem`` when the user gave no such credential.
    func request(
        of method: Contract.Method,
        _ path: String,
        _ parameters: JSONValue,
        as credential: Credential
    ) throws(Problem) -> OutgoingRequest {
        guard let identity = Identity(credentials: endpoint.credentials).headers(for: credential, token: nil) else {
            throw Problem(description: "there is no credential '\(credential.word)' to ask with")
        }
        let headers =
            [
                HeaderField(name: "accept", value: "application/json"),
                HeaderField(name: "user-agent", value: userAgent),
            ] + identity
        let type = HeaderField(name: "content-type", value: "application/json")
        return OutgoingRequest(
            method: method.rawValue,
            url: url(path, query: []),
            headers: method.takesQuery ? headers : headers + [type],
            body: method.takesQuery ? nil : parameters.serializedBytes(),
            isRead: OperationEffect(path: path) == .reads
        )
    }

    private func url(_ path: String, query: [String]) -> String {
        let path = PercentEncoding.path(path.hasPrefix("/") ? path : "/" + path)
        return endpoint.url + path + (query.isEmpty ? "" : "?" + query.joined(separator: "&"))
    }

    private func query(of call: PreparedCall, to operation: Contract.Operation?) -> [String] {
        QueryString.written(Array(call.query.prefix(call.writtenQueryCount)))
            + QueryString.parameters(Array(call.query.dropFirst(call.writtenQueryCount)), of: operation)
    }
}

extension PreparedCall {
    /// The content type that belongs to the body; nil when there is none.
    fileprivate var contentType: String? {
        switch body {
        case .json: "application/json"
        case .raw(_, let contentType): contentType
        case nil: nil
        }
    }

    /// The bytes of the body; nil when there is none.
    fileprivate var bytes: [UInt8]? {
        switch body {
        case .json(let value): value.serializedBytes()
        case .raw(let text, _): Array(text.utf8)
        case nil: nil
        }
    }
}

extension [HeaderField] {
    /// Sets a field, its name as written, or with nil leaves it out.
    fileprivate mutating func set(_ name: String, to value: String?) {
        removeAll { $0.name.lowercased() == name.lowercased() }
        if let value { append(HeaderField(name: name, value: value)) }
    }
}
