/// A whole request as it came in.
struct ReceivedRequest: Sendable {
    /// Its bytes.
    let bytes: [UInt8]
    /// Everything before the body, without the empty line.
    private let head: String

    /// The request at the begin of what was received; nil when it has not come whole.
    ///
    /// Clients of ours always send the length of a body (RFC 9112 §6.2).
    init?(at start: [UInt8]) {
        let end = Array("\r\n\r\n".utf8)
        guard let headEnd = start.firstRange(of: end) else { return nil }
        let head = String(decoding: start[..<headEnd.lowerBound], as: UTF8.self)
        let length = head.split(separator: "\r\n").first { $0.lowercased().hasPrefix("content-length:") }
            .flatMap { Int($0.split(separator: ":")[1].drop(while: \.isWhitespace)) }
        let count = headEnd.upperBound + max(0, length ?? 0)
        guard start.count >= count else { return nil }
        bytes = Array(start[..<count])
        self.head = head
    }

    /// Head and body as text.
    var text: String { String(decoding: bytes, as: UTF8.self) }

    /// The method, a space and the target.
    var line: String {
        head.split(separator: "\r\n").first?.split(separator: " ").prefix(2).joined(separator: " ") ?? ""
    }

    /// The path, without its query.
    var path: String {
        line.split(separator: " ").last?.split(separator: "?", omittingEmptySubsequences: false).first.map(String.init)
            ?? ""
    }

    /// The request, asking for the connection to be closed behind the response.
    var closing: [UInt8] {
        guard let end = bytes.firstRange(of: Array("\r\n".utf8)) else { return bytes }
        return bytes[..<end.lowerBound] + Array("\r\nconnection: close".utf8) + bytes[end.lowerBound...]
    }
}
