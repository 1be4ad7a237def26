/// What an endpoint does about a request.
package enum Reply: Sendable, Hashable {
    /// Sends these pieces, one after the other, and then ends the connection.
    case sends([Piece], then: Ending = .closes)
    /// Does so as soon as it has accepted a connection, before any request.
    case greets([Piece], then: Ending = .closes)
    /// Hands the request on to the endpoint behind it, and changes the response before sending it.
    case changes([ResponseEdit])

    /// Sends these bytes as they are, then closes.
    package static func answers(_ bytes: [UInt8]) -> Reply { .sends([.bytes(bytes)]) }

    /// Sends this text as it is, then closes.
    package static func answers(_ text: String) -> Reply { .answers(Array(text.utf8)) }

    /// Never answers.
    package static let staysSilent = Reply.sends([], then: .staysOpen)
}

/// A part of what is sent.
package enum Piece: Sendable, Hashable {
    /// These bytes.
    case bytes([UInt8])
    /// These bytes so many times, as long as the peer takes them; at most 1 GiB in all.
    case repeats([UInt8], count: Int)
    /// These bytes without end, with so many milliseconds between one time and the next.
    case trickles([UInt8], milliseconds: Int64)
    /// One byte after the other, with so many milliseconds between them.
    case drips([UInt8], milliseconds: Int64)
    /// Nothing for so many milliseconds.
    case waits(milliseconds: Int64)

    /// This text.
    package static func text(_ text: String) -> Piece { .bytes(Array(text.utf8)) }

    /// This text so many times.
    package static func repeats(_ text: String, count: Int) -> Piece { .repeats(Array(text.utf8), count: count) }

    /// This text without end, in pieces of some 32 KiB every 20 milliseconds: a peer may do something else meanwhile.
    package static func trickles(_ text: String) -> Piece {
        .trickles(Array(String(repeating: text, count: max(1, 32_768 / text.utf8.count)).utf8), milliseconds: 20)
    }

    /// This text without end, as fast as the peer takes it.
    package static func endless(_ text: String) -> Piece { .repeats(text, count: .max) }
}

/// How a connection ends when all is sent.
package enum Ending: Sendable, Hashable {
    /// It is closed.
    case closes
    /// It is reset: the peer gets an error where it would read the end (TCP RST).
    case resets
    /// It stays open until the peer closes it.
    case staysOpen
}

/// Which requests an endpoint replies to in its own way; the others are handed on to the endpoint behind it.
package struct RequestSelection: Sendable, Hashable {
    /// The path, without its query; nil for any.
    package var path: String?
    /// A text that the request holds, head or body; nil for any.
    package var text: String?
    /// How many of them, from the first one on; nil for all.
    package var count: Int?

    /// A selection.
    package init(path: String? = nil, text: String? = nil, count: Int? = nil) {
        self.path = path
        self.text = text
        self.count = count
    }

    /// Every request.
    package static let all = RequestSelection()

    /// Whether a request is one of them, the number of those left aside.
    func includes(_ request: ReceivedRequest) -> Bool {
        (path == nil || request.path == path) && (text.map { request.text.contains($0) } ?? true)
    }
}
