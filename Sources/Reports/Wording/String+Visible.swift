/// What an endpoint says is shown, never obeyed.
extension String {
    /// The text on one line, with everything that is not seen written as `\u{1b}`.
    ///
    /// Those are the control characters (ANSI escapes begin with one), the format characters (which turn the direction of
    /// writing or have no width), line and paragraph separators, and the noncharacters that XML 1.0 section 2.2 forbids.
    package var visible: String { visible(keeping: [], from: unicodeScalars[...]) }

    /// The text with its line breaks and tabs, and everything else that is not seen written as `\u{1b}`.
    package var visibleLines: String { visible(keeping: Self.breaks, from: unicodeScalars[...]) }

    /// What `visible` begins with; no more of the text is looked at than is shown.
    ///
    /// - Parameter limit: how many scalars are kept; `…` stands for the others.
    /// - Returns: the text.
    func visible(upTo limit: Int) -> String { visible(keeping: [], upTo: limit) }

    /// What `visibleLines` begins with; no more of the text is looked at than is shown.
    ///
    /// - Parameter limit: how many scalars are kept; `…` stands for the others.
    /// - Returns: the text.
    func visibleLines(upTo limit: Int) -> String { visible(keeping: Self.breaks, upTo: limit) }

    private static let breaks: Set<Unicode.Scalar> = ["\n", "\t"]

    /// Of one scalar one or more are shown, so as many as are shown are enough.
    private func visible(keeping kept: Set<Unicode.Scalar>, upTo limit: Int) -> String {
        let end = unicodeScalars.index(startIndex, offsetBy: limit, limitedBy: endIndex) ?? endIndex
        let shown = visible(keeping: kept, from: unicodeScalars[..<end])
        return end < endIndex ? shown.clipped(to: limit, isCut: true) : shown.clipped(to: limit)
    }

    private func visible(keeping kept: Set<Unicode.Scalar>, from scalars: Substring.UnicodeScalarView) -> String {
        if scalars.allSatisfy({ $0.isSeen }) { return String(scalars) }
        var shown: [UInt8] = []
        shown.reserveCapacity(2 * scalars.underestimatedCount)
        for scalar in scalars {
            if scalar.isSeen || kept.contains(scalar) {
                shown.append(contentsOf: UTF8.encode(scalar) ?? .init())
            } else if scalar == "\n" {
                shown.append(contentsOf: "\\n".utf8)
            } else {
                shown.append(contentsOf: "\\u{\(String(scalar.value, radix: 16))}".utf8)
            }
        }
        return String(decoding: shown, as: UTF8.self)
    }

    /// The first so many scalars, with `…` at the end when some were left out.
    ///
    /// - Parameters:
    ///   - limit: how many scalars are kept.
    ///   - isCut: whether the text was longer already.
    /// - Returns: the text.
    func clipped(to limit: Int, isCut: Bool = false) -> String {
        guard let end = unicodeScalars.index(startIndex, offsetBy: limit, limitedBy: unicodeScalars.endIndex),
            end < unicodeScalars.endIndex
        else { return isCut ? self + "…" : self }
        return String(unicodeScalars[..<end]) + "…"
    }
}

extension Unicode.Scalar {
    /// Whether a reader sees it, or the space it takes.
    private static func isPlain(_ value: UInt32) -> Bool { (0x20...0x7E).contains(value) }

    /// Whether a reader sees it, or the space it takes.
    fileprivate var isSeen: Bool {
        if Self.isPlain(value) { return true }
        return switch properties.generalCategory {
        case .control, .format, .lineSeparator, .paragraphSeparator, .surrogate: false
        case .unassigned: value & 0xFFFE != 0xFFFE && !(0xFDD0...0xFDEF).contains(value)
        default: true
        }
    }
}
