import Redaction
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

    /// The body of a message without secrets, kept up to a limit.
    ///
    /// - Parameters:
    ///   - bytes: the body as it was on the wire.
    ///   - limit: how many of its bytes are kept.
    /// - Returns: the body.
    func body(_ bytes: [UInt8], limit: Int) -> MessageBody {
        MessageBody(
            text: beginning(of: bytes, limit: limit),
            byteCount: bytes.count,
            isTruncated: bytes.count > limit
        )
    }

    private func redacted(_ headers: [HeaderField]) -> [HeaderField] {
        headers.map { field in
            let (name, value) = header(field.name, field.value)
            return HeaderField(name: name, value: value)
        }
    }
}
