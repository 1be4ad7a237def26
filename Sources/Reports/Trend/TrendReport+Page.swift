import Mustache
import Results
import SeamContract
import Timestamps
import Trends

extension TrendReport {
    /// The trend as a page.
    var page: String { TrendTemplate.whole.render(context) }

    /// What the template is filled with.
    private var context: [String: Any] {
        let chart = TrendChart(overview.nights)
        let (open, more) = (overview.open.prefix(PageBound.failures), overview.open.dropFirst(PageBound.failures))
        let flaky = overview.flaky.prefix(PageBound.flaky)
        let nights = overview.nights.enumerated().reversed().map(night)
        let older = Array(nights.dropFirst(PageBound.openNights))
        return [
            "tone": tone,
            "headline": headline,
            "endpoint": endpoint.clipped(to: 300),
            "span": span.clipped(to: 500),
            "remarks": (remarks + [kinds.isEmpty ? "" : "Cases: \(kinds)."]).filter { !$0.isEmpty }.map {
                ["text": $0]
            },
            "tally": (overview.nights.last?.tally ?? []).map(tally),
            "open": open.map(failure),
            "moreOpen": more.isEmpty
                ? []
                : [
                    [
                        "words": "and \(more.count) more",
                        "open": more.prefix(PageBound.listed).map(failure),
                        "rest": rest(more.count - PageBound.listed, "failure"),
                    ] as [String: Any]
                ],
            "hasNights": !overview.nights.isEmpty,
            "charts": charts(chart),
            "first": overview.nights.first?.day ?? "",
            "last": overview.nights.last?.day ?? "",
            "nights": [["rows": Array(nights.prefix(PageBound.openNights))]],
            "olderNights": older.isEmpty
                ? [] : [["words": "the \(Wording.count(older.count, "night")) before", "rows": older]],
            "heat": heat,
            "latencies": overview.latencies.prefix(PageBound.operations).map { latency($0, chart) },
            "moreLatencies": rest(overview.latencies.count - PageBound.operations, "operation"),
            "hasLatencies": !overview.latencies.isEmpty,
            "hasFlaky": !flaky.isEmpty,
            "hasDrifts": !overview.drifts.isEmpty,
            "flaky": flaky.map(flakyCase),
            "moreFlaky": rest(overview.flaky.count - PageBound.flaky, "flaky case"),
            "drifts": drifts.prefix(PageBound.drifts).map(drift),
            "moreDrifts": rest(drifts.count - PageBound.drifts, "change"),
        ]
    }

    /// The colour of the page: that of what matters most in the last night.
    private var tone: String {
        guard let last = overview.nights.last else { return "unknown" }
        let standings = Set(last.counts.keys.map { Standing($0) })
        if standings.contains(.bad) { return "bad" }
        if last.judgedCount == 0 || last.ending?.reason != .complete || last.counts[.error] != nil { return "unknown" }
        return overview.open.isEmpty && overview.flaky.isEmpty && last.counts[.warned] == nil ? "good" : "fair"
    }

    private func tally(_ style: String, _ count: Int, _ words: String) -> [String: Any] {
        ["class": style, "count": count, "words": words]
    }

    /// That there is more; nothing when there is not.
    private func rest(_ count: Int, _ noun: String) -> [[String: Any]] {
        count > 0
            ? [["text": "and \(Wording.count(count, noun)) more, which `seamcheck report --trend --format json` tells"]]
            : []
    }

    private func failure(_ failure: OpenFailure) -> [String: Any] {
        [
            "id": failure.id.clipped(to: 300),
            "title": failure.title.clipped(to: 300),
            "class": failure.style,
            "state": failure.state,
            "since": failure.sinceWords,
            "blame": failure.blame.clipped(to: 1000),
            "range": failure.rangeWords.map { [["words": $0]] } ?? [],
            "requirements": failure.requirements.prefix(10).map { id in
                ["id": id.clipped(to: 300), "statement": catalogue[id]?.statement ?? ""]
            },
            "commands": [
                "seamcheck report \(Self.word(failure.lastSeen.id)) --format html --output night.html",
                "seamcheck history case \(Self.word(failure.id))",
            ].map { ["text": $0.clipped(to: 500)] },
        ]
    }

