import Redaction

extension Credentials {
    /// Checks that every credential can be sent as it is.
    ///
    /// - Throws: the first that can't stand in a header field (RFC 9110 §5.5), by its variable and never its value.
    func checkFitness() throws(EndpointError) {
        let texts = [
            ("SEAM_API_KEY", apiKey?.text), ("SEAM_PERSONAL_ACCESS_TOKEN", personalAccessToken?.text),
            ("SEAM_WORKSPACE_ID", workspaceID), ("SEAM_OTHER_API_KEY", otherAPIKey?.text),
        ]
        for (variable, text) in texts {
            guard let text, let flaw = Self.flaw(of: text) else { continue }
            throw .unfitCredential(variable: variable, flaw: flaw)
        }
    }

    /// What keeps a text from being sent in a header field as it is; nil when nothing does.
    private static func flaw(of text: String) -> String? {
        let bytes = text.utf8
        if bytes.contains(where: { $0 == 0x0A || $0 == 0x0D }) { return "a line break" }
        if bytes.contains(where: { $0 < 0x20 || $0 == 0x7F }) { return "a control character" }
        if bytes.contains(where: { $0 > 0x7F }) { return "a character outside ASCII" }
        return text.hasPrefix(" ") || text.hasSuffix(" ") ? "a space at its beginning or end" : nil
    }
}
