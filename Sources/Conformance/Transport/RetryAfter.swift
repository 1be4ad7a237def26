import Foundation
import Timestamps

/// How long an answer asks to be left alone.
///
/// Source: RFC 9110 §10.2.3: a number of seconds, or an HTTP date, which is taken against the answer's own `Date` where it
/// has one, so that clocks that differ do no harm.
enum RetryAfter {
    /// The wait that a response asks for; nil when it names none that can be read.
    ///
    /// - Parameters:
    ///   - response: the response.
    ///   - now: the time, for a response without a date of its own.
    /// - Returns: the wait; zero for a time that is past.
    static func wait(askedBy response: IncomingResponse, now: Timestamp) -> Duration? {
        guard let text = response.header("retry-after") else { return nil }
        if !text.isEmpty, text.utf8.allSatisfy({ (0x30...0x39).contains($0) }) {
            return .seconds(Int(text).map { min($0, longest) } ?? longest)
        }
        guard let date = instant(text) else { return nil }
        let start = response.header("date").flatMap(instant) ?? now
        return max(.zero, min(date - start, .seconds(longest)))
    }

    /// What more seconds than a year are taken for.
    private static let longest = 366 * 86_400

    /// The instant that an HTTP date stands for (RFC 9110 §5.6.7), in the form of today or one of the two that are obsolete;
    /// nil when it is none.
    private static func instant(_ text: String) -> Timestamp? {
        let formatter = DateFormatter()
        formatter.locale = Locale(identifier: "en_US_POSIX")
        formatter.timeZone = TimeZone(identifier: "GMT")
        for format in ["EEE, dd MMM yyyy HH:mm:ss 'GMT'", "EEEE, dd-MMM-yy HH:mm:ss 'GMT'", "EEE MMM d HH:mm:ss yyyy"] {
            formatter.dateFormat = format
            if let date = formatter.date(from: text) {
                return Timestamp(milliseconds: Int64((date.timeIntervalSince1970 * 1000).rounded()))
            }
        }
        return nil
    }
}
