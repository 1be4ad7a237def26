import Results

/// A request as it goes out, with its secrets in it; never leaves this target.
struct OutgoingRequest: Sendable {
    /// The method in upper case.
    let method: String
    /// The absolute URL, query included.
    let url: String
    /// The header fields, names in lower case, in order.
    let headers: [HeaderField]
    /// The body; nil for none.
    let body: [UInt8]?
    /// Whether it only reads, so that asking twice does no harm.
    let isRead: Bool

    /// Where the URL leads, without its path: `http://127.0.0.1:9`.
    var origin: String {
        let slashes = url.utf8.indices.lazy.filter { url.utf8[$0] == UInt8(ascii: "/") }
        return String(url[..<(slashes.dropFirst(2).first ?? url.endIndex)])
    }

    /// The host of the URL, and its port where one is written: `127.0.0.1:9`, the value of the field `host`.
    var authority: String { String(origin.drop { $0 != "/" }.drop { $0 == "/" }) }
}

/// A response as it arrived; never leaves this target.
struct IncomingResponse: Sendable {
    /// The status code.
    let status: Int
    /// The header fields, names in lower case, in order.
    let headers: [HeaderField]
    /// The body as it was on the wire; empty when there was none.
    let body: [UInt8]

    /// The value of the first header field of that name; nil when there is none.
    func header(_ name: String) -> String? {
        headers.first { $0.name == name }?.value
    }
}
