/// One sentence that an endpoint must, should or may keep.
public struct Requirement: Sendable, Hashable, Identifiable {
    /// How we know of a requirement.
    public enum Evidence: String, Sendable, Hashable, CaseIterable {
        /// A published text says so.
        case documented
        /// It follows from published texts.
        case implied
        /// Official client libraries do not work without it.
        case clients
        /// The web framework that Seam publishes behaves so.
        case framework
        /// The public stand-in server behaves so.
        case observed

        /// The strongest level that such evidence carries: what was only seen in code binds nobody.
        public var strongestLevel: Level {
            switch self {
            case .documented, .implied, .clients: .must
            case .framework, .observed: .should
            }
        }
    }

    /// Its name for ever, in capitals, such as `UI-UNIQ-EMAIL`.
    public let id: String
    /// How binding it is.
    public let level: Level
    /// What it is about, such as `user-identities`: the name of its file in the catalogue.
    public let area: String
    /// The sentence.
    public let statement: String
    /// Where it comes from: tags of the sources that the catalogue's files explain, with places in them.
    public let source: String
    /// How we know of it.
    public let evidence: Evidence
    /// The day since when it holds, as `YYYY-MM-DD`; nil means from the beginning.
    public let since: String?
    /// The parts of response schemas whose breach is a breach of this requirement.
    ///
    /// `user_identity` is a component, `user_identity.errors` a member of one, and `.ok` a member of the response itself;
    /// `user_identity.created_at#format` is a breach of that keyword there, `acs_user.email#null` a null not allowed there.
    public let schemas: [String]
    /// Why no scenario proves it; nil when one must.
    public let notTested: String?

    /// A requirement.
    ///
    /// - Parameters:
    ///   - id: its name for ever, in capitals.
    ///   - level: how binding it is.
    ///   - area: what it is about.
    ///   - statement: the sentence.
    ///   - source: where it comes from.
    ///   - evidence: how we know of it.
    ///   - since: the day since when it holds; nil means from the beginning.
    ///   - schemas: the parts of response schemas whose breach is a breach of it.
    ///   - notTested: why no scenario proves it; nil when one must.
    public init(
        id: String,
        level: Level,
        area: String,
        statement: String,
        source: String,
        evidence: Evidence,
        since: String? = nil,
        schemas: [String] = [],
        notTested: String? = nil
    ) {
        self.id = id
        self.level = level
        self.area = area
        self.statement = statement
        self.source = source
        self.evidence = evidence
        self.since = since
        self.schemas = schemas
        self.notTested = notTested
    }
}
