public import JSONSchema

extension Contract {
    /// A documented response of an operation.
    public struct Response: Sendable {
        /// Which statuses it stands for.
        public let status: StatusPattern
        /// The media types of its body, sorted; empty when the document describes no body.
        public let contentTypes: [String]
        /// What its JSON body must keep; nil when the document does not say.
        public let schema: Schema?
    }
}
