import JSON
import Results
public import SeamContract
import Timestamps
public import Trends

/// Many nights told: what is broken and since when, how each night came out, what is flaky, and how long answers take.
public struct TrendReport: Sendable {
    /// What there is to tell.
    let overview: TrendOverview
    /// Where the statements of the requirements are.
    let catalogue: Catalogue

    /// A report.
    ///
    /// - Parameters:
    ///   - overview: what there is to tell.
    ///   - catalogue: where the statements of the requirements are.
    public init(_ overview: TrendOverview, catalogue: Catalogue) {
        self.overview = overview
        self.catalogue = catalogue
    }

    /// The report, the same bytes for the same overview.
    ///
    /// - Parameter format: the form.
    /// - Returns: the text of a file.
    public func text(_ format: TrendFormat) -> String {
        switch format {
        case .text: plainText
        case .html: page
        case .markdown: markdown
        case .json: json.serialized(.pretty) + "\n"
        }
    }

    /// The answer in one line: `99.3 % of the judged cases passed in the last of 90 nights, 4 failures are open`.
    var headline: String {
        guard let last = overview.nights.last else { return "no night to tell of" }
        let count = overview.nights.count
        let place = count == 1 ? "in the only night" : "in the last of \(count) nights"
        let rate = last.passShare.map { "\($0) of the judged cases passed \(place)" } ?? "nothing was judged \(place)"
        return "\(rate), \(openWords)"
    }

    /// How many failures are open: `2 failures are open, 1 is waived`.
    private var openWords: String {
        let open = overview.open.count { !$0.isWaived }
        let waived = overview.open.count - open
        let words =
            open == 0 ? "no failure is open" : Wording.count(open, "failure") + (open == 1 ? " is open" : " are open")
        return waived == 0 ? words : words + ", \(waived) \(waived == 1 ? "is" : "are") waived"
    }

    /// From when to when, and against what: `2026-06-01 to 2026-08-29, branch=main`.
    var span: String {
        guard let first = overview.nights.first, let last = overview.nights.last else { return "" }
        let days = first.day == last.day ? first.day : "\(first.day) to \(last.day)"
        let labels = overview.scope.labels.map { "\($0.key)=\($0.value)" }
        return ([days] + labels).joined(separator: ", ")
    }

    /// What was judged: the endpoint of the last night.
    var endpoint: String {
        guard let last = overview.nights.last?.header else { return "" }
        return last.isEmbedded ? "the embedded reference server" : last.endpoint
    }

    /// What a reader must know to trust the figures, one sentence each; empty when there is nothing.
    var remarks: [String] {
        let scope = overview.scope
        let unended = overview.nights.filter { $0.ending?.reason != .complete }
        let gaps = zip(overview.nights, overview.nights.dropFirst()).filter { $1.isAfterGap }
        let untold = overview.kinds[.untold, default: 0]
        return [
            scope.olderCount > 0 ? "\(Wording.count(scope.olderCount, "older night")) left out." : nil,
            scope.elsewhereCount > 0
                ? "\(Wording.count(scope.elsewhereCount, "run")) with other labels or of another sort of endpoint left out."
                : nil,
            unended.isEmpty ? nil : "\(Wording.count(unended.count, "night")) did not come to the end.",
            gaps.isEmpty ? nil : "No run " + Self.list(gaps.map { "between \($0.day) and \($1.day)" }, limit: 3) + ".",
            untold > 0 ? "\(Wording.count(untold, "case")) never judged in these nights." : nil,
        ].compactMap(\.self)
    }

    /// How many cases are of which kind: `540 stable, 12 flaky`; empty when there is no case.
    var kinds: String {
        Trend.Kind.allCases.compactMap { kind in overview.kinds[kind].map { "\($0) \(kind.rawValue)" } }
            .joined(separator: ", ")
    }

    /// What appeared in the answers or vanished from them, the latest first.
    var drifts: [DriftGroup] { DriftGroup.groups(of: overview.drifts) }

    /// The first of some words, and how many more there are.
    static func list(_ words: [String], limit: Int) -> String {
        let rest = words.count - limit
        return words.prefix(limit).joined(separator: ", ") + (rest > 0 ? " and \(rest) more" : "")
    }
}

extension TrendOverview.Night {
    /// The day on which it began: `2026-08-21`.
    var day: String { header.startedAt.day }

    /// The part that passed, rounded down so that only all is `100.0 %`; nil when nothing was judged.
    var passShare: String? {
        judgedCount > 0 ? Wording.percent(tenths: passedCount * 1000 / judgedCount) : nil
    }

    /// How many cases have each verdict, with the unfinished ones: `596 passed, 3 failed`.
    var tally: [(style: String, count: Int, words: String)] {
        let finished = Verdict.allCases.compactMap { verdict in
            counts[verdict].map { (style: verdict.rawValue, count: $0, words: Wording.verdict(verdict)) }
        }
        return finished + (unfinishedCount > 0 ? [("unfinished", unfinishedCount, "unfinished")] : [])
    }

    /// The same as words.
    var tallyWords: String {
        tally.isEmpty ? "no case" : tally.map { "\($0.count) \($0.words)" }.joined(separator: ", ")
    }

    /// How the run ended: `complete`.
    var endingWords: String { ending?.reason.rawValue ?? "without an end" }

    /// What is not the same as in the night before: `suite, contract`; empty when all is.
    var changeWords: String { changes.map(\.subject).joined(separator: ", ") }
}

extension Timestamp {
    /// The day: `2026-08-21`.
    var day: String { String(rfc3339.prefix(10)) }
}
