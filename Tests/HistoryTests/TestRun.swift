import Results
import SeamContract
import Timestamps

/// Runs made by hand for the store.
enum TestRun {
    /// When the first run begins.
    static let start = Timestamp(nanoseconds: 1_787_277_600_123_456_789)

    /// A header.
    static func header(
        _ id: String = "run-1",
        minute: Int = 0,
        caseCount: Int = 3,
        profile: RunProfile? = nil,
        branch: String = "main",
        suite: String = "beef",
        isEmbedded: Bool = false,
        endpoint: String = "https://example.com/seam",
        shards: RunShards? = nil,
        narrowing: [Narrowing]? = nil
    ) -> RunHeader {
        RunHeader(
            id: id,
            startedAt: start + .seconds(60 * minute),
            endpoint: endpoint,
            isEmbedded: isEmbedded,
            contract: Provenance(origin: "bundled", fingerprint: "c0ffee"),
            suite: Provenance(origin: "scenarios", fingerprint: suite),
            version: "0.1.0",
            seed: .max - 7,
            caseCount: caseCount,
            profile: profile,
            labels: [Label(key: "branch", value: branch), Label(key: "note", value: "any 'text', \u{1F600}")],
            shards: shards,
            narrowing: narrowing
        )
    }

    /// What was asked of two operations.
    static let exercises = [
        OperationExercise(
            operation: "/a\u{1B}",
            callCount: 1,
            methods: ["POST"],
            parameters: ["/\u{202E}"],
            answers: []
        ),
        OperationExercise(
            operation: "/acs/users/get",
            callCount: 3,
            methods: ["GET", "POST"],
            parameters: ["/acs_user_id"],
            answers: [
                .init(status: 200, fields: ["/acs_user", "/acs_user/errors", "/ok"]),
                .init(status: 400, fields: [], values: .init()),
                .init(
                    status: 404,
                    fields: ["/a"],
                    values: .init(nulls: ["/\u{1B}"], words: ["/error/type": ["<b>", "gone"], "/x": [""]])
                ),
            ]
        ),
    ]

    /// The events of a case.
    static func caseEvents(
        _ id: String,
        verdict: Verdict = .failed,
        cause: Cause? = nil,
        findings: [Finding] = [],
        exchanges: [Exchange] = [],
        drifts: [Drift] = [],
        finishedAfter: Duration = .milliseconds(13)
    ) -> [RunEvent] {
        let header = CaseHeader(
            id: id,
            scenario: String(id.prefix { $0 != "[" }),
            title: "the title of \(id)",
            area: "user-identities",
            place: "scenarios/a.yaml:3",
            startedAt: start
        )
        let result = CaseResult(
            id: id,
            verdict: verdict,
            reason: verdict == .skipped ? "no second workspace" : "",
            requirements: [
                RequirementResult(id: "TR-REQID", level: .should, weighed: 2, broken: 0),
                RequirementResult(id: "UI-CREATE", level: .must, weighed: 3, broken: verdict == .failed ? 1 : 0),
            ],
            untested: verdict == .skipped ? ["UI-ECHO", "UI-GET-KEY"] : [],
            cause: cause,
            duration: .nanoseconds(12_345_678),
            finishedAt: start + finishedAfter
        )
        return [.caseStarted(header)]
            + exchanges.map { .exchanged(caseID: id, $0) }
            + findings.map { .found(caseID: id, $0) }
            + drifts.map { .drifted(caseID: id, $0) }
            + [.caseFinished(result)]
    }

    /// A finding.
    static func finding(severity: Finding.Severity = .must, code: String = "expectation") -> Finding {
        Finding(
            code: code,
            requirements: severity == .harness ? [] : ["UI-CREATE", "UI-UNIQ-EMAIL"],
            severity: severity,
            step: "create",
            exchange: 1,
            operation: "/user_identities/create",
            place: "/user_identity/email_address",
            message: "not as it should be: <b>\u{1B}[31m\u{202E}",
            expected: "a@example.com",
            actual: "null"
        )
    }

    /// An exchange that was answered.
    static func exchange(
        _ ordinal: Int = 1,
        operation: String? = "/user_identities/create",
        answer: String = #"{"ok":true}"#,
        retries: [TransportRetry] = [],
        duration: Duration = .nanoseconds(3_141_592)
    ) -> Exchange {
        Exchange(
            ordinal: ordinal,
            step: "create",
            phase: .steps,
            copy: ordinal == 2 ? 1 : nil,
            attempt: ordinal,
            operation: operation,
            credential: "own",
            request: SentRequest(
                method: "POST",
                url: "https://example.com/seam/user_identities/create",
                headers: [HeaderField(name: "x-odd", value: "a\u{0}b\"\\")],
                body: ordinal == 3 ? nil : MessageBody(text: "{}", byteCount: 2)
            ),
            outcome: .response(
                ReceivedResponse(
                    status: 200,
                    headers: [HeaderField(name: "content-type", value: "application/json")],
                    body: MessageBody(text: answer, byteCount: 900, isTruncated: true)
                )
            ),
            startedAt: start + .nanoseconds(77),
            duration: duration,
            retries: retries
        )
    }

    /// A text of so many digits that compression can do little about, another for each seed.
    static func noise(_ seed: Int, count: Int) -> String {
        var state = UInt64(truncatingIfNeeded: seed) &+ 1
        let digits = Array("0123456789abcdef".unicodeScalars)
        var noise = String.UnicodeScalarView()
        for _ in 0..<count {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            noise.append(digits[Int(state >> 60)])
        }
        return String(noise)
    }

    /// An exchange that was not.
    static let lost = Exchange(
        ordinal: 3,
        step: "list",
        phase: .cleanup,
        operation: nil,
        credential: "none",
        request: SentRequest(method: "GET", url: "https://example.com/x?y=%20", headers: [], body: nil),
        outcome: .failure(TransportFailure(kind: .dropped, message: "the connection broke after 12 bytes")),
        startedAt: start,
        duration: .seconds(1),
        retries: [TransportRetry(reason: "connection refused", delay: .milliseconds(250))]
    )

    /// The end of a run.
    static func ending(minute: Int = 0, cleanup: Cleanup? = nil) -> RunEvent {
        .finished(RunEnding(reason: .complete, finishedAt: start + .seconds(60 * minute + 2), cleanup: cleanup))
    }
}
