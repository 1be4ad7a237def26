import JSON
import Results

extension WireReader {
    /// The exchange of the line.
    func exchange() throws(EventWireError) -> Exchange {
        Exchange(
            ordinal: try integer("ordinal"),
            step: try string("step"),
            phase: try word("phase"),
            copy: has("copy") ? try integer("copy") : nil,
            attempt: try integer("attempt"),
            operation: has("operation") ? try string("operation") : nil,
            credential: try string("credential"),
            request: try object("request").request(),
            outcome: try outcome(),
            startedAt: try instant("startedAt"),
            duration: try duration("durationNs"),
            retries: try items("retries") { reader throws(EventWireError) in
                TransportRetry(reason: try reader.string("reason"), delay: try reader.duration("delayNs"))
            }
        )
    }

    private func outcome() throws(EventWireError) -> Exchange.Outcome {
        if has("response") { return .response(try object("response").response()) }
        let failure = try object("failure")
        return .failure(TransportFailure(kind: try failure.word("kind"), message: try failure.string("message")))
    }

    private func request() throws(EventWireError) -> SentRequest {
        SentRequest(
            method: try string("method"),
            url: try string("url"),
            headers: try headers(),
            body: has("body") ? try object("body").body() : nil
        )
    }

    private func response() throws(EventWireError) -> ReceivedResponse {
        ReceivedResponse(status: try integer("status"), headers: try headers(), body: try object("body").body())
    }

    private func headers() throws(EventWireError) -> [HeaderField] {
        try items("headers") { field throws(EventWireError) in
            guard let name = field.value[0]?.stringValue, let value = field.value[1]?.stringValue else {
                throw field.error("the member '\(field.place.dropLast())' is not an array of name and value")
            }
            return HeaderField(name: name, value: value)
        }
    }

    private func body() throws(EventWireError) -> MessageBody {
        MessageBody(
            text: try string("text"),
            byteCount: try count("byteCount"),
            isTruncated: try flag("isTruncated")
        )
    }
}
