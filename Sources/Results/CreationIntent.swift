public import Timestamps

/// A create that is about to be sent: what is needed to find what it makes again, and to show that it is ours.
public struct CreationIntent: Sendable, Hashable {
    /// A generated value that the create sends.
    public struct Value: Sendable, Hashable {
        /// The parameter that holds it.
        public let parameter: String
        /// Its text.
        public let text: String

        /// A generated value.
        ///
        /// - Parameters:
        ///   - parameter: the parameter that holds it.
        ///   - text: its text.
        public init(parameter: String, text: String) {
            self.parameter = parameter
            self.text = text
        }
    }

    /// The path of the operation, such as `/acs/users/create`.
    public let operation: String
    /// Whose credential it is sent with, in the words of the scenario language, such as `own`; never the credential itself.
    public let credential: String
    /// The seed that its generated values follow from.
    public let seed: UInt64
    /// The name that its case draws generated values under.
    public let caseID: String
    /// The generated values that it sends; empty when it sends none.
    public let values: [Value]
    /// The id of the identity that what it makes belongs to; nil when it names none.
    public let identityID: String?
    /// When it is sent, by our clock.
    public let sentAt: Timestamp
    /// Before when nothing of the run can have been created, by the endpoint's clock; nil when that is not known.
    public let begin: Timestamp?

    /// A create that is about to be sent.
    ///
    /// - Parameters:
    ///   - operation: the path of the operation.
    ///   - credential: whose credential it is sent with.
    ///   - seed: the seed that its generated values follow from.
    ///   - caseID: the name that its case draws generated values under.
    ///   - values: the generated values that it sends.
    ///   - identityID: the id of the identity that what it makes belongs to.
    ///   - sentAt: when it is sent.
    ///   - begin: before when nothing of the run can have been created.
    public init(
        operation: String,
        credential: String,
        seed: UInt64,
        caseID: String,
        values: [Value],
        identityID: String? = nil,
        sentAt: Timestamp,
        begin: Timestamp?
    ) {
        self.operation = operation
        self.credential = credential
        self.seed = seed
        self.caseID = caseID
        self.values = values
        self.identityID = identityID
        self.sentAt = sentAt
        self.begin = begin
    }
}

/// An entry of the journal: a create of which something may be left in the endpoint.
public struct JournalEntry: Sendable, Hashable {
    /// Its number in the store.
    public let number: Int64
    /// The id of the run.
    public let run: String
    /// The URL of the endpoint.
    public let endpoint: String
    /// The create.
    public let intent: CreationIntent
    /// The parameter that takes ids of what it made, such as `user_identity_id`; nil when no response showed the id.
    public let parameter: String?
    /// The id of what it made; nil when no response showed it.
    public let id: String?

    /// An entry.
    ///
    /// - Parameters:
    ///   - number: its number in the store.
    ///   - run: the id of the run.
    ///   - endpoint: the URL of the endpoint.
    ///   - intent: the create.
    ///   - parameter: the parameter that takes ids of what it made.
    ///   - id: the id of what it made.
    public init(number: Int64, run: String, endpoint: String, intent: CreationIntent, parameter: String?, id: String?) {
        self.number = number
        self.run = run
        self.endpoint = endpoint
        self.intent = intent
        self.parameter = parameter
        self.id = id
    }
}
