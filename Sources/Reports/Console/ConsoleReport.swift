public import Results
public import SeamContract

/// A run for a person to read on a console: what broke first, what to do with it, and the answer in the last line.
public struct ConsoleReport: Sendable {
    let record: RunRecord
    let catalogue: Catalogue
    let isStrict: Bool
    let width: Int
    let ink: Ink

    /// The report of a run.
    ///
    /// - Parameters:
    ///   - record: the run.
    ///   - catalogue: where the statements of the requirements are.
    ///   - isStrict: whether a broken `should` counts as a failure.
    ///   - width: after how many columns sentences are broken; what is to be copied never is.
    ///   - isColored: whether colours may be used.
    public init(
        _ record: RunRecord,
        catalogue: Catalogue,
        isStrict: Bool = false,
        width: Int = 100,
        isColored: Bool = false
    ) {
        self.record = record.shown
        self.catalogue = catalogue
        self.isStrict = isStrict
        self.width = max(40, width)
        ink = Ink(isColored: isColored)
    }

    /// The report, with a line break at its end.
    public var text: String {
        let overview = RunOverview(record, catalogue: catalogue, isStrict: isStrict)
        let sections =
            [heading] + overview.obstacles.map(lines) + sections(of: overview.problems) + [
                remarks(overview), drifts(overview), notes, asides(overview), verdict(overview),
            ]
        return sections.filter { !$0.isEmpty }
            .map { section in section.map { $0.withoutCommands + "\n" }.joined() }
            .joined(separator: "\n")
    }

    /// What was tested, and with what.
    private var heading: [String] {
        let header = record.header
        let endpoint = header.isEmbedded ? "the embedded reference server" : header.endpoint.visible(upTo: 200)
        let labels = header.labels.map { "\($0.key)=\($0.value)".visible(upTo: 100) }
        return [
            "\(ink.paint("run " + header.id.visible, .bold)) of \(endpoint), \(header.startedAt)",
            ink.paint(
                (header.profile.map { "profile \($0.name.visible(upTo: 100)), " } ?? "")
                    + "scenarios \(header.suite.label), contract \(header.contract.label), seed \(header.seed), "
                    + "seamcheck \(header.version.visible)",
                .faint
            ),
        ] + (labels.isEmpty ? [] : [ink.paint("labels " + labels.joined(separator: ", "), .faint)])
            + (header.shards.map { [ink.paint($0.words.visible(upTo: 200), .faint)] } ?? [])
    }

    /// `must    UI-UNIQ-EMAIL  3 of 3 cases`.
    private func line(of standing: RequirementStanding) -> String {
        let level = standing.level.rawValue
        let padding = String(repeating: " ", count: 8 - level.utf8.count)
        let style: Ink.Style = standing.level == .must ? .red : .yellow
        let cases = "broken in \(standing.broken) of \(Wording.count(standing.weighed, "case"))"
        return ink.paint(level, .bold, style) + padding + standing.id.visible + ink.paint("  " + cases, .faint)
    }

    /// The last lines: the broken requirements, twelve at most and how many more, how many cases have each verdict, how much
    /// was tested, and the answer.
    private func verdict(_ overview: RunOverview) -> [String] {
        let tally = overview.tally.map { verdict, count in
            ink.paint("\(count) \(Wording.verdict(verdict))", Ink.style(of: verdict))
        }
        let ended = record.cases.count { $0.result != nil }
        let total =
            "\(ended) of \(Wording.count(record.header.caseCount, "case")) in \(Wording.time(overview.duration))"
        let broken = overview.requirements.filter { $0.broken > 0 }
        let rest = broken.count > 12 ? [ink.paint("and \(broken.count - 12) more", .faint)] : []
        let style: Ink.Style = overview.conclusion == .conforms ? .green : .red
        let tested = overview.testedShare.map { [ink.paint($0.sentence, .faint)] } ?? []
        let counts = (tally + [ink.paint(total, .faint)]).joined(separator: "   ")
        return broken.prefix(12).map(line) + rest + [counts] + tested + [
            ink.paint(overview.headline, .bold, style)
        ]
    }
}

extension Provenance {
    /// The origin with the beginning of the fingerprint: `bundled (1f2e3d4c)`.
    var label: String { "\(origin.visible) (\(fingerprint.visible.clippedHash))" }
}

extension String {
    /// The first eight digits of a fingerprint.
    fileprivate var clippedHash: String { String(prefix(8)) }
}
