extension Policy {
    /// What workspaces keep from each other.
    public struct Isolation: Sendable, Hashable {
        /// The calls that reach into other workspaces; none in a correct one (WS-UI-*, WS-AU-*, WS-GRANT, WS-CURSOR).
        public var crossings: Set<Crossing> = []
        /// The values that may be taken once in each workspace (WS-UNIQ).
        public var uniquePerWorkspace = ProfileValue.unique
        /// Whether what another workspace has is refused as if it were nowhere (WS-UI-GET).
        public var refusesAsMissing = true
        /// Whether a refusal does not say which workspace has what was asked for (WS-UI-GET).
        public var hidesOwner = true

        /// A call that reaches into other workspaces by one of its parameters.
        public struct Crossing: Sendable, Hashable {
            /// The operation, such as `user_identities.get`.
            public let operation: String
            /// The parameter that finds what is elsewhere, such as `user_identity_id`.
            public let parameter: String
            /// What becomes of the call.
            public let outcome: Outcome

            /// What becomes of a call that reaches into another workspace.
            public enum Outcome: Sendable, Hashable {
                /// It is carried out there; a list holds the rows of there too.
                case carriedOut
                /// It is carried out here as if it had not named what is there.
                case accepted
            }

            /// A crossing.
            ///
            /// - Parameters:
            ///   - operation: the operation.
            ///   - parameter: the parameter that finds what is elsewhere.
            ///   - outcome: what becomes of the call.
            public init(_ operation: String, by parameter: String, _ outcome: Outcome = .carriedOut) {
                self.operation = operation
                self.parameter = parameter
                self.outcome = outcome
            }
        }
    }
}
