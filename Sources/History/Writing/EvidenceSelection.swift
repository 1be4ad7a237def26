import Results

/// Which exchanges of a run are kept as evidence.
///
/// Rule: all exchanges of a case that did not pass or did not end; of one that passed, those that were retried on the
/// wire, and the first that shows an operation which the run has not shown yet.
struct EvidenceSelection {
    private var shown: Set<String> = []

    /// The exchanges of a case that are kept; the next case's depend on them.
    ///
    /// - Parameter record: a case, in the order in which the cases end.
    /// - Returns: the exchanges, in their order.
    mutating func exchanges(of record: CaseRecord) -> [Exchange] {
        if record.result?.verdict != .passed { return record.exchanges }
        return record.exchanges.filter { exchange in
            let isSample = exchange.operation.map { shown.insert($0).inserted } ?? false
            return isSample || !exchange.retries.isEmpty
        }
    }
}
