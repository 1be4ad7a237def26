/// A URI or a relative reference, taken apart (RFC 3986 §4.1).
package struct URIReference: Sendable, Hashable {
    /// `http`; nil in a relative reference.
    package var scheme: String?
    /// `host:port`; nil when there is no `//`.
    package var authority: String?
    /// The path; may be empty.
    package var path: String
    /// What follows `?`; nil when there is none.
    package var query: String?
    /// What follows `#`; nil when there is none.
    package var fragment: String?

    /// Takes a reference apart (RFC 3986 appendix B); every text has parts.
    ///
    /// - Parameter text: the reference.
    package init(_ text: String) {
        var rest = Substring(text)
        if let hash = rest.firstIndex(of: "#") {
            fragment = String(rest[hash...].dropFirst())
            rest = rest[..<hash]
        }
        if let mark = rest.firstIndex(of: "?") {
            query = String(rest[mark...].dropFirst())
            rest = rest[..<mark]
        }
        if let end = rest.firstIndex(where: { ":/".contains($0) }), rest[end] == ":", end != rest.startIndex {
            scheme = String(rest[..<end])
            rest = rest[end...].dropFirst()
        }
        if rest.hasPrefix("//") {
            let end = rest.dropFirst(2).firstIndex(of: "/") ?? rest.endIndex
            authority = String(rest[..<end].dropFirst(2))
            rest = rest[end...]
        }
        path = String(rest)
    }

    /// The URI that the reference means when it stands in a document (RFC 3986 §5.2.2).
    ///
    /// - Parameter base: the document's URI.
    /// - Returns: the URI.
    package func resolved(against base: URIReference) -> URIReference {
        var target = self
        if scheme != nil {
            target.path = Self.withoutDots(path)
            return target
        }
        target.scheme = base.scheme
        if authority != nil {
            target.path = Self.withoutDots(path)
            return target
        }
        target.authority = base.authority
        if path.isEmpty {
            target.path = base.path
            target.query = query ?? base.query
        } else {
            target.path = Self.withoutDots(path.hasPrefix("/") ? path : Self.merge(path, onto: base))
        }
        return target
    }

    /// The URI without its fragment.
    package var document: String {
        (scheme.map { $0 + ":" } ?? "") + (authority.map { "//" + $0 } ?? "") + path + (query.map { "?" + $0 } ?? "")
    }

    /// The fragment with its percent-encoded bytes decoded; empty when there is none, nil when it is not UTF-8.
    package var decodedFragment: String? {
        guard let fragment, fragment.contains("%") else { return fragment ?? "" }
        var bytes: [UInt8] = []
        var rest = fragment.utf8[...]
        while let byte = rest.popFirst() {
            guard byte == UInt8(ascii: "%") else {
                bytes.append(byte)
                continue
            }
            guard let digits = String(rest.prefix(2)), let decoded = UInt8(digits, radix: 16) else { return nil }
            bytes.append(decoded)
            rest = rest.dropFirst(2)
        }
        return String(validating: bytes, as: UTF8.self)
    }

    /// A relative path behind the base's last slash (RFC 3986 §5.2.3).
    private static func merge(_ path: String, onto base: URIReference) -> String {
        if base.authority != nil && base.path.isEmpty { return "/" + path }
        guard let slash = base.path.lastIndex(of: "/") else { return path }
        return base.path[...slash] + path
    }

    /// The path without `.` and `..` segments (RFC 3986 §5.2.4).
    ///
    /// A relative path, which a base that is a file's name has, keeps the `..` that lead out of its folder.
    private static func withoutDots(_ path: String) -> String {
        let segments = path.split(separator: "/", omittingEmptySubsequences: false)
        guard segments.contains(where: { $0 == "." || $0 == ".." }) else { return path }
        var kept: [Substring] = []
        for (index, segment) in segments.enumerated() {
            let isLast = index == segments.count - 1
            switch segment {
            case ".": if isLast { kept.append("") }
            case "..":
                if kept.isEmpty || kept.last == ".." {
                    kept.append("..")
                } else if kept != [""] {
                    kept.removeLast()
                }
                if isLast { kept.append("") }
            default: kept.append(segment)
            }
        }
        return kept.joined(separator: "/")
    }
}
