extension Reply {
    /// What a right response to a list without items holds.
    static let emptyList =
        #"{"user_identities":[],"pagination":{"has_next_page":false,"next_page_cursor":null,"next_page_url":null},"ok":true}"#

    /// Sends a status line, these header lines behind the usual ones, and a body.
    ///
    /// - Parameters:
    ///   - lines: the header lines, each without its line end; none says the length of the body.
    ///   - statusLine: the status line, without its line end.
    ///   - body: the body; nothing says its length but a line.
    ///   - ending: how the connection ends.
    /// - Returns: the reply.
    static func raw(
        _ lines: [String],
        statusLine: String = "HTTP/1.1 200 OK",
        body: String = emptyList,
        then ending: Ending = .closes
    ) -> Reply {
        .sends([.text(head(lines, statusLine: statusLine) + body)], then: ending)
    }

    /// Sends a response that is framed as it should be.
    ///
    /// - Parameters:
    ///   - statusLine: the status line, without its line end.
    ///   - lines: further header lines, each without its line end.
    ///   - body: the body.
    /// - Returns: the reply.
    static func response(
        _ statusLine: String = "HTTP/1.1 200 OK",
        _ lines: [String] = [],
        body: String = emptyList
    ) -> Reply {
        raw(["content-length: \(body.utf8.count)"] + lines, statusLine: statusLine, body: body)
    }

    /// Sends a head and then pieces.
    static func pieces(
        _ statusLine: String,
        _ lines: [String],
        _ pieces: [Piece],
        then ending: Ending = .closes
    ) -> Reply {
        .sends([.text(head(lines, statusLine: statusLine))] + pieces, then: ending)
    }

    /// A status line and header lines, with the empty line behind them.
    static func head(_ lines: [String], statusLine: String = "HTTP/1.1 200 OK") -> String {
        let usual = ["content-type: application/json", "seam-request-id: r1", "connection: close"]
        return ([statusLine] + usual + lines + ["", ""]).joined(separator: "\r\n")
    }
}
