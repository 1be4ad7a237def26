extension Contract {
    /// What a parameter of an operation holds, as far as it takes to write it into a query string and to read it from one.
    public struct ParameterType: Sendable, Hashable {
        /// The JSON type that the contract gives a parameter.
        public enum Kind: String, Sendable, Hashable {
            /// A JSON type; `any` when the contract gives none or several.
            case string, integer, number, boolean, array, object, any
        }

        /// The JSON type.
        public let kind: Kind
        /// The JSON type of the items of an array; nil for everything else.
        public let items: Kind?
        /// Whether `null` is allowed.
        public let isNullable: Bool
        /// The members of an object that the contract names; empty for everything else.
        public let members: [String: ParameterType]
        /// How it is written in a query string.
        public let style: ParameterStyle

        /// A type.
        ///
        /// - Parameters:
        ///   - kind: the JSON type.
        ///   - items: the JSON type of the items of an array.
        ///   - isNullable: whether `null` is allowed.
        ///   - members: the members of an object.
        ///   - style: how it is written in a query string.
        public init(
            kind: Kind,
            items: Kind? = nil,
            isNullable: Bool = false,
            members: [String: ParameterType] = [:],
            style: ParameterStyle = .seam
        ) {
            self.kind = kind
            self.items = items
            self.isNullable = isNullable
            self.members = members
            self.style = style
        }
    }
}
