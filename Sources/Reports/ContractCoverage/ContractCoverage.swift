public import Results
public import SeamContract

/// How much of a contract a run has exercised: of each operation the methods, statuses, parameters and fields of answers.
///
/// Exercised is what was sent or came; whether it was right is told by verdicts.
public struct ContractCoverage: Sendable {
    /// What a contract documents of one sort, and what of it a run exercised.
    public struct Share: Sendable, Hashable {
        /// What was exercised, in the order of the document.
        public let exercised: [String]
        /// What was not, in the order of the document.
        public let missing: [String]

        /// How much there is.
        public var count: Int { exercised.count + missing.count }
    }

    /// One operation.
    public struct Row: Sendable, Hashable {
        /// The path.
        public let operation: String
        /// How often it was called.
        public let callCount: Int
        /// The methods, such as `POST`.
        public let methods: Share
        /// The statuses as the contract writes them, such as `200` or `4XX`.
        public let statuses: Share
        /// The parameters in body and query by their places, such as `/user_identity_ids`.
        public let parameters: Share
        /// The fields of answers by status and place, such as `200 /acs_users/*/errors`.
        public let fields: Share
        /// The statuses that came though the contract does not have them, sorted.
        public let otherStatuses: [Int]
    }

    /// The operations of the contract, sorted by path.
    public let rows: [Row]

    /// The coverage of a contract.
    ///
    /// - Parameters:
    ///   - contract: the contract.
    ///   - exercises: what a run asked of operations, and what they answered; those of other operations are left out.
    /// - Throws: ``ContractError`` when a part of the contract that no call needs can't be followed.
    public init(of contract: Contract, by exercises: [OperationExercise]) throws {
        let known = Dictionary(exercises.map { ($0.operation, $0) }) { first, _ in first }
        var schemasLeft = OutlineBounds.schemasOfContract
        rows = try contract.operations.map { operation in
            Row(operation, try contract.outline(of: operation, schemasLeft: &schemasLeft), known[operation.path])
        }
    }
}

extension ContractCoverage.Row {
    /// The row of an operation.
    ///
    /// - Parameters:
    ///   - operation: the operation.
    ///   - outline: what the contract says of it.
    ///   - exercise: what the run saw of it; nil when it was not called.
    fileprivate init(
        _ operation: Contract.Operation,
        _ outline: OperationOutline,
        _ exercise: OperationExercise?
    ) {
        let answers = exercise?.answers ?? []
        let statuses = outline.responses.map(\.status)
        let came = answers.map { (status: operation.response(for: $0.status)?.status.description, fields: $0.fields) }
        let fields = Set(came.flatMap { answer in answer.fields.map { "\(answer.status ?? "") \($0)" } })
        self.init(
            operation: operation.path,
            callCount: exercise?.callCount ?? 0,
            methods: .init(operation.methods.map(\.rawValue), exercised: Set(exercise?.methods ?? [])),
            statuses: .init(statuses, exercised: Set(came.compactMap(\.status))),
            parameters: .init(
                outline.parameters?.places ?? [],
                exercised: Set(exercise?.parameters ?? [])
            ),
            fields: .init(
                outline.responses.flatMap { response in
                    (response.body?.places ?? []).map { "\(response.status) \($0)" }
                },
                exercised: fields
            ),
            otherStatuses: answers.map(\.status).filter { operation.response(for: $0) == nil }
        )
    }
}

extension ContractCoverage.Share {
    /// A share of what is documented.
    fileprivate init(_ documented: [String], exercised: Set<String>) {
        self.init(
            exercised: documented.filter(exercised.contains),
            missing: documented.filter { !exercised.contains($0) }
        )
    }
}
