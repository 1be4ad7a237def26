import Foundation
import GRDB
import Results
import Timestamps

extension RowReader {
    /// The exchange in a row that carries its bodies in the columns `sent…` and `received…`.
    ///
    /// - Parameter row: the row.
    /// - Returns: the exchange.
    /// - Throws: `StoreError`.
    func exchange(_ row: Row) throws -> Exchange {
        guard let retries = try ColumnJSON.retries(row["retries"]) else {
            throw damage("column retries of an exchange")
        }
        return try Exchange(
            ordinal: row["ordinal"],
            step: row["step"],
            phase: word(row, "phase"),
            copy: row["copy"],
            attempt: row["attempt"],
            operation: row["operation"],
            credential: row["credential"],
            request: SentRequest(
                method: row["method"],
                url: row["url"],
                headers: headers(row, "requestHeaders"),
                body: body(row, "sent")
            ),
            outcome: outcome(row),
            startedAt: Timestamp(nanoseconds: row["startedAt"]),
            duration: .nanoseconds(row["duration"] as Int64),
            retries: retries
        )
    }

    private func outcome(_ row: Row) throws -> Exchange.Outcome {
        guard let status = try row["status"] as Int? else {
            return try .failure(TransportFailure(kind: word(row, "failureKind"), message: row["failureMessage"]))
        }
        guard let body = try body(row, "received") else { throw damage("a response without a body") }
        return .response(
            ReceivedResponse(status: status, headers: try headers(row, "responseHeaders"), body: body)
        )
    }

    private func headers(_ row: Row, _ column: String) throws -> [HeaderField] {
        guard let headers = try ColumnJSON.headers(row[column]) else { throw damage("column \(column) of an exchange") }
        return headers
    }

    private func body(_ row: Row, _ side: String) throws -> MessageBody? {
        guard let bytes = try row[side + "Content"] as Data? else { return nil }
        let content = BodyContent(bytes: bytes, expandedCount: try row[side + "Expanded"])
        guard let text = content.text else { throw damage("a body that can't be expanded") }
        return try MessageBody(text: text, byteCount: count(row, side + "Bytes"), isTruncated: row[side + "Cut"])
    }
}
