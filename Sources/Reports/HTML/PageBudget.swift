import Results

/// How much one page shows, so that a browser still opens it: a page of a run in which all breaks stays below 100 MiB.
struct PageBudget {
    /// How many problems are shown in full.
    static let problemLimit = 300
    /// How many findings of one case are shown.
    static let findingLimit = 50
    /// How many exchanges of one case are shown.
    static let exchangeLimit = 50
    /// How many header fields of a message are shown.
    static let headerLimit = 100
    /// How many characters of a body are shown.
    static let bodyLimit = 8000
    /// How many bytes of findings and exchanges all cases together are shown with; markup comes on top.
    static let caseBytes = 16 << 20

    /// The ids of the cases that are shown with their exchanges and all findings within the limits.
    private let full: Set<String>

    /// The budget of a run.
    ///
    /// - Parameter cases: the cases that did not pass, in the order of the page.
    init(_ cases: [CaseRecord]) {
        var rest = Self.caseBytes
        full = cases.reduce(into: []) { full, record in
            let cost = Self.cost(of: record)
            guard cost <= rest else { return }
            rest -= cost
            full.insert(record.header.id)
        }
    }

    /// Whether a case is shown in full.
    ///
    /// - Parameter record: the case.
    /// - Returns: whether it is; of another, one finding is shown.
    func isShown(_ record: CaseRecord) -> Bool { full.contains(record.header.id) }

    private static func cost(of record: CaseRecord) -> Int {
        let findings = record.findings.prefix(findingLimit).reduce(0) { sum, finding in
            sum + [finding.message, finding.expected, finding.actual, finding.place].reduce(300) { $0 + size($1) }
        }
        return record.exchanges.prefix(exchangeLimit).reduce(findings) { $0 + cost(of: $1) }
    }

    private static func cost(of exchange: Exchange) -> Int {
        let fields =
            exchange.request.headers.prefix(headerLimit) + (exchange.response?.headers.prefix(headerLimit) ?? [])
        let headers = fields.reduce(0) { $0 + min(200, $1.name.utf8.count) + min(1000, $1.value.utf8.count) }
        // What is sent is shown twice, the second time in the line for curl.
        let sent = exchange.request.body?.text.utf8.count ?? 0
        let received = exchange.response?.body.text.utf8.count ?? 0
        return 500 + headers + 2 * min(bodyLimit, sent) + min(bodyLimit, received)
    }

    private static func size(_ text: String) -> Int { min(1000, text.utf8.count) }
}
