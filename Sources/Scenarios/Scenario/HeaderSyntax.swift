import JSON

/// What a header field may be made of.
///
/// Source: RFC 9110 §5.1 and §5.5.
enum HeaderSyntax {
    /// What a header name is made of, for messages.
    static let nameRule = "write letters, digits and '-'"
    /// What a header value is made of, for messages.
    static let valueRule = "a header value has no line breaks and no other control characters but tabs"

    /// Whether a text can be the name of a header: a token.
    static func isName(_ text: String) -> Bool {
        !text.isEmpty && text.utf8.allSatisfy { isTokenCharacter($0) }
    }

    /// Whether a text can be the value of a header.
    static func isValue(_ text: String) -> Bool {
        text.unicodeScalars.allSatisfy { $0 == "\t" || $0.properties.generalCategory != .control }
    }

    private static func isTokenCharacter(_ byte: UInt8) -> Bool {
        let scalar = Unicode.Scalar(byte)
        let isAlphanumeric = "a"..."z" ~= scalar || "A"..."Z" ~= scalar || "0"..."9" ~= scalar
        return isAlphanumeric || "!#$%&'*+-.^_`|~".unicodeScalars.contains(scalar)
    }
}

extension Template {
    /// The text with all places filled in, as the name of a header.
    ///
    /// - Parameter scope: the names.
    /// - Returns: the name.
    /// - Throws: ``TemplateError`` when a template has no value, or one that no header name has.
    func headerName(in scope: inout Scope) throws(TemplateError) -> String {
        let name = try text(in: &scope)
        if HeaderSyntax.isName(name) { return name }
        let message = "\(JSONValue.string(name).excerpt) is no header name (\(HeaderSyntax.nameRule))"
        throw TemplateError(template: description, message: message)
    }

    /// The text with all places filled in, as the value of a header.
    ///
    /// - Parameter scope: the names.
    /// - Returns: the value.
    /// - Throws: ``TemplateError`` when a template has no value, or one that no header can have.
    func headerValue(in scope: inout Scope) throws(TemplateError) -> String {
        let value = try text(in: &scope)
        if HeaderSyntax.isValue(value) { return value }
        let message = "\(JSONValue.string(value).excerpt) can't be sent in a header (\(HeaderSyntax.valueRule))"
        throw TemplateError(template: description, message: message)
    }
}
