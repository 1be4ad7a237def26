import Timestamps

/// How long a response asks to be left alone.
///
/// Source: RFC 9110 §10.2.3: a number of seconds, or an HTTP date. A date is compared with the response's own `Date`, when it
/// has one, so that clocks that differ do no harm.
enum RetryAfter {
    /// The wait that a response asks for; nil when it names none that can be read.
    ///
    /// - Parameters:
    ///   - response: the response.
    ///   - now: the time, for a response without a date of its own.
    /// - Returns: the wait; zero for a time that is past, and never more than ``longest``.
    static func wait(askedBy response: IncomingResponse, now: Timestamp) -> Duration? {
        guard let text = response.header("retry-after") else { return nil }
        if !text.isEmpty, text.utf8.allSatisfy({ (0x30...0x39).contains($0) }) {
            return Int64(text).map { min(.seconds($0), longest) } ?? longest
        }
        guard let date = Timestamp(httpDate: text, now: now) else { return nil }
        let start = response.header("date").flatMap { Timestamp(httpDate: $0, now: now) } ?? now
        return max(.zero, min(date - start, longest))
    }

    /// What a longer wait counts as: a year.
    static let longest = Duration.seconds(366 * 86_400)
}
