import Results

extension Redactor {
    /// A request as it is kept.
    func sent(_ request: OutgoingRequest, limit: Int) -> SentRequest {
        SentRequest(
            method: request.method,
            url: redacted(request.url),
            headers: redacted(request.headers),
            body: request.body.map { body($0, limit: limit) }
        )
    }

    /// What came of a request as it is kept.
    func outcome(_ result: Result<IncomingResponse, DeliveryFailure>, limit: Int) -> Exchange.Outcome {
        switch result {
        case .success(let response):
            .response(
                ReceivedResponse(
                    status: response.status,
                    headers: redacted(response.headers),
                    body: body(response.body, limit: limit)
                )
            )
        case .failure(let failure):
            .failure(TransportFailure(kind: failure.failure.kind, message: excerpt(failure.failure.message)))
        }
    }

    /// Header fields without secrets: whatever is shown as a credential is replaced, its own token's shape or not.
    private func redacted(_ headers: [HeaderField]) -> [HeaderField] {
        headers.map { field in
            let value = redacted(field.value)
            guard Self.credentialNames.contains(field.name.lowercased()), value == field.value, !value.isEmpty else {
                return HeaderField(name: field.name, value: value)
            }
            let scheme = value.split(separator: " ", maxSplits: 1).dropLast().map { $0 + " " }.joined()
            return HeaderField(name: field.name, value: scheme + Self.placeholder)
        }
    }

    /// The header fields that hold credentials.
    static let credentialNames: Set<String> = [
        "authorization", "proxy-authorization", "cookie", "set-cookie", "seam-api-key", "seam-publishable-key",
        "client-session-token", "seam-client-session-token", "x-api-key",
    ]
}
