extension Redactor {
    /// A header field without secrets.
    ///
    /// The value of a field that holds a credential becomes `[redacted]` behind its scheme, whatever it looks like. Of cookies
    /// the names and attributes stay.
    /// - Parameters:
    ///   - name: the name of the field, which can have a secret in it, too.
    ///   - value: its value.
    /// - Returns: both.
    package func header(_ name: String, _ value: String) -> (name: String, value: String) {
        let shown = redacted(name)
        switch name.lowercased() {
        case "cookie": return (shown, cookies(in: value, separatedBy: ";"))
        case "set-cookie":
            let lines = value.split(separator: "\n", omittingEmptySubsequences: false)
            return (shown, lines.map { setCookie(String($0)) }.joined(separator: "\n"))
        case let name where Self.credentialFields.contains(name) || SecretName.isOne(name):
            return (shown, credential(value))
        default: return (shown, redacted(value))
        }
    }

    /// The fields that hold credentials beside those whose names ``SecretName`` knows.
    private static let credentialFields: Set<String> = ["seam-publishable-key", "x-amz-signature"]

    /// The schemes of credentials, which are no secrets (IANA, "HTTP Authentication Schemes").
    private static let schemes: Set<String> = [
        "basic", "bearer", "digest", "dpop", "hoba", "mutual", "negotiate", "ntlm", "oauth", "token",
    ]

    /// The value of a field that holds a credential.
    private func credential(_ value: String) -> String {
        let text = redacted(value)
        let parts = text.split(separator: " ", maxSplits: 1, omittingEmptySubsequences: false)
        let hasScheme = parts.count == 2 && Self.schemes.contains(parts[0].lowercased())
        let rest = hasScheme ? String(parts[1]) : text
        guard !rest.isEmpty, !Placeholder.isOne(rest) else { return text }
        return (hasScheme ? parts[0] + " " : "") + Placeholder.secret
    }

    /// The value of `set-cookie`: a cookie, and its attributes (RFC 6265 §4.1.1).
    private func setCookie(_ value: String) -> String {
        guard let end = value.firstIndex(of: ";") else { return cookies(in: value, separatedBy: ";") }
        return cookies(in: String(value[..<end]), separatedBy: ";") + redacted(String(value[end...]))
    }

    /// Cookies, each with its name (RFC 6265 §4.2.1).
    private func cookies(in value: String, separatedBy separator: Character) -> String {
        let cookies = value.split(separator: separator, omittingEmptySubsequences: false).map { cookie -> String in
            guard !cookie.allSatisfy({ $0 == " " }) else { return String(cookie) }
            guard let end = cookie.firstIndex(of: "=") else { return Placeholder.secret }
            let text = redacted(String(cookie[cookie.index(after: end)...]))
            guard !text.isEmpty else { return redacted(String(cookie)) }
            return redacted(String(cookie[...end])) + (Placeholder.isOne(text) ? text : Placeholder.secret)
        }
        return cookies.joined(separator: String(separator))
    }
}
