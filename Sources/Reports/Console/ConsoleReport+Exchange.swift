import JSON
import Results

extension ConsoleReport {
    /// An exchange: what was sent, what came back, and the `curl` line that sends it again.
    ///
    /// - Parameter exchange: the exchange.
    /// - Returns: the lines.
    func lines(of exchange: Exchange) -> [String] {
        let request = exchange.request
        var lines = ["  " + ink.paint("→ ", .cyan) + "\(request.method) \(request.url)".visible(upTo: 300)]
        if let body = request.body { lines += self.lines(of: body) }
        switch exchange.outcome {
        case .response(let response):
            let type = response.header("content-type").map { ", " + $0.visible(upTo: 100) } ?? ""
            let figures =
                "\(type), \(Wording.count(response.body.byteCount, "byte")), \(Wording.time(exchange.duration))"
            lines.append("  " + ink.paint("← ", .cyan) + "\(response.status)" + ink.paint(figures, .faint))
            lines += self.lines(of: response.body)
        case .failure(let failure):
            lines.append("  " + ink.paint("← ", .cyan) + failure.message.visible(upTo: 300))
        }
        lines.append("  " + ink.paint("$ ", .cyan) + exchange.curlCommand.visible)
        return lines
    }

    /// A body: as it is when it fits on a line, JSON laid out when that is short; 600 characters and 16 lines at most.
    private func lines(of body: MessageBody) -> [String] {
        if body.text.isEmpty { return [] }
        let fits = body.text.unicodeScalars.prefix(width - 3).count <= width - 4
        let whole = (fits ? body.text : body.layout(lineLimit: 14)).visibleLines(upTo: 601)
        let scalars = whole.unicodeScalars.prefix(600)
        let lines = String(scalars).split(separator: "\n", omittingEmptySubsequences: false)
        let isCut = body.isTruncated || scalars.endIndex < whole.endIndex || lines.count > 16
        return lines.prefix(16).map { "    " + $0 }
            + (isCut ? ["    … " + ink.paint("(\(Wording.count(body.byteCount, "byte")) in all)", .faint)] : [])
    }
}

extension MessageBody {
    /// The text, laid out when it is JSON that then takes no more lines than that.
    ///
    /// - Parameter lineLimit: the most lines.
    /// - Returns: the text.
    func layout(lineLimit: Int) -> String {
        guard !isTruncated, let value = try? JSONValue(parsing: text) else { return text }
        let pretty = value.serialized(.pretty)
        let lines = pretty.utf8.count { $0 == UInt8(ascii: "\n") } + 1
        return lines <= lineLimit ? pretty : text
    }
}
