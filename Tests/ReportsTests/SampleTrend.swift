import Reports
import Results
import SeamContract
import Timestamps
import Trends

/// Nights made by hand, from which the committed samples of the trend are made.
enum SampleTrend {
    /// A letter for each night: `.` passed, `x` failed, `w` waived, `~` warned, `-` skipped, `e` error, ` ` not in the run.
    static let lines: [(id: String, requirement: String, line: String)] = [
        ("identity-value-unique[email]", "UI-UNIQ-EMAIL", "..............................xxxx"),
        ("identity-create-minimal", "UI-CREATE", ".................................."),
        ("access-user-linked[email]", "AU-LINK-EMAIL", "...x......x.......x....x......x..."),
        ("access-user-complete", "AU-SCHEMA", "..........wwwwwwwwwwwwwwwwwwwwwwww"),
        ("transport-request-id", "TR-REQID", "~~~~~~~~~~~~~~~~~~~~..............",),
        ("transport-success", "TR-OK-TRUE", "..........-...........e..........."),
        ("access-user-late", "AU-LINK-EMAIL", "               ...........xxx     "),
    ]

    /// The nights: two are missing in the middle, one was interrupted.
    static let overview = TrendOverview(
        (0..<34).map(run),
        scope: TrendScope(labels: [Label(key: "branch", value: "main")], olderCount: 12, elsewhereCount: 3),
        titles: [
            "identity-value-unique[email]": "A value that another user identity has is refused",
            "access-user-linked[email]": "An access-system user is linked to the identity with its e-mail address",
            "access-user-complete": "An access-system user has every member",
        ],
        latencies: Dictionary(
            uniqueKeysWithValues: (0..<34).filter { $0 != 20 }.map { (id($0), latencies(ofNight: $0)) }
        ),
        drifts: [
            DriftTurn(
                operation: "/user_identities/get",
                what: "200 /user_identity/nickname",
                isGone: false,
                since: RunReference(id: id(30), startedAt: start(30)),
                suspects: [.endpoint]
            )
        ]
    )

    /// The report of the nights.
    static func report() throws -> TrendReport { TrendReport(overview, catalogue: try SampleRun.catalogue()) }

    /// The id of a night's run.
    static func id(_ night: Int) -> String { "01a0220b-e500-7c41-9a3e-5b0d8f2e6c\(night + 10)" }

    private static func start(_ night: Int) -> Timestamp {
        SampleRun.start + .seconds(86_400 * (night < 18 ? night : night + 2))
    }

    private static func run(_ night: Int) -> RunOutcome {
        let cases = lines.compactMap { line -> (String, RunOutcome.Case)? in
            let letter = Array(line.line)[night]
            return outcome(letter, line.requirement).map { (line.id, $0) }
        }
        return RunOutcome(
            header: header(night, caseCount: cases.count),
            ending: RunEnding(reason: night == 20 ? .interrupted : .complete, finishedAt: start(night) + .seconds(2)),
            cases: Dictionary(uniqueKeysWithValues: cases)
        )
    }

    private static func header(_ night: Int, caseCount: Int) -> RunHeader {
        RunHeader(
            id: id(night),
            startedAt: start(night),
            endpoint: "https://sandbox.example.com",
            isEmbedded: false,
            contract: Provenance(origin: "bundled", fingerprint: "5d1e0c8a44b2f913"),
            suite: Provenance(origin: "bundled", fingerprint: night < 15 ? "0b7a51c2e98d4f36" : "a91f4e7733d0c2b8"),
            version: "0.1.0",
            seed: 42,
            caseCount: night == 20 ? caseCount + 2 : caseCount,
            labels: [Label(key: "branch", value: "main"), Label(key: "build", value: "\(1150 + night)")]
        )
    }

    private static func outcome(_ letter: Character, _ requirement: String) -> RunOutcome.Case? {
        let verdict: Verdict
        switch letter {
        case ".": verdict = .passed
        case "x": verdict = .failed
        case "w": verdict = .waived
        case "~": verdict = .warned
        case "-": return RunOutcome.Case(verdict: .skipped)
        case "e": return RunOutcome.Case(verdict: .error)
        default: return nil
        }
        let level: Level = requirement == "TR-REQID" ? .should : .must
        let broken = verdict == .passed ? 0 : 1
        let result = RequirementResult(id: requirement, level: level, weighed: 2, broken: broken)
        return RunOutcome.Case(verdict: verdict, requirements: [result])
    }

    private static func latencies(ofNight night: Int) -> [String: LatencyHistogram] {
        let slow = night < 24 ? 1 : 2
        return [
            "/user_identities/create": LatencyHistogram(
                (0..<40).map { .microseconds(2900 + 37 * $0 * (1 + night % 3)) }
            ),
            "/user_identities/get": LatencyHistogram(
                (0..<60).map { .microseconds((900 + 11 * $0) * slow + 13 * night) }
            ),
        ]
    }
}
