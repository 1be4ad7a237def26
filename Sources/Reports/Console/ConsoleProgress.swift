public import Results

/// Shows a run while it goes on: takes its events and says what to write to the console.
///
/// On a terminal one line is redrawn in place, and cases that did not pass stay above it. Elsewhere there are only whole
/// lines: one for each case that did not pass, and one for each tenth of the run.
public struct ConsoleProgress: Sendable {
    /// Where it is shown.
    public enum Style: Sendable, Hashable {
        /// On a terminal with so many columns.
        case bar(width: Int)
        /// In a log.
        case lines
    }

    private let style: Style
    private let ink: Ink
    private var planned = 0
    private var counts: [Verdict: Int] = [:]
    private var running: [String] = []

    /// The progress of a run that has not begun.
    ///
    /// - Parameters:
    ///   - style: where it is shown.
    ///   - isColored: whether colours may be used.
    public init(style: Style, isColored: Bool) {
        self.style = style
        ink = Ink(isColored: isColored)
    }

    /// Takes in the next event.
    ///
    /// - Parameter event: the event.
    /// - Returns: what to write, as it is and without a line break of one's own; empty when nothing is to be shown.
    public mutating func text(for event: RunEvent) -> String {
        switch event {
        case .started(let header):
            planned = header.caseCount
            return shown(opening(header))
        case .caseStarted(let header):
            running.append(header.id)
            return shown(nil)
        case .caseFinished(let result):
            running.removeAll { $0 == result.id }
            counts[result.verdict, default: 0] += 1
            return shown(line(of: result))
        case .reran(let id, let attempt):
            return shown(ink.paint("again", .cyan) + "  \(attempt.verdict.rawValue)  \(id.visible(upTo: 200))")
        case .noted(_, let message):
            return shown(ink.paint("note", .cyan) + "  " + message.visible(upTo: 400))
        case .finished:
            if case .bar = style { return Self.eraseLine }
            return ""
        case .exchanged, .found, .drifted, .exercised:
            return ""
        }
    }

    /// Back to the first column, and the line emptied (ECMA-48 section 8.3.41).
    private static let eraseLine = "\r\u{1B}[2K"

    private var finished: Int { counts.values.reduce(0, +) }

    private func opening(_ header: RunHeader) -> String {
        let endpoint = header.isEmbedded ? "the embedded reference server" : header.endpoint.visible(upTo: 200)
        return "running \(Wording.count(header.caseCount, "case")) against \(endpoint)"
    }

    /// A line that stays, and on a terminal the bar below it.
    private func shown(_ line: String?) -> String {
        let line = line.map { $0 + "\n" } ?? ""
        return switch style {
        case .bar(let width): Self.eraseLine + line + bar(width: width)
        case .lines: line
        }
    }

    /// What stays of a case; nil when it passed and no tenth of the run is full.
    private func line(of result: CaseResult) -> String? {
        let milestone = style == .lines ? self.milestone : nil
        if [.passed, .notApplicable, .skipped].contains(result.verdict) { return milestone }
        let broken = result.requirements.filter { $0.broken > 0 }.map(\.id.visible).joined(separator: ", ")
        let why = broken.isEmpty ? result.reason.visible(upTo: 200) : broken
        let verdict = Wording.verdict(result.verdict)
        let padding = String(repeating: " ", count: max(2, 8 - verdict.utf8.count))
        let line =
            ink.paint(verdict, .bold, Ink.style(of: result.verdict)) + padding + result.id.visible(upTo: 200)
            + (why.isEmpty ? "" : "  " + ink.paint(why, .faint))
        return [line, milestone].compactMap(\.self).joined(separator: "\n")
    }

    /// `32 of 64 cases, 2 failed`, when another tenth of the run is full.
    private var milestone: String? {
        guard planned >= 10, finished * 10 / planned > (finished - 1) * 10 / planned else { return nil }
        return (["\(finished) of \(Wording.count(planned, "case"))"] + troubles).joined(separator: ", ")
    }

    /// How many cases did not pass, for each verdict that says so.
    private var troubles: [String] {
        plainTroubles.map { ink.paint($0.text, Ink.style(of: $0.verdict)) }
    }

    /// The same without colours, to know how wide they are.
    private var plainTroubles: [(verdict: Verdict, text: String)] {
        [.failed, .error, .blocked, .warned, .unexpectedPass].compactMap { verdict in
            counts[verdict].map { (verdict, "\($0) \(Wording.verdict(verdict))") }
        }
    }

    /// The bar, the figures and the case that has run longest, as far as they fit on one line.
    private func bar(width: Int) -> String {
        guard planned > 0 else { return "" }
        let length = max(10, min(30, width - 50))
        let full = min(length, length * finished / planned)
        var line =
            ink.paint(String(repeating: "━", count: full), .green)
            + ink.paint(String(repeating: "─", count: length - full), .faint)
        var room = width - 1 - length
        let current = running.first.map { [(Ink.Style.faint, $0.visible(upTo: 100))] } ?? []
        let figures = plainTroubles.map { (Ink.style(of: $0.verdict), $0.text) }
        for (style, text) in [(Ink.Style.bold, "\(finished)/\(planned)")] + figures + current {
            let fitting = text.clipped(to: max(0, room - 3))
            if fitting.unicodeScalars.count < min(8, text.unicodeScalars.count) { break }
            line += "  " + ink.paint(fitting, style)
            room -= fitting.unicodeScalars.count + 2
        }
        return line
    }
}
