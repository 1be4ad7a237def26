import JSONSchema
package import SeamContract

/// Holds recorded exchanges against a contract.
package struct TrafficJudge: Sendable {
    private let contract: Contract
    /// What URLs must begin with; nil when any host will do.
    private let root: URIReference?

    /// A judge.
    ///
    /// - Parameters:
    ///   - contract: the contract.
    ///   - endpoint: the URL below which the operations are; nil takes the paths of all URLs, whatever their host.
    package init(contract: Contract, endpoint: String?) {
        self.contract = contract
        root = endpoint.map(URIReference.init)
    }

    /// Judges one exchange.
    ///
    /// A request that breaks the contract is no fault when it was refused with a 4xx.
    /// - Parameter exchange: the exchange.
    /// - Returns: the verdict.
    package func verdict(on exchange: RecordedExchange) -> TrafficVerdict {
        let url = URIReference(exchange.url)
        guard let operation = path(of: url).flatMap({ contract[$0] }), isCall(exchange.method, of: operation) else {
            return verdict(on: exchange, .unmatched)
        }
        guard let status = exchange.status else { return verdict(on: exchange, .unanswered, operation) }
        let request = operation.judgement(
            ofRequest: exchange.request,
            query: url.query ?? "",
            method: exchange.method,
            contentType: exchange.requestType
        )
        let body = exchange.method == "HEAD" ? .unknown("a response to HEAD has no body") : exchange.response
        let response = operation.judgement(ofResponse: body, status: status, contentType: exchange.responseType)
        let isRefused = !request.isKept && (400...499).contains(status)
        let isKept = response.isKept && (request.isKept || isRefused)
        return TrafficVerdict(
            exchange: exchange,
            operation: operation.path,
            request: request,
            response: response,
            isRefused: isRefused,
            outcome: isKept ? .kept : .broken
        )
    }

    /// Whether a method is meant as a call: one of the operation's, or another one that acts.
    ///
    /// What browsers ask before a call from another site, `OPTIONS`, is none.
    private func isCall(_ method: String, of operation: Contract.Operation) -> Bool {
        guard let method = Contract.Method(rawValue: method) else { return false }
        return operation.methods.contains(method) || (method != .options && method != .head)
    }

    /// The path of a URL below the endpoint; nil when it lies elsewhere.
    private func path(of url: URIReference) -> String? {
        guard let root else { return url.path }
        let prefix = root.path.hasSuffix("/") ? String(root.path.dropLast()) : root.path
        guard url.scheme?.lowercased() == root.scheme?.lowercased(),
            url.authority?.lowercased() == root.authority?.lowercased(), url.path.hasPrefix(prefix + "/")
        else { return nil }
        return String(url.path.dropFirst(prefix.count))
    }

    /// The verdict on an exchange that is not judged.
    private func verdict(
        on exchange: RecordedExchange,
        _ outcome: TrafficVerdict.Outcome,
        _ operation: Contract.Operation? = nil
    ) -> TrafficVerdict {
        TrafficVerdict(
            exchange: exchange,
            operation: operation?.path,
            request: nil,
            response: nil,
            isRefused: false,
            outcome: outcome
        )
    }
}
