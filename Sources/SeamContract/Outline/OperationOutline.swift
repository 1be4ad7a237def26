/// An operation of a contract as a person wants to read it.
public struct OperationOutline: Sendable, Hashable {
    /// What an operation answers with a status.
    public struct Response: Sendable, Hashable {
        /// The status as the document writes it: `200`, `4XX`, `default`.
        public let status: String
        /// What the document says of it; nil when it says nothing.
        public let text: String?
        /// The media types of its body, sorted; empty when the document describes no body.
        public let contentTypes: [String]
        /// The JSON body; nil when the document does not say what is in it.
        public let body: ValueOutline?
    }

    /// A parameter that travels neither in a body nor in the query.
    public struct OtherParameter: Sendable, Hashable {
        /// Where it travels: `path`, `header` or `cookie`.
        public let location: String
        /// The parameter.
        public let field: FieldOutline
    }

    /// What it is called and what it does.
    public let head: OperationHead
    /// The ways to authorize a call: any one of them, each a list of security schemes that go together.
    public let security: [[String]]
    /// The parameters: the members of the body, and those of the query alone; nil when there are none.
    public let parameters: ValueOutline?
    /// The parameters that travel neither in a body nor in the query.
    public let otherParameters: [OtherParameter]
    /// The member of a successful answer that holds what the operation is about; nil when there is none.
    public let responseKey: String?
    /// What it answers, by status.
    public let responses: [Response]
    /// Whether parts are left out because the schemas have too many.
    public let isCut: Bool
}

/// What an operation is called and what it does.
public struct OperationHead: Sendable, Hashable {
    /// The path, such as `/user_identities/create`.
    public let path: String
    /// The path with dots.
    public let name: String
    /// The methods, POST first when it is offered.
    public let methods: [Contract.Method]
    /// What it does, in one line; nil when the document does not say, or repeats the path.
    public let summary: String?
    /// What it does; nil when the document does not say.
    public let text: String?
    /// Whether it should no longer be used.
    public let isDeprecated: Bool
    /// What else the document says of it as a whole, such as `deprecated: use another`; mostly empty.
    public let notes: [String]
}
