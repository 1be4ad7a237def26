import Results
import SeamContract
import Timestamps

/// A run made by hand, from which the committed samples are made.
enum SampleRun {
    /// When it began: 2026-08-21T02:00:00Z.
    static let start = Timestamp(milliseconds: 1_787_277_600_000)

    /// Its id, of which the first twelve digits are when it began, as in every UUID of version 7 (RFC 9562 §5.7).
    static let id = "01a0220b-e500-7c41-9a3e-5b0d8f2e6c17"

    /// The run: every common verdict, one failure that three cases show, drift, a retry and a note.
    static let record = record(
        of: SampleCases.all,
        caseCount: 13,
        notes: [
            "/workspaces/get answered 404 (application/json) and did not say whether the workspace is a sandbox"
        ],
        exercises: [
            OperationExercise(
                operation: "/user_identities/list",
                callCount: 4,
                methods: ["GET", "POST"],
                parameters: ["/limit", "/user_identity_ids"],
                answers: [
                    .init(
                        status: 200,
                        fields: ["/ok", "/user_identities", "/user_identities/*/user_identity_id"]
                    ),
                    .init(status: 404, fields: ["/error", "/error/type", "/ok"]),
                ]
            )
        ],
        ending: RunEnding(
            reason: .complete,
            finishedAt: start + .milliseconds(1840),
            cleanup: Cleanup(
                created: 12,
                deleted: 11,
                leftovers: [
                    Cleanup.Leftover(
                        namespace: "/user_identities",
                        reason: "/user_identities/delete answered 500",
                        count: 1,
                        names: ["/user_identities 3c5bd7a1-6f0b-4f3e-9d57-0c8b1c6f2a11"]
                    )
                ]
            )
        )
    )

    /// How what the run found stands against the night before: one fault is new, one known for a while and waived.
    static let comparison: Comparison = {
        let before = RunReference(id: "019fb3f5-6800-7d15-8a27-4a1c6e9b3f02", startedAt: start - .seconds(86_400))
        let first = RunReference(id: "019f9045-2400-7b0a-b6f1-92c3d8e5a714", startedAt: start - .seconds(7 * 86_400))
        let findings = record.cases.flatMap(\.findings)
        let standings = findings.compactMap { finding -> (String, FindingStanding)? in
            switch finding.requirements {
            case ["UI-UNIQ-EMAIL"]: (finding.fingerprint, FindingStanding(state: .new))
            case ["AU-SCHEMA"]: (finding.fingerprint, FindingStanding(state: .unchanged, firstSeen: first))
            case ["TR-REQID"]:
                (
                    finding.fingerprint,
                    FindingStanding(
                        state: .unchanged,
                        firstSeen: first,
                        waiver: FindingStanding.Waiver(
                            reason: "issue 12",
                            owner: "access team",
                            expiresAt: start + .seconds(30 * 86_400)
                        )
                    )
                )
            default: nil
            }
        }
        return Comparison(baseline: before, standings: Dictionary(standings) { first, _ in first })
    }()

    /// A run of these cases.
    static func record(
        of cases: [CaseRecord],
        caseCount: Int? = nil,
        notes: [String] = [],
        endpoint: String = "https://sandbox.example.com",
        profile: RunProfile? = nil,
        exercises: [OperationExercise] = [],
        ending: RunEnding? = RunEnding(reason: .complete, finishedAt: start + .seconds(1))
    ) -> RunRecord {
        var record = RunRecord(
            header: RunHeader(
                id: id,
                startedAt: start,
                endpoint: endpoint,
                isEmbedded: false,
                contract: Provenance(origin: "bundled", fingerprint: "5d1e0c8a44b2f913"),
                suite: Provenance(origin: "bundled", fingerprint: "a91f4e7733d0c2b8"),
                version: "0.1.0",
                seed: 42,
                caseCount: caseCount ?? cases.count,
                profile: profile,
                labels: [Label(key: "branch", value: "main"), Label(key: "build", value: "1187")]
            )
        )
        for event in cases.flatMap(\.events) { record.apply(event) }
        for exercise in exercises { record.apply(.exercised(exercise)) }
        for note in notes { record.apply(.noted(at: start + .milliseconds(1800), message: note)) }
        if let ending { record.apply(.finished(ending)) }
        return record
    }

