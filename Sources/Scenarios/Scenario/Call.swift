public import SeamContract

/// A call of the endpoint: what is sent, how often, and what is expected and kept of the answer.
public struct Call: Sendable {
    /// What is called.
    public let target: Target
    /// The HTTP method.
    public let method: Contract.Method
    /// Where ``body`` travels.
    public let placement: BodyPlacement
    /// Who asks.
    public let credential: Credential
    /// What is sent as the body; nil sends none.
    public let body: Body?
    /// Query parameters beside those of a body that travels there, in the order they were written.
    public let query: [Member<TemplatedValue>]
    /// Headers to set, or with nil to leave out, in the order they were written.
    public let headers: [Member<Template?>]
    /// How many copies are released together, each with its number from 0 as `copy`; 1 for a plain call.
    public let copies: Int
    /// How the call is repeated until its expectations hold; nil judges the first answer.
    public let polling: Polling?
    /// What is kept of the answer.
    public let saves: [Save]
    /// What is expected, in the order written; never empty.
    public let expectations: [Expectation]

    /// What a call is addressed to.
    public enum Target: Sendable {
        /// An operation of the contract.
        case operation(Contract.Operation)
        /// A path that need not be in the contract.
        case path(Template)
        /// A URL that the endpoint gave, or null for none; only asked for where it leads below the endpoint itself.
        case url(Template)
    }

    /// Where the body's members travel.
    public enum BodyPlacement: Sendable, Hashable {
        /// In the body of the message.
        case content
        /// In the query, as the SDKs do for the GET and DELETE forms of an operation (`method: alias`).
        case query
    }

    /// What is sent as the body.
    public enum Body: Sendable {
        /// A JSON value, sent as `application/json` unless a header says otherwise.
        case json(TemplatedValue)
        /// Any text, sent as it is under the content type given; nil sends no content type.
        case raw(Template, contentType: Template?)
    }

    /// A name and what belongs to it.
    public struct Member<Value: Sendable>: Sendable {
        /// The name.
        public let name: Template
        /// The value.
        public let value: Value
    }
}
