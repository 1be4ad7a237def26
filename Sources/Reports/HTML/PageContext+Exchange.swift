import Results

extension PageContext {
    /// An exchange: what was sent, what came back, and the `curl` line that sends it again.
    ///
    /// - Parameter exchange: the exchange.
    /// - Returns: the values.
    func exchange(_ exchange: Exchange) -> Values {
        var values: Values = [
            "step": [Exchange.Phase.steps.rawValue, exchange.step].contains(exchange.phase.rawValue)
                ? exchange.step : "\(exchange.phase.rawValue): \(exchange.step)",
            "method": exchange.request.method,
            "url": exchange.request.url.clipped(to: 1000),
            "took": Wording.time(exchange.duration),
            "sentHeaders": exchange.request.headers.prefix(PageBudget.headerLimit).map(field),
            "sentBodies": [exchange.request.body].compactMap(\.self).map(body),
            "curl": exchange.curlCommand,
            "attempts": exchange.retries.map { ["text": "tried again for \($0.reason.clipped(to: 200))"] },
        ]
        switch exchange.outcome {
        case .response(let response):
            values["outcome"] = String(response.status)
            values["outcomeClass"] = response.status < 400 ? "ok" : "rejected"
            values["receivedHeaders"] = response.headers.prefix(PageBudget.headerLimit).map(field)
            values["receivedBodies"] = [body(response.body)]
        case .failure(let failure):
            values["outcome"] = failure.message.clipped(to: 500)
            values["outcomeClass"] = "lost"
            values["receivedHeaders"] = [] as [Values]
            values["receivedBodies"] = [] as [Values]
        }
        return values
    }

    private func field(_ field: HeaderField) -> Values {
        ["name": field.name.clipped(to: 200), "value": field.value.clipped(to: 1000)]
    }

    /// A body, laid out when it is JSON; bounded.
    private func body(_ body: MessageBody) -> Values {
        let text = (body.layout(lineLimit: 400) + (body.isTruncated ? "…" : "")).clipped(to: PageBudget.bodyLimit)
        return ["text": text.isEmpty ? "(empty)" : text, "size": Wording.count(body.byteCount, "byte")]
    }
}