    /// A case that lasted so many milliseconds, of a scenario in a file such as `transport/requests`.
    static func sampleCase(
        _ scenario: String,
        variant: String = "",
        in file: String = "area/file",
        line: Int = 1,
        title: String,
        verdict: Verdict?,
        reason: String = "",
        milliseconds: Int = 12,
        requirements: [RequirementResult] = [],
        untested: [String] = [],
        cause: Cause? = nil,
        findings: [Finding] = [],
        exchanges: [Exchange] = [],
        drifts: [Drift] = []
    ) -> CaseRecord {
        let id = variant.isEmpty ? scenario : "\(scenario)[\(variant)]"
        let area = file.split(separator: "/").first.map(String.init) ?? ""
        var record = CaseRecord(
            header: CaseHeader(
                id: id,
                scenario: scenario,
                title: title,
                area: area,
                place: "scenarios/\(file).yaml:\(line)",
                startedAt: start + .milliseconds(20)
            )
        )
        record.findings = findings
        record.exchanges = exchanges
        record.drifts = drifts
        record.result = verdict.map { verdict in
            CaseResult(
                id: id,
                verdict: verdict,
                reason: reason,
                requirements: requirements,
                untested: untested,
                cause: cause,
                duration: .milliseconds(milliseconds),
                finishedAt: start + .milliseconds(20 + milliseconds)
            )
        }
        return record
    }

    /// An exchange with JSON bodies.
    static func exchange(
        _ ordinal: Int = 1,
        step: String,
        path: String,
        sends body: String,
        status: Int = 200,
        answer: String = #"{"ok":true}"#,
        retries: [TransportRetry] = []
    ) -> Exchange {
        Exchange(
            ordinal: ordinal,
            step: step,
            phase: .steps,
            operation: path,
            credential: "own",
            request: SentRequest(
                method: "POST",
                url: "https://sandbox.example.com" + path,
                headers: [
                    HeaderField(name: "authorization", value: "Bearer $SEAM_API_KEY"),
                    HeaderField(name: "content-type", value: "application/json"),
                ],
                body: MessageBody(text: body, byteCount: body.utf8.count)
            ),
            outcome: .response(
                ReceivedResponse(
                    status: status,
                    headers: [
                        HeaderField(name: "content-type", value: "application/json; charset=utf-8"),
                        HeaderField(name: "seam-request-id", value: "b0d83f4a-63c4-4f2a-93a3-19e5a2d1f4c7"),
                    ],
                    body: MessageBody(text: answer, byteCount: answer.utf8.count)
                )
            ),
            startedAt: start + .milliseconds(25),
            duration: .microseconds(3_200),
            retries: retries
        )
    }

    /// The catalogue that the run goes by.
    static func catalogue() throws -> Catalogue {
        let entries = [
            ("UI-UNIQ-EMAIL", "must", "An e-mail address belongs to at most one user identity of a workspace."),
            ("UI-CREATE", "must", "A user identity can be created with any one of its attributes."),
            (
                "AU-LINK-EMAIL", "must",
                "An access-system user with a known e-mail address is linked to its user identity."
            ),
            ("AU-SCHEMA", "must", "An access-system user has every member that the contract requires."),
            ("TR-REQID", "should", "Every response carries a request id."),
            ("TR-OK-TRUE", "must", "Every success says that it is one."),
        ].map { id, level, statement in
            """
              \(id):
                level: \(level)
                statement: \(statement)
                source: S1
                evidence: documented
            """
        }
        let text = "area: sample\nabout: what the sample run weighs\nrequirements:\n" + entries.joined(separator: "\n")
        return try Catalogue(files: [("sample.yaml", text)])
    }
}
