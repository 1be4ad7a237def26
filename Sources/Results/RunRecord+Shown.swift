extension RunRecord {
    /// How much of a body reports show at most, in bytes of UTF-8; the store keeps more.
    public static let shownBodyLimit = 8 << 10

    /// The run with no more of its bodies than reports show, so that the size of a report follows from the number of cases.
    public var shown: RunRecord {
        var record = self
        record.cutBodies()
        return record
    }
}

extension RunEvent {
    /// The event with no more of its bodies than reports show.
    public var shown: RunEvent {
        if case .exchanged(let id, let exchange) = self { .exchanged(caseID: id, exchange.shown) } else { self }
    }
}

extension Exchange {
    /// The exchange with no more of its bodies than reports show.
    var shown: Exchange {
        let limit = RunRecord.shownBodyLimit
        guard (request.body?.isLonger(than: limit) ?? false) || (response?.body.isLonger(than: limit) ?? false) else {
            return self
        }
        var exchange = self
        exchange.request = SentRequest(
            method: request.method,
            url: request.url,
            headers: request.headers,
            body: request.body?.cut(to: limit)
        )
        if case .response(let response) = outcome {
            exchange.outcome = .response(
                ReceivedResponse(status: response.status, headers: response.headers, body: response.body.cut(to: limit))
            )
        }
        return exchange
    }
}

extension MessageBody {
    fileprivate func isLonger(than limit: Int) -> Bool { text.utf8.count > limit }

    /// The body with its first so many bytes at most; no character is cut in two.
    fileprivate func cut(to limit: Int) -> MessageBody {
        guard isLonger(than: limit) else { return self }
        let end = text.utf8.index(text.startIndex, offsetBy: limit)
        // An index within a scalar counts as the one at its beginning (SE-0180).
        return MessageBody(text: String(text.unicodeScalars[..<end]), byteCount: byteCount, isTruncated: true)
    }
}
