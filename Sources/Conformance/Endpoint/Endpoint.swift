import Foundation
public import Redaction

/// Where the suite is run against, and what it has to show there.
public struct Endpoint: Sendable, Equatable, CustomStringConvertible {
    /// The base URL without a slash at the end, such as `https://connect.getseam.com` or `http://127.0.0.1:8080/seam`.
    public let url: String
    /// The host, in lower case.
    public let host: String
    /// What the user has to show.
    public let credentials: Credentials

    /// An endpoint.
    ///
    /// - Parameters:
    ///   - url: an absolute `http` or `https` URL, which may have a base path.
    ///   - credentials: what the user has to show.
    /// - Throws: ``EndpointError`` when the URL is of another form, or when nothing can be shown or sent.
    public init(url: String, credentials: Credentials) throws(EndpointError) {
        guard let parts = URLComponents(string: url), let scheme = parts.scheme?.lowercased(), let host = parts.host,
            !host.isEmpty
        else { throw .notAbsolute(parts: EndpointError.shown(url)) }
        guard ["http", "https"].contains(scheme) else { throw .unfitScheme(EndpointError.shown(url)) }
        guard parts.user == nil, parts.password == nil else { throw .holdsCredentials }
        guard parts.query == nil, parts.fragment == nil else { throw .holdsQuery(EndpointError.shown(url)) }
        guard Self.hasFitPort(url) else { throw .unfitPort(EndpointError.shown(url)) }
        if let lack = credentials.lack { throw lack }
        try credentials.checkFitness()
        self.url = String(url.trimmingSuffix { $0 == "/" })
        self.host = host.lowercased()
        self.credentials = credentials
    }

    /// Whether the host is one of Seam's own, where a workspace that can't be told to be a sandbox is left alone.
    public var isSeamsOwn: Bool {
        ["getseam.com", "seam.co", "seam.vc"].contains { host == $0 || host.hasSuffix("." + $0) }
    }

    /// Whether the URL names a port from 1 to 65535, or none (RFC 3986 §3.2.3, RFC 9293 §3.1).
    private static func hasFitPort(_ url: String) -> Bool {
        let parts = url.split(separator: "/", maxSplits: 2, omittingEmptySubsequences: false)
        guard parts.count == 3, let authority = parts[2].split(separator: "/", omittingEmptySubsequences: false).first
        else { return true }
        let afterAddress = authority.split(separator: "]", omittingEmptySubsequences: false).last ?? authority
        guard let colon = afterAddress.lastIndex(of: ":") else { return true }
        return Int(afterAddress[afterAddress.index(after: colon)...]).map { (1...65535).contains($0) } ?? false
    }

    /// What takes secrets out of everything that comes of asking it.
    ///
    /// - Parameter rules: what is taken out beside secrets.
    /// - Returns: the redactor, which is the same every time, so that the same data has the same placeholder.
    public func redactor(_ rules: RedactionRules) -> Redactor {
        Redactor(secrets: credentials.secrets + [Identity.wrongKey], rules: rules)
    }

    /// The URL.
    public var description: String { url }
}

extension String {
    /// The text without the characters at its end that fulfil a condition.
    fileprivate func trimmingSuffix(while condition: (Character) -> Bool) -> Substring {
        var end = endIndex
        while end > startIndex, condition(self[index(before: end)]) { end = index(before: end) }
        return self[..<end]
    }
}
