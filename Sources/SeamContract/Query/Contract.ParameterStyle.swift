extension Contract {
    /// How a parameter is written in a query string.
    public enum ParameterStyle: Sendable, Hashable {
        /// As Seam's SDKs write it, where the document says nothing: arrays repeat their name, an empty array and null are
        /// `a=`, members of objects are dotted (`a.b=1`).
        ///
        /// Source: Seam's URL search params serializer; for arrays the same as OpenAPI's default.
        case seam
        /// `form`: exploded, arrays repeat their name and members of objects stand for themselves; else all is one value,
        /// joined by commas (`a=1,2`, `a=b,1,c,2`).
        ///
        /// Source: OpenAPI 3.0.3, Style Values; RFC 6570 section 3.2.8.
        case form(explodes: Bool)
        /// `spaceDelimited` and `pipeDelimited`: an array is one value, joined by that character.
        case joined(by: Character)
        /// `deepObject`: members of objects stand in brackets (`a[b]=1`).
        case deepObject
        /// `content` with a JSON type: the value is JSON (`a=%7B%7D`).
        case json

        /// Whether a server that only takes repeated names for arrays still reads it.
        public var isReadStrictly: Bool {
            switch self {
            case .seam, .json, .form(explodes: true): true
            case .form(explodes: false), .joined, .deepObject: false
            }
        }

        /// The style of a parameter.
        ///
        /// - Parameters:
        ///   - style: its `style`; nil when it has none.
        ///   - explodes: its `explode`; nil when it has none.
        ///   - hasContent: whether it has `content` instead of a schema.
        init(style: String?, explodes: Bool?, hasContent: Bool) {
            switch style {
            case _ where hasContent: self = .json
            case "spaceDelimited": self = explodes == true ? .form(explodes: true) : .joined(by: " ")
            case "pipeDelimited": self = explodes == true ? .form(explodes: true) : .joined(by: "|")
            case "deepObject": self = .deepObject
            case "form": self = .form(explodes: explodes ?? true)
            default: self = explodes == false ? .form(explodes: false) : .seam
            }
        }
    }
}
