import Foundation
import JSON
import SeamContract

/// Where a URL that the endpoint gave leads, told as a place below the endpoint itself.
///
/// Only the path and the query are kept, so that a request for it, and the key that it bears, can go nowhere else.
struct GivenURL: Sendable {
    /// The path below the endpoint, with its leading slash, such as `/user_identities/list`.
    let path: String
    /// The query parameters, in order; all are texts.
    let query: [(name: String, value: JSONValue)]

    /// The longest URL that is followed, in bytes: every server reads one so long (RFC 9110 §4.1).
    static let lengthLimit = 8000

    /// The place that a URL leads to; nil when it is not absolute, is longer than ``lengthLimit``, or leads elsewhere: to
    /// another scheme, host or port, beside the endpoint's base path, by way of `.` or `..`, with a user name in it, or to
    /// what does not read.
    ///
    /// An endpoint may name any of its operations in a URL. Some servers delete also by GET, so only reads are followed.
    /// Source of what one origin is: RFC 6454 §5.
    /// - Parameters:
    ///   - url: the URL.
    ///   - endpoint: the endpoint that gave it.
    init?(_ url: String, below endpoint: Endpoint) {
        guard url.utf8.count <= Self.lengthLimit,
            let parts = URLComponents(string: url, encodingInvalidCharacters: false),
            let base = URLComponents(string: endpoint.url),
            let origin = parts.origin, origin == base.origin, parts.user == nil, parts.password == nil,
            parts.percentEncodedPath.hasPrefix(base.percentEncodedPath + "/"),
            !parts.path.split(separator: "/").contains(where: { $0 == "." || $0 == ".." }),
            let query = FormDecoding.pairs(in: parts.percentEncodedQuery ?? "")
        else { return nil }
        path = String(parts.percentEncodedPath.dropFirst(base.percentEncodedPath.count))
        guard OperationEffect(path: parts.path) == .reads else { return nil }
        self.query = query.map { ($0.name, .string($0.value)) }
    }
}

extension URLComponents {
    /// Scheme, host and port, the port also where the scheme alone says it; nil for what is no `http` or `https` URL.
    fileprivate var origin: String? {
        guard let scheme = scheme?.lowercased(), let host = host?.lowercased(), !host.isEmpty,
            let standardPort = ["http": 80, "https": 443][scheme]
        else { return nil }
        return "\(scheme)://\(host):\(port ?? standardPort)"
    }
}
