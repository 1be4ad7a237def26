import Results
import SeamContract

/// Numbers and terms as words, the same in every report.
package enum Wording {
    /// `1 case`, `3 cases`.
    ///
    /// - Parameters:
    ///   - number: how many.
    ///   - noun: the noun in the singular; the plural ends in `s`, or `ies` for `y`.
    /// - Returns: the words.
    package static func count(_ number: Int, _ noun: String) -> String {
        if number == 1 { return "1 \(noun)" }
        return "\(number) " + (noun.hasSuffix("y") ? noun.dropLast() + "ies" : noun + "s")
    }

    /// `850 µs`, `12.5 ms`, `3.21 s`, `4 min 05 s`.
    ///
    /// - Parameter duration: how long it was.
    /// - Returns: the words.
    package static func time(_ duration: Duration) -> String {
        let microseconds = duration.wholeMicroseconds
        switch microseconds {
        case 0: return "0 s"
        case ..<1000: return "\(microseconds) µs"
        case ..<1_000_000: return "\(decimal(microseconds / 100, digits: 1)) ms"
        case ..<60_000_000: return "\(decimal(microseconds / 10_000, digits: 2)) s"
        default:
            let seconds = microseconds / 1_000_000
            return "\(seconds / 60) min \(seconds % 60 < 10 ? "0" : "")\(seconds % 60) s"
        }
    }

    /// Seconds with three digits behind the point, such as `1.250`.
    ///
    /// - Parameter duration: how long it was.
    /// - Returns: the number.
    static func seconds(_ duration: Duration) -> String {
        decimal(duration.wholeMicroseconds / 1000, digits: 3)
    }

    /// Seconds with six digits behind the point, such as `0.003200`.
    ///
    /// - Parameter duration: how long it was.
    /// - Returns: the number.
    static func preciseSeconds(_ duration: Duration) -> String { decimal(duration.wholeMicroseconds, digits: 6) }

    /// Whole milliseconds; what is finer is cut off.
    ///
    /// - Parameter duration: how long it was.
    /// - Returns: the number.
    static func milliseconds(_ duration: Duration) -> Int { Int(duration.wholeMicroseconds / 1000) }

    /// What was done in a step: `create the second: POST /user_identities/create → 200`, without what can't be seen.
    ///
    /// - Parameter exchange: what was sent and what came back.
    /// - Returns: the words.
    static func step(_ exchange: Exchange) -> String {
        let answer = exchange.response.map { String($0.status) } ?? "no answer"
        let target = exchange.operation ?? exchange.request.url
        return "\(exchange.step): \(exchange.request.method) \(target) → \(answer)".visible(upTo: 300)
    }

    /// How the verdict is said: `not applicable`, `unexpected pass`.
    ///
    /// - Parameter verdict: the verdict.
    /// - Returns: the words.
    static func verdict(_ verdict: Verdict?) -> String {
        switch verdict {
        case nil: "unfinished"
        case .notApplicable: "not applicable"
        case .unexpectedPass: "unexpected pass"
        case let verdict?: verdict.rawValue
        }
    }

    /// The number that so many digits make when the last of them are behind the point.
    private static func decimal(_ number: Int64, digits: Int) -> String {
        let text = String(max(0, number))
        let padded = String(repeating: "0", count: max(0, digits + 1 - text.utf8.count)) + text
        return padded.dropLast(digits) + "." + padded.suffix(digits)
    }
}

extension Duration {
    /// The duration in microseconds; what is finer is cut off.
    var wholeMicroseconds: Int64 {
        components.seconds * 1_000_000 + components.attoseconds / 1_000_000_000_000
    }
}
