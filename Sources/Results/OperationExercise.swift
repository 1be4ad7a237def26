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

        /// The answers with one status.
        ///
        /// - Parameters:
        ///   - status: the status.
        ///   - fields: the members that some answer had, sorted.
        public init(status: Int, fields: [String]) {
            self.status = status
            self.fields = fields
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
