import GRDB
import Results
import SeamContract
import Timestamps

extension RowWriter {
    /// Writes an exchange and its bodies.
    ///
    /// - Parameters:
    ///   - exchange: the exchange.
    ///   - row: the row of its case.
    /// - Throws: an error of the database.
    func write(_ exchange: Exchange, ofCase row: Int64) throws {
        try insert(
            into: "exchange",
            [
                "runCase": row,
                "ordinal": exchange.ordinal,
                "step": exchange.step.storable,
                "phase": exchange.phase.rawValue,
                "copy": exchange.copy,
                "attempt": exchange.attempt,
                "operation": exchange.operation?.storable,
                "credential": exchange.credential.storable,
                "startedAt": exchange.startedAt.nanoseconds,
                "duration": exchange.duration.wholeNanoseconds,
                "retries": ColumnJSON.text(exchange.retries),
                "method": exchange.request.method.storable,
                "url": exchange.request.url.storable,
                "requestHeaders": ColumnJSON.text(exchange.request.headers),
                "requestBody": try exchange.request.body.map { try self.row(of: $0) },
                "status": exchange.response?.status,
                "responseHeaders": exchange.response.map { ColumnJSON.text($0.headers) },
                "responseBody": try exchange.response.map { try self.row(of: $0.body) },
                "failureKind": exchange.failure?.kind.rawValue,
                "failureMessage": exchange.failure?.message.storable,
            ]
        )
    }

    /// The row of a body, which is made when there is no equal one.
    private func row(of body: MessageBody) throws -> Int64 {
        let content = BodyContent(body.text)
        let hash = Int64(bitPattern: StableHash(body.text).value)
        let equal = try Int64.fetchOne(
            database.cachedStatement(
                sql: """
                    SELECT id FROM body WHERE hash = ? AND content = ? AND expandedCount IS ? AND byteCount = ?
                        AND isTruncated = ?
                    """
            ),
            arguments: [hash, content.bytes, content.expandedCount, body.byteCount, body.isTruncated]
        )
        return try equal
            ?? insert(
                into: "body",
                [
                    "hash": hash, "content": content.bytes, "expandedCount": content.expandedCount,
                    "byteCount": body.byteCount, "isTruncated": body.isTruncated,
                ]
            )
    }
}
