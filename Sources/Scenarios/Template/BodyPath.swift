public import JSON

/// A JSONPath into the body of an answer, in which templates may stand:
/// `$.acs_users[?@.acs_user_id == '${first}'].email_address`.
public struct BodyPath: Sendable, CustomStringConvertible {
    /// The text.
    private let template: Template
    /// The path; nil when templates must be filled in first.
    let fixed: JSONPath?

    /// The path as written.
    public var description: String { template.description }

    /// A path.
    ///
    /// - Parameter template: the text; what is filled in for a template stands in the path as it is.
    /// - Throws: `JSONPathSyntaxError` when it can't be a path whatever is filled in.
    init(_ template: Template) throws(JSONPathSyntaxError) {
        self.template = template
        let sample = template.parts.map { if case .text(let text) = $0 { text } else { "0" } }.joined()
        let path = try JSONPath(sample)
        fixed = template.isLiteral ? path : nil
    }

    /// The path with its templates filled in.
    ///
    /// - Parameter scope: the names.
    /// - Returns: the path.
    /// - Throws: ``TemplateError`` when a template has no value, or one that breaks the path.
    public func path(in scope: inout Scope) throws(TemplateError) -> JSONPath {
        if let fixed { return fixed }
        let text = try template.text(in: &scope)
        do {
            return try JSONPath(text)
        } catch {
            throw TemplateError(template: description, message: "'\(text)' is no JSONPath: \(error)")
        }
    }

    /// The templates' names.
    var names: [String] { template.names }
}
