extension Contract {
    /// An HTTP method that an OpenAPI path item can offer.
    public enum Method: String, Sendable, Hashable, CaseIterable, CustomStringConvertible {
        /// Sends parameters as a JSON body; every operation of the Seam API takes it.
        case post = "POST"
        /// Reads, with its parameters in the query.
        case get = "GET"
        /// Adds, with its parameters as a JSON body.
        case put = "PUT"
        /// Changes, with its parameters as a JSON body.
        case patch = "PATCH"
        /// Removes, with its parameters in the query.
        case delete = "DELETE"
        /// Reads without a body in the answer.
        case head = "HEAD"
        /// Asks what may be asked.
        case options = "OPTIONS"

        /// The method as it stands in a request.
        public var description: String { rawValue }

        /// The member of an OpenAPI path item that describes the method, such as `post`.
        package var pathItemKey: String {
            switch self {
            case .post: "post"
            case .get: "get"
            case .put: "put"
            case .patch: "patch"
            case .delete: "delete"
            case .head: "head"
            case .options: "options"
            }
        }

        /// Whether parameters travel in the query instead of a body.
        public var takesQuery: Bool {
            self == .get || self == .delete || self == .head || self == .options
        }
    }
}
