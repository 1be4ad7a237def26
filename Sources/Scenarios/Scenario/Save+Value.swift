public import JSON

extension Save {
    /// What there is to keep in an answer; nil when the answer has no such part.
    ///
    /// - Parameters:
    ///   - answer: the answer.
    ///   - scope: the names that a templated path uses.
    /// - Returns: the value at a singular path, the array of the values found at any other, or a header's text.
    /// - Throws: ``TemplateError`` when the path can't be worked out.
    public func value(in answer: Answer, scope: inout Scope) throws(TemplateError) -> JSONValue? {
        switch source {
        case .body(let path): try Subject(try path.path(in: &scope), in: answer.body).value
        case .header(let name): answer.header(name).map { .string($0) }
        }
    }
}

extension Answer {
    /// A header's value; several of one name are joined by commas (RFC 9110 section 5.2).
    func header(_ name: String) -> String? {
        let values = headers.filter { $0.name.lowercased() == name }.map(\.value)
        return values.isEmpty ? nil : values.joined(separator: ", ")
    }
}
