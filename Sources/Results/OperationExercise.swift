/// What the cases of a run asked of one operation, and what it answered: what the run knows of, not whether it was right.
///
/// Places are JSON Pointers in which items are `*`, such as `/acs_users/*/errors`.
public struct OperationExercise: Sendable, Hashable {
    /// The answers with one status.
    public struct Answer: Sendable, Hashable {
        /// The status.
        public let status: Int
        /// The members that some answer had, sorted.
        public let fields: [String]
        /// What their fields held, as far as it is of a kind that a contract settles; nil when nobody looked.
        public let values: FieldValues?

        /// The answers with one status.
        ///
        /// - Parameters:
        ///   - status: the status.
        ///   - fields: the members that some answer had, sorted.
        ///   - values: what their fields held.
        public init(status: Int, fields: [String], values: FieldValues? = nil) {
            self.status = status
            self.fields = fields
            self.values = values
        }
    }

    /// What the fields of answers held, as far as it is of a kind that a contract settles.
    public struct FieldValues: Sendable, Hashable {
        /// The places that were null in some answer, sorted.
        public let nulls: [String]
        /// The texts of each enumeration, sorted, by its place.
        ///
        /// Enumerations are what the contract gives a list of values for, and the type of an error.
        public let words: [String: [String]]

        /// What fields held.
        ///
        /// - Parameters:
        ///   - nulls: the places that were null in some answer, sorted.
        ///   - words: the texts of each enumeration, sorted, by its place.
        public init(nulls: [String] = [], words: [String: [String]] = [:]) {
            self.nulls = nulls
            self.words = words
        }
    }

    /// The path of the operation in the contract.
    public let operation: String
    /// How many requests were sent, transport retries left out.
    public let callCount: Int
    /// The methods that it was asked by, sorted.
    public let methods: [String]
    /// The parameters that some request had, in its body or query, sorted.
    public let parameters: [String]
    /// The answers, by status; empty when none arrived.
    public let answers: [Answer]

    /// An exercise.
    ///
    /// - Parameters:
    ///   - operation: the path of the operation.
    ///   - callCount: how many requests were sent.
    ///   - methods: the methods that it was asked by, sorted.
    ///   - parameters: the parameters that some request had, sorted.
    ///   - answers: the answers, by status.
    public init(
        operation: String,
        callCount: Int,
        methods: [String],
        parameters: [String],
        answers: [Answer]
    ) {
        self.operation = operation
        self.callCount = callCount
        self.methods = methods
        self.parameters = parameters
        self.answers = answers
    }
}
