/// A JSONPath query (RFC 9535), such as `$.user_identities[?@.email_address == null].user_identity_id`.
///
/// A query is read once and asked often. Queries of filters are checked for their types when they are read: what is not
/// well-typed (RFC 9535 section 2.4.3) is an error of syntax here.
public struct JSONPath: Sendable, CustomStringConvertible {
    /// The query as it was written.
    public let description: String
    let query: Query

    /// Reads a query.
    ///
    /// - Parameter text: the query, without space around it.
    /// - Throws: what is wrong in the text, and where.
    public init(_ text: String) throws(JSONPathSyntaxError) {
        var parser = JSONPathParser(text)
        query = try parser.path()
        description = text
    }

    /// Whether the query can find at most one node, whatever the value: it has only names and indices.
    public var isSingular: Bool {
        query.isSingular
    }

    /// The nodes that the query selects, in the order of RFC 9535; one that is selected twice is there twice.
    ///
    /// - Parameter value: the value that `$` stands for.
    /// - Returns: the nodes; empty when it selects none.
    /// - Throws: ``JSONPathExhaustion`` when it looks at too many places of the value.
    public func nodes(in value: JSONValue) throws(JSONPathExhaustion) -> [Node] {
        var evaluator = JSONPathEvaluator(root: value)
        return try evaluator.nodes(of: query, current: value)
    }
}

extension JSONPath: Hashable {
    /// Whether both were written alike.
    public static func == (left: JSONPath, right: JSONPath) -> Bool {
        left.description.hasSameScalars(as: right.description)
    }

    /// Feeds the text.
    public func hash(into hasher: inout Hasher) {
        description.hashScalars(into: &hasher)
    }
}
