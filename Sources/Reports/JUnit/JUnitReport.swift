public import Results
public import SeamContract
import Timestamps

/// A run as JUnit XML, in the dialect that GitLab, Jenkins, GitHub actions and Azure all read.
///
/// A suite is an area, a test a case; `classname` is the scenario and `name` its title with the variant, since readers
/// take two tests with both the same for one. `failed`, `unexpectedPass` and (in a strict run) `warned` are failures;
/// `error`, `blocked` and cases that did not end are errors; `skipped`, `notApplicable` and `waived` are skipped, with
/// the reason. A warning that is no failure is told in `system-out`. A run that did not come to its end, that judged
/// nothing, or in which an operation never worked, has the suite `run` with one error, so that whoever reads nothing but
/// this file does not take it for good.
public struct JUnitReport: Sendable {
    private let record: RunRecord
    private let catalogue: Catalogue
    private let isStrict: Bool

    /// The report of a run.
    ///
    /// - Parameters:
    ///   - record: the run.
    ///   - catalogue: where the statements of the requirements are.
    ///   - isStrict: whether a broken `should` counts as a failure.
    public init(_ record: RunRecord, catalogue: Catalogue, isStrict: Bool = false) {
        self.record = record.shown
        self.catalogue = catalogue
        self.isStrict = isStrict
    }

    /// The document.
    public var xml: String {
        let overview = RunOverview(record, catalogue: catalogue, isStrict: isStrict)
        let areas = Dictionary(grouping: record.cases, by: \.header.area).sorted { $0.key < $1.key }
        let console = ConsoleReport(record, catalogue: catalogue, isStrict: isStrict)
        let suites = areas.map { area, cases in
            suite(area, cases.sorted { $0.header.id < $1.header.id }, runProperties: properties, console: console)
        }
        let failure = runFailure(overview).map { [$0] } ?? []
        let root = XMLElement(
            "testsuites",
            [("name", "seamcheck")] + totals(record.cases, furtherErrors: failure.count)
                + [("time", Wording.seconds(overview.duration))],
            failure + suites
        )
        return XMLElement.declaration + root.text()
    }

    /// What was tested, and with what; repeated in each suite, since readers look there.
    private var properties: XMLElement {
        let header = record.header
        let pairs =
            [
                ("profile", header.profile?.name ?? ""), ("tested", TestedShare(record)?.sentence ?? ""),
            ].filter { !$0.1.isEmpty } + [
                ("run", header.id), ("endpoint", header.endpoint), ("seamcheck", header.version),
                ("seed", String(header.seed)), ("suite", header.suite.label), ("contract", header.contract.label),
            ] + header.labels.map { ("label." + $0.key, $0.value) }
        return XMLElement("properties", [], pairs.map { XMLElement("property", [("name", $0.0), ("value", $0.1)]) })
    }

    /// The suite `run` with its one error; nil when the run is complete, judged something, and nothing stood in its way.
    private func runFailure(_ overview: RunOverview) -> XMLElement? {
        guard overview.isUntrustworthy else { return nil }
        let time = ("time", Wording.seconds(.zero))
        let error = XMLElement("error", [("message", overview.headline), ("type", overview.conclusion.rawValue)])
        return XMLElement(
            "testsuite",
            [("name", "run")] + totals([], furtherErrors: 1) + [time, timestamp(record.header.startedAt)],
            [
                properties,
                XMLElement("testcase", [("name", "the run judges the endpoint"), ("classname", "run"), time], [error]),
            ]
        )
    }

    private func suite(
        _ area: String,
        _ cases: [CaseRecord],
        runProperties: XMLElement,
        console: ConsoleReport
    ) -> XMLElement {
        let time = cases.reduce(Duration.zero) { $0 + ($1.result?.duration ?? .zero) }
        let start = cases.map(\.header.startedAt).min() ?? record.header.startedAt
        return XMLElement(
            "testsuite",
            [("name", area)] + totals(cases) + [("time", Wording.seconds(time)), timestamp(start)],
            [runProperties] + cases.map { JUnitCase($0, console: console, isStrict: isStrict).element }
        )
    }

    /// The attribute that says when a suite began: without a zone, as the dialect has it.
    private func timestamp(_ start: Timestamp) -> (String, String) { ("timestamp", String(start.rfc3339.prefix(19))) }

    /// How many tests there are, and how many of them came out how; an error further to the cases is a test too.
    private func totals(_ cases: [CaseRecord], furtherErrors: Int = 0) -> [(String, String)] {
        let outcomes = cases.map { TestOutcome($0.result?.verdict, isStrict: isStrict) }
        return [
            ("tests", String(cases.count + furtherErrors)),
            ("failures", String(outcomes.count { $0 == .failure })),
            ("errors", String(outcomes.count { $0 == .error } + furtherErrors)),
            ("skipped", String(outcomes.count { $0 == .skipped })),
        ]
    }
}
