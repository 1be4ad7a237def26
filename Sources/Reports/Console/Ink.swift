import Results
import SeamContract

/// Colours text for a terminal, or leaves it as it is.
struct Ink: Sendable, Hashable {
    /// The attributes of ECMA-48 section 8.3.117 that are used.
    enum Style: String {
        case bold = "1"
        case faint = "2"
        case red = "31"
        case green = "32"
        case yellow = "33"
        case magenta = "35"
        case cyan = "36"
    }

    /// Whether anything is coloured.
    let isColored: Bool

    /// The text in a colour.
    ///
    /// - Parameters:
    ///   - text: the text, already made visible.
    ///   - styles: what it is to look like.
    /// - Returns: the text, with escapes where there are colours.
    func paint(_ text: String, _ styles: Style...) -> String {
        guard isColored, !styles.isEmpty, !text.isEmpty else { return text }
        return "\u{1B}[\(styles.map(\.rawValue).joined(separator: ";"))m\(text)\u{1B}[0m"
    }

    /// The colour of a verdict.
    ///
    /// - Parameter verdict: the verdict; nil for a case that did not end.
    /// - Returns: the colour.
    static func style(of verdict: Verdict?) -> Style {
        switch verdict {
        case .passed: .green
        case .warned, .blocked: .yellow
        case .failed, .unexpectedPass: .red
        case .error, nil: .magenta
        case .skipped, .notApplicable, .waived: .cyan
        }
    }
}
