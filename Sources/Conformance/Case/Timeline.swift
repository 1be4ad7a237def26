import JSON
import Results
import Scenarios
import Timestamps

/// Who asked when and who was told what, of copies that were released together: what makes a race understood.
///
/// Written as `#0 +0.0→3.1 ms 200 3c5bd7a1; #1 +0.2→4.0 ms 409 conflict`: the copy, when its request was sent and when
/// its answer was there, the status, and the id of what it made or the type of the error.
struct Timeline: Sendable, CustomStringConvertible {
    /// What became of one copy.
    struct Entry: Sendable {
        /// Its number.
        let copy: Int
        /// When its request was sent, after the first of all.
        let sent: Duration
        /// When its answer was there, after that moment.
        let answered: Duration
        /// What it was told.
        let outcome: String
    }

    /// The most copies that are told.
    private static let limit = 10

    /// The ordinals of the exchanges.
    let ordinals: Set<Int>
    /// The copies in the order in which they were sent.
    let entries: [Entry]

    /// The timeline of replies.
    ///
    /// - Parameter replies: the replies to the copies; those that could not be sent are left out.
    init(_ replies: [Reply]) {
        ordinals = Set(replies.map(\.ordinal))
        let start = replies.compactMap(\.delivery?.startedAt).min()
        entries = replies.compactMap { reply in
            guard let copy = reply.copy, let delivery = reply.delivery, let start else { return nil }
            let sent = delivery.startedAt - start
            return Entry(
                copy: copy,
                sent: sent,
                answered: sent + delivery.duration,
                outcome: Self.outcome(of: delivery, body: reply.answer?.body)
            )
        }.sorted { ($0.sent, $0.copy) < ($1.sent, $1.copy) }
    }

    /// The copies in the order in which they were sent; of many those that were accepted before the others.
    var description: String {
        let accepted = entries.filter(\.isAccepted)
        let others = entries.filter { !$0.isAccepted }
        let told = entries.count <= Self.limit ? entries : Array((accepted + others).prefix(Self.limit))
        let rest = entries.count - told.count
        return told.map(\.description).joined(separator: "; ") + (rest > 0 ? "; and \(rest) more" : "")
    }

    /// What a copy was told: `200 3c5bd7a1`, `409 conflict`, `no answer`.
    private static func outcome(of delivery: Delivery, body: JSONValue?) -> String {
        guard let status = delivery.response?.status else { return "no answer" }
        let made = body?.objectValue?.members.lazy.compactMap { $0.value[$0.key + "_id"]?.stringValue?.prefix(8) }.first
        let type = body?["error"]?["type"]?.stringValue?.prefix(40)
        return [String(status), (made ?? type).map(String.init) ?? ""].filter { !$0.isEmpty }.joined(separator: " ")
    }
}

extension Timeline.Entry: CustomStringConvertible {
    /// The copy in one phrase.
    var description: String { "#\(copy) +\(Self.text(sent))→\(Self.text(answered)) ms \(outcome)" }

    /// Whether the copy was accepted.
    var isAccepted: Bool { outcome.hasPrefix("2") }

    /// A time in milliseconds, with tenths.
    private static func text(_ duration: Duration) -> String {
        let tenths = duration.components.seconds * 10_000 + duration.components.attoseconds / 100_000_000_000_000
        return "\(tenths / 10).\(tenths % 10)"
    }
}
