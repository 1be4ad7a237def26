import Results
import SeamContract

/// Numbers and terms as words, the same in every report.
enum Wording {
    /// `1 case`, `3 cases`.
    ///
    /// - Parameters:
    ///   - number: how many.
    ///   - noun: the noun in the singular; the plural ends in `s`, or `ies` for `y`.
    /// - Returns: the words.
    static func count(_ number: Int, _ noun: String) -> String {
        if number == 1 { return "1 \(noun)" }
        return "\(number) " + (noun.hasSuffix("y") ? noun.dropLast() + "ies" : noun + "s")
    }

    /// `850 µs`, `12.5 ms`, `3.21 s`, `4 min 05 s`.
    ///
    /// - Parameter duration: how long it was.
    /// - Returns: the words.
    static func time(_ duration: Duration) -> String {
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
    fileprivate var wholeMicroseconds: Int64 {
        components.seconds * 1_000_000 + components.attoseconds / 1_000_000_000_000
    }
}
