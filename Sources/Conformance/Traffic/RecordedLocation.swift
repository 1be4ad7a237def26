import Foundation
import JSONSchema
import Redaction

/// The URL of a recorded request.
struct RecordedLocation: Sendable {
    /// The URL, taken apart.
    let reference: URIReference

    /// A location.
    ///
    /// - Parameter url: the URL, as it was sent.
    init(_ url: String) {
        reference = URIReference(url)
    }

    /// Scheme, host and port in small letters, the port of the scheme left out (RFC 3986 §6.2.3); nil when there is no host.
    var origin: String? {
        guard let scheme = reference.scheme?.lowercased(), let authority = reference.authority else { return nil }
        var host = (authority.split(separator: "@", omittingEmptySubsequences: false).last ?? "").lowercased()
        let port = ["http": ":80", "https": ":443"][scheme] ?? ""
        if !port.isEmpty, host.hasSuffix(port) { host.removeLast(port.count) }
        return host.isEmpty ? nil : "\(scheme)://\(host)"
    }

    /// What is secret in it: user and password, and the values of parameters whose names say so, as they stand and decoded.
    var secrets: [String] {
        let written = userInformation + secretValues
        return written + written.compactMap(\.removingPercentEncoding)
    }

    /// The URL with nothing secret in it.
    var shown: String {
        var shown = reference.scheme.map { $0 + ":" } ?? ""
        if let authority = reference.authority {
            let host = authority.lastIndex(of: "@").map { Placeholder.secret + authority[$0...] } ?? authority
            shown += "//" + host
        }
        shown += reference.path
        if let query = reference.query { shown += "?" + Self.shown(query) }
        return reference.fragment.map { shown + "#" + Self.shown($0) } ?? shown
    }

    /// A query with the values of secret parameters left out.
    private static func shown(_ query: String) -> String {
        let parts = parameters(of: query).map { name, value in
            guard let value else { return name }
            return "\(name)=\(value.isEmpty || !SecretName.isOne(name) ? value : Placeholder.secret)"
        }
        return parts.joined(separator: "&")
    }

    /// User and password.
    private var userInformation: [String] {
        guard let authority = reference.authority, let end = authority.lastIndex(of: "@") else { return [] }
        return authority[..<end].split(separator: ":", maxSplits: 1).map(String.init)
    }

    /// The values of parameters whose names say that they are secret.
    private var secretValues: [String] {
        Self.parameters(of: reference.query ?? "").compactMap { SecretName.isOne($0.name) ? $0.value : nil }
    }

    private static func parameters(of query: String) -> [(name: String, value: String?)] {
        query.split(separator: "&", omittingEmptySubsequences: false).map { pair in
            guard let end = pair.firstIndex(of: "=") else { return (String(pair), nil) }
            return (String(pair[..<end]), String(pair[end...].dropFirst()))
        }
    }
}
