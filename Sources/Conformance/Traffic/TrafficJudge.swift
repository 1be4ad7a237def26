import JSONSchema
package import SeamContract

/// Holds recorded exchanges against a contract.
package struct TrafficJudge: Sendable {
    private let contract: Contract
    /// What URLs must begin with; nil when any host will do.
    private let root: RecordedLocation?

    /// A judge.
    ///
    /// - Parameters:
    ///   - contract: the contract.
    ///   - endpoint: the URL below which the operations are; nil takes the paths of all URLs, whatever their host.
    package init(contract: Contract, endpoint: String?) {
        self.contract = contract
        root = endpoint.map(RecordedLocation.init)
    }

    /// Whether a text can be the endpoint: a URL of HTTP with a host.
    ///
    /// - Parameter text: the text.
    /// - Returns: whether it can.
    package static func isEndpoint(_ text: String) -> Bool {
        let origin = RecordedLocation(text).origin ?? ""
        return origin.hasPrefix("http://") || origin.hasPrefix("https://")
    }

    /// Judges one exchange.
    ///
    /// A request that breaks the contract is no fault when it was refused with a 4xx.
    /// - Parameter exchange: the exchange.
    /// - Returns: the verdict.
    package func verdict(on exchange: RecordedExchange) -> TrafficVerdict {
        let url = exchange.location
        guard let operation = path(of: url).flatMap({ contract.operation(at: $0) }),
            isCall(exchange.method, of: operation)
        else {
            return verdict(on: exchange, .unmatched)
        }
        guard let status = exchange.status else { return verdict(on: exchange, .unanswered, operation) }
        let request = operation.judgement(
            ofRequest: exchange.request,
            query: url.reference.query ?? "",
            method: exchange.method,
            contentType: exchange.requestType
        )
        let response = response(of: exchange, status: status, operation)
        let isRefused = !request.isKept && (400...499).contains(status)
        let isKept = response.isKept && (request.isKept || isRefused)
        return TrafficVerdict(
            exchange: exchange,
            operation: operation.path,
            request: request,
            response: response,
            isRefused: isRefused,
            outcome: !isKept ? .broken : isUnread(exchange, response) ? .unjudged : .kept
        )
    }

    /// Whether the response should have had a body that could be judged, and it was not recorded.
    private func isUnread(_ exchange: RecordedExchange, _ response: ContractJudgement) -> Bool {
        guard case .unknown(let reason) = exchange.response else { return false }
        return response.remarks.contains(reason)
    }

    /// What the response has shown.
    private func response(
        of exchange: RecordedExchange,
        status: Int,
        _ operation: Contract.Operation
    ) -> ContractJudgement {
        if status == 304, exchange.isConditional {
            var judgement = ContractJudgement()
            judgement.isJudged = false
            judgement.remarks.append("nothing had changed since the client asked before, so there is no body")
            return judgement
        }
        let body = exchange.method == "HEAD" ? .unknown("a response to HEAD has no body") : exchange.response
        return operation.judgement(ofResponse: body, status: status, contentType: exchange.responseType)
    }

    /// Whether a method is meant as a call: one of the operation's, or another one that acts.
    ///
    /// What browsers ask before a call from another site, `OPTIONS`, is none.
    private func isCall(_ method: String, of operation: Contract.Operation) -> Bool {
        guard let method = Contract.Method(rawValue: method) else { return false }
        return operation.methods.contains(method) || (method != .options && method != .head)
    }

    /// The path of a URL below the endpoint; nil when it lies elsewhere.
    private func path(of url: RecordedLocation) -> String? {
        let path = url.reference.path
        guard let root else { return path }
        let base = root.reference.path
        let prefix = base.hasSuffix("/") ? String(base.dropLast()) : base
        guard url.origin == root.origin, path.hasPrefix(prefix + "/") else { return nil }
        return String(path.dropFirst(prefix.count))
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