    /// The pass rate, and what did not pass.
    private func charts(_ chart: TrendChart) -> [[String: Any]] {
        let most = overview.nights.map { $0.troubles.reduce(0) { $0 + $1.count } }.max() ?? 0
        let shares = overview.nights.map { $0.judgedCount > 0 ? $0.passedCount * 1000 / $0.judgedCount : nil }
        let floor = [990, 980, 950, 900, 800, 500].first { floor in shares.allSatisfy { ($0 ?? 1000) >= floor } } ?? 0
        let heights = shares.map { share in share.map { ($0 - floor) * 1000 / (1000 - floor) } }
        return [
            [
                "name": "What passed, of what was judged",
                "top": "100 %", "bottom": "\(floor / 10) %",
                "svg": chart.chart("pass rate of each night, \(span)", chart.line("rate", heights)),
                "legend": [] as [[String: Any]],
            ],
            [
                "name": "What did not pass",
                "top": Wording.count(most, "case"), "bottom": "0",
                "svg": chart.chart("cases that did not pass in each night, \(span)", chart.columns(most: max(1, most))),
                "legend": legend,
            ],
        ]
    }

    /// The verdicts that the columns show.
    private var legend: [[String: Any]] {
        var seen: Set<String> = []
        return overview.nights.flatMap(\.troubles).filter { seen.insert($0.style).inserted }
            .sorted { $0.words < $1.words }.map { ["class": $0.style, "words": $0.words] }
    }

    private func night(_ number: Int, _ night: TrendOverview.Night) -> [String: Any] {
        [
            "number": number + 1,
            "day": night.header.startedAt.rfc3339,
            "gap": night.isAfterGap,
            "run": night.header.id.clipped(to: 100),
            "share": night.passShare ?? "–",
            "tally": night.tally.map(tally),
            "isWhole": night.ending?.reason == .complete,
            "ending": night.endingWords,
            "changes": night.changes.isEmpty ? [] : [["words": night.changeWords]],
            "labels": Self.list(night.header.labels.map { "\($0.key)=\($0.value)".clipped(to: 100) }, limit: 8),
            "command": "seamcheck history show \(Self.word(night.header.id))".clipped(to: 300),
        ]
    }

    /// The table of requirements and nights: those that some night broke.
    private var heat: [String: Any] {
        let broken = overview.requirements.filter { $0.brokenNightCount > 0 }
        let map = HeatMap(overview.nights)
        return [
            "months": map.months,
            "days": map.days,
            "rows": broken.prefix(PageBound.requirements).map { line in
                [
                    "id": line.id.clipped(to: 100), "level": line.level.rawValue,
                    "statement": catalogue[line.id]?.statement ?? "", "cells": map.cells(of: line),
                ] as [String: Any]
            },
            "hasRows": !broken.isEmpty,
            "rest": rest(broken.count - PageBound.requirements, "requirement"),
            "kept": Wording.count(overview.requirements.count - broken.count, "requirement"),
        ]
    }

    private func latency(_ line: LatencyLine, _ chart: TrendChart) -> [String: Any] {
        let most = max(1, line.points.compactMap(\.?.p99.wholeMicroseconds).max() ?? 1)
        let heights = { (value: (LatencyLine.Point) -> Duration) in
            line.points.map { $0.map { Int(Double(value($0).wholeMicroseconds) / Double(most) * 1000) } }
        }
        let latest = line.latest
        let words = ("latencies of \(line.operation), \(span)").clipped(to: 300)
        return [
            "operation": line.operation.clipped(to: 200),
            "svg": chart.chart(
                words,
                chart.line("p99", heights(\.p99)) + chart.line("p95", heights(\.p95))
                    + chart.line("p50", heights(\.median))
            ),
            "most": Wording.time(.microseconds(most)),
            "p50": latest.map { Wording.time($0.median) } ?? "–",
            "p95": latest.map { Wording.time($0.p95) } ?? "–",
            "p99": latest.map { Wording.time($0.p99) } ?? "–",
            "count": latest.map { "\($0.count)" } ?? "0",
        ]
    }

    private func flakyCase(_ item: FlakyCase) -> [String: Any] {
        [
            "id": item.id.clipped(to: 300), "title": item.title.clipped(to: 300), "rate": item.rateWords,
            "failed": "\(item.failedCount) of \(item.judgedCount)",
            "command": "seamcheck history case \(Self.word(item.id))".clipped(to: 300),
        ]
    }

    private func drift(_ group: DriftGroup) -> [String: Any] {
        let suspects = group.first.suspects
        return [
            "operation": group.first.operation.clipped(to: 300), "what": group.words.clipped(to: 1000),
            "turn": group.turn, "day": group.first.since.startedAt.day,
            "suspects": suspects.isEmpty ? "–" : suspects.map(\.rawValue).joined(separator: ", "),
        ]
    }

    /// A text as one word of a POSIX shell.
    private static func word(_ text: String) -> String { shellQuoted(text) }
}

/// How much of a trend a page shows.
private enum PageBound {
    /// Open failures in full.
    static let failures = 20
    /// Those behind them, in one line each.
    static let listed = 200
    /// The nights whose figures are not folded away.
    static let openNights = 14
    static let requirements = 100
    static let operations = 80
    static let flaky = 100
    static let drifts = 100
}
