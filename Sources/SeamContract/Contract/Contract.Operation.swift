public import JSONSchema

extension Contract {
    /// One operation of the API: a path, and the methods that all do the same there.
    public struct Operation: Sendable {
        /// The path, such as `/user_identities/create`.
        public let path: String
        /// The path with dots, such as `user_identities.create`.
        public let name: String
        /// The methods, POST first when it is offered.
        public let methods: [Method]
        /// What the parameters must keep together, however they are sent; nil when the document describes none.
        public let request: Schema?
        /// The parameters by name.
        let parameters: [String: ParameterType]
        /// The names of the parameters, sorted; empty when there are none.
        public var requestProperties: [String] { parameters.keys.sorted() }
        /// Whether a call without any parameter is refused.
        public let hasRequiredParameters: Bool
        /// The documented responses, the most exact statuses first.
        public let responses: [Response]
        /// The ways to authorize a call: any one of them, each a list of security schemes that go together.
        public let security: [[String]]
        /// The member of a successful answer that holds what the operation is about; nil when there is none.
        public let responseKey: String?
        /// Whether a successful answer comes in pages.
        public let isPaginated: Bool

        /// The method beside POST that says what the operation does; nil when there is none.
        public var alias: Method? {
            methods.first { $0 != .post }
        }

        /// What a parameter holds; nil when the operation has none of that name.
        ///
        /// - Parameter name: the parameter's name.
        /// - Returns: its type.
        public func parameterType(_ name: String) -> ParameterType? {
            parameters[name]
        }

        /// The documented response for a status: an exact one, else a range, else the default; nil when there is none.
        ///
        /// - Parameter status: the status of a response.
        /// - Returns: the response.
        public func response(for status: Int) -> Response? {
            responses.first { $0.status.matches(status) }
        }
    }
}
