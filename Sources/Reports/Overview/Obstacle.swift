import Results

/// An operation that keeps cases from being judged: what a reader has to know first.
struct Obstacle {
    /// The sorts of obstacle.
    enum Kind {
        /// It never worked in the run.
        case broken
        /// It is not offered, and a profile demands it.
        case missing
    }

    let kind: Kind
    /// The operation's path.
    let operation: String
    /// What shows it, such as `answered 500 internal_error`.
    let evidence: String
    /// The ids of the cases that saw it, in the order of the run: blocked by it, or failed for want of it.
    let witnesses: [String]
    /// The ids of the cases that were skipped because of it, in the order of the run.
    let skipped: [String]
    /// The demanded requirements that are missing, sorted; empty for what is broken.
    let demanded: [String]
    /// The first exchange that shows it; nil when none was kept.
    let exchange: Exchange?

    /// How many cases it took down.
    var caseCount: Int { witnesses.count + skipped.count }

    /// The obstacles of a run: those that took down most cases first, then by operation.
    ///
    /// - Parameter record: the run.
    /// - Returns: the obstacles.
    static func all(in record: RunRecord) -> [Obstacle] {
        let results = record.cases.compactMap(\.result).filter { $0.cause != nil }
        let broken = Set(results.filter { $0.verdict == .skipped }.compactMap(\.cause?.operation))
        let missing = Set(results.filter { $0.verdict == .failed }.compactMap(\.cause?.operation))
        let obstacles =
            broken.map { Obstacle(.broken, $0, seenBy: .blocked, in: record) }
            + missing.map { Obstacle(.missing, $0, seenBy: .failed, in: record) }
        return obstacles.sorted { left, right in
            left.caseCount == right.caseCount
                ? left.operation < right.operation : left.caseCount > right.caseCount
        }
    }

    private init(_ kind: Kind, _ operation: String, seenBy verdict: Verdict, in record: RunRecord) {
        let records = record.cases.filter { $0.result?.cause?.operation == operation }
        let seen = records.filter { $0.result?.verdict == verdict }
        let skipped = records.filter { $0.result?.verdict == .skipped }
        self.kind = kind
        self.operation = operation
        evidence = ((kind == .broken ? skipped : seen).first?.result?.cause?.evidence) ?? ""
        witnesses = seen.map(\.header.id)
        self.skipped = kind == .broken ? skipped.map(\.header.id) : []
        demanded =
            kind == .broken ? [] : Set(seen.flatMap { $0.result?.requirements.map(\.id) ?? [] }).sorted()
        exchange = kind == .broken ? record.failure(of: operation) : nil
    }
}

extension RunRecord {
    /// The first exchange of set-up and steps in which an operation did not accept what was asked.
    fileprivate func failure(of operation: String) -> Exchange? {
        cases.lazy.flatMap(\.exchanges).first { exchange in
            let isRefused = (exchange.response?.status ?? 0) / 100 != 2
            return exchange.names.contains(operation) && [.given, .steps].contains(exchange.phase) && isRefused
                && ["own", "other-workspace", "personal-access-token"].contains(exchange.credential)
        }
    }
}

extension Exchange {
    /// What a cause calls the operation that was called: its path, that behind its method, or all of the method.
    fileprivate var names: [String] {
        operation.map { [$0, "\(request.method) \($0)", "every \(request.method)"] } ?? []
    }
}
