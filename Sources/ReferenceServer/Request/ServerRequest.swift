/// A request as the server sees it, whichever way it came.
public struct ServerRequest: Sendable {
    /// The method, in upper case.
    public let method: String
    /// The path, percent-encoding and all.
    public let path: String
    /// What follows the `?`, without it; empty when nothing does.
    public let query: String
    /// The header fields by their names in lower case.
    public let headers: [String: String]
    /// The body; empty when there is none.
    public let body: [UInt8]
    /// The names of the header fields as they were written.
    private let writtenNames: [String]

    /// A request.
    ///
    /// - Parameters:
    ///   - method: the method.
    ///   - target: the path, and the query behind a `?`.
    ///   - headers: the header fields, names in any case; of two with one name the last counts.
    ///   - body: the body; empty when there is none.
    public init(method: String, target: String, headers: [String: String] = [:], body: [UInt8] = []) {
        self.method = method
        let mark = target.utf8.firstIndex(of: UInt8(ascii: "?"))
        path = String(target[..<(mark ?? target.endIndex)])
        query = mark.map { String(target[target.utf8.index(after: $0)...]) } ?? ""
        self.headers = Dictionary(headers.map { ($0.key.lowercased(), $0.value) }) { _, last in last }
        self.body = body
        writtenNames = Array(headers.keys)
    }

    /// The request as a server sees it that does not find header fields whose names are written in capital letters.
    var withoutHeadersInCapitals: ServerRequest {
        ServerRequest(
            method: method,
            target: query.isEmpty ? path : "\(path)?\(query)",
            headers: headers.filter { !writtenNames.contains($0.key.uppercased()) },
            body: body
        )
    }
}
