/// What became of one recorded exchange.
package struct TrafficVerdict: Sendable {
    /// The possible outcomes, the best first.
    package enum Outcome: String, Sendable, Hashable, CaseIterable {
        /// It keeps the contract, as far as that can be told.
        case kept
        /// Nothing is wrong with it as far as it can be told, but the body of its response was not recorded.
        case unjudged
        /// It breaks the contract.
        case broken
        /// Its URL or method is none of the contract, so it was not judged.
        case unmatched
        /// It has no response, so it was not judged.
        case unanswered
    }

    /// The exchange.
    package let exchange: RecordedExchange
    /// The path of the operation; nil when it is none.
    package let operation: String?
    /// What its request has shown; nil when it was not judged.
    package let request: ContractJudgement?
    /// What its response has shown; nil when it was not judged.
    package let response: ContractJudgement?
    /// Whether the request breaks the contract and was refused for it, which is as it should be.
    package let isRefused: Bool
    /// What became of it.
    package let outcome: Outcome
}
