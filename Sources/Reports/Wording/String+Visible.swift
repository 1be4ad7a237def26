/// What an endpoint says is shown, never obeyed.
extension String {
    /// The text on one line, with everything that is not seen written as `\u{1b}`.
    ///
    /// Those are the control characters (ANSI escapes begin with one), the format characters (which turn the direction of
    /// writing or have no width), line and paragraph separators, and the noncharacters that XML 1.0 section 2.2 forbids.
    package var visible: String { visible(keeping: []) }

    /// The text with its line breaks and tabs, and everything else that is not seen written as `\u{1b}`.
    package var visibleLines: String { visible(keeping: ["\n", "\t"]) }

    private func visible(keeping kept: Set<Unicode.Scalar>) -> String {
        if unicodeScalars.allSatisfy({ $0.isSeen }) { return self }
        var shown = String.UnicodeScalarView()
        for scalar in unicodeScalars {
            if scalar.isSeen || kept.contains(scalar) {
                shown.append(scalar)
            } else if scalar == "\n" {
                shown.append(contentsOf: "\\n".unicodeScalars)
            } else {
                shown.append(contentsOf: "\\u{\(String(scalar.value, radix: 16))}".unicodeScalars)
            }
        }
        return String(shown)
    }

    /// The first so many scalars, with `…` at the end when some were left out.
    ///
    /// - Parameter limit: how many scalars are kept.
    /// - Returns: the text.
    func clipped(to limit: Int) -> String {
        guard let end = unicodeScalars.index(startIndex, offsetBy: limit, limitedBy: unicodeScalars.endIndex),
            end < unicodeScalars.endIndex
        else { return self }
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
