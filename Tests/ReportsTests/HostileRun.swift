import Results
import SeamContract
import Timestamps

/// A run against an endpoint that wants to harm those who read of it.
enum HostileRun {
    /// A clear screen, markup, an end of CDATA, a quote that ends an attribute, writing from right to left, and more.
    static let text =
        "\u{1B}[2J\u{9B}31m<script>alert(1)</script>]]>&\"\u{301} onload=\"'\u{0}\u{7}\u{202E}\u{2066}\u{200B}\u{FEFF}\u{FFFE}\u{2028}{{endpoint}}"

    /// Scalars that no report may hold as they are.
    static let forbidden = "\u{1B}\u{9B}\u{0}\u{7}\u{202E}\u{2066}\u{200B}\u{FEFF}\u{FFFE}\u{2028}".unicodeScalars

    /// The text wherever an endpoint's text, or one that is made of it, can be.
    static let record = SampleRun.record(
        of: [
            SampleRun.sampleCase(
                text,
                variant: text,
                in: "area/" + text,
                title: text,
                verdict: .failed,
                reason: text,
                requirements: [RequirementResult(id: text, level: .must, weighed: 1, broken: 1)],
                findings: [finding],
                exchanges: [
                    SampleRun.exchange(
                        step: text,
                        path: "/" + text,
                        sends: text,
                        answer: text,
                        retries: [TransportRetry(reason: text, delay: .seconds(1))]
                    ), lost,
                ],
                drifts: [Drift(kind: .undocumentedMember, operation: text, place: text)]
            ),
            SampleRun.sampleCase("area/b", title: "b", verdict: .blocked, reason: text),
            SampleRun.sampleCase("area/c", title: "c", verdict: .error, reason: text),
        ],
        notes: [text],
        endpoint: text,
        ending: RunEnding(
            reason: .interrupted,
            message: text,
            finishedAt: SampleRun.start,
            cleanup: Cleanup(
                created: 2,
                deleted: 1,
                leftovers: [Cleanup.Leftover(namespace: text, reason: text, count: 1, names: [text])]
            )
        )
    )

    /// A run before, a waiver and an owner that are no better.
    static let comparison = Comparison(
        baseline: RunReference(id: text, startedAt: SampleRun.start),
        standings: [
            finding.fingerprint: FindingStanding(
                state: .new,
                firstSeen: RunReference(id: text, startedAt: SampleRun.start),
                waiver: FindingStanding.Waiver(reason: text, owner: text, expiresAt: SampleRun.start + .seconds(1))
            )
        ]
    )

    private static let finding = Finding(
        code: text,
        requirements: [text],
        severity: .must,
        step: text,
        exchange: 1,
        operation: text,
        place: text,
        message: text,
        expected: text,
        actual: text
    )

    private static let lost = Exchange(
        ordinal: 2,
        step: text,
        phase: .cleanup,
        operation: text,
        credential: text,
        request: SentRequest(method: text, url: text, headers: [HeaderField(name: text, value: text)], body: nil),
        outcome: .failure(TransportFailure(kind: .notHTTP, message: text)),
        startedAt: SampleRun.start,
        duration: .zero
    )
}
