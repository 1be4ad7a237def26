import Results
import SeamContract
import Timestamps

/// A made-up run of failing cases with large bodies, for reports to be made of.
struct SyntheticRun {
    /// What the bodies are full of.
    enum Body: String, CaseIterable {
        case json, oneLine, controls, emoji, marks, brackets

        /// A body of so many bytes.
        ///
        /// - Parameter size: how many bytes, give or take a few.
        /// - Returns: the text.
        func text(ofSize size: Int) -> String {
            switch self {
            case .json:
                let user = #"{"acs_user_id":"7f9c2b4e-1d3a-4c5b","full_name":"Chiara Seamcheck","is_managed":true},"#
                let users = String(repeating: user, count: max(1, size / user.utf8.count)).dropLast()
                return #"{"acs_users":["# + users + #"],"ok":true}"#
            case .oneLine: return String(repeating: "x", count: size)
            case .controls: return String(repeating: "\u{1B}[2J\u{0}\u{202E}", count: size / 8)
            case .emoji: return String(repeating: "👩‍👩‍👧", count: size / 18)
            case .marks: return "a" + String(repeating: "\u{301}", count: size / 2)
            case .brackets: return String(repeating: "##[&<\"'\n", count: size / 8)
            }
        }
    }

    private let start = Timestamp(milliseconds: 1_787_277_600_000)

    /// A run.
    ///
    /// - Parameters:
    ///   - caseCount: how many cases fail.
    ///   - findingCount: how many findings each has.
    ///   - body: what its response and its request are full of.
    ///   - size: how large the response is, in bytes; the request is as large as that when it is asked to.
    ///   - sendsMuch: whether requests are as large.
    /// - Returns: the run.
    func record(caseCount: Int, findingCount: Int = 1, body: Body, size: Int, sendsMuch: Bool = false) -> RunRecord {
        var record = RunRecord(
            header: RunHeader(
                id: "01a0220b-e500-7c41-9a3e-5b0d8f2e6c17",
                startedAt: start,
                endpoint: "https://sandbox.example.com",
                isEmbedded: false,
                contract: Provenance(origin: "bundled", fingerprint: "5d1e0c8a44b2f913"),
                suite: Provenance(origin: "bundled", fingerprint: "a91f4e7733d0c2b8"),
                version: "0.1.0",
                seed: 42,
                caseCount: caseCount,
                labels: []
            )
        )
        for number in 0..<caseCount {
            for event in events(of: number, findingCount, body.text(ofSize: size), sendsMuch: sendsMuch) {
                record.apply(event)
            }
        }
        record.apply(.finished(RunEnding(reason: .complete, finishedAt: start + .seconds(5))))
        return record
    }

    private func events(of number: Int, _ findingCount: Int, _ text: String, sendsMuch: Bool) -> [RunEvent] {
        let id = "case-\(number)"
        let header = CaseHeader(
            id: id,
            scenario: id,
            title: "a list has what was created",
            area: "area-\(number % 7)",
            place: "scenarios/area/file.yaml:\(number + 1)",
            startedAt: start
        )
        let findings = (0..<findingCount).map { place in
            RunEvent.found(
                caseID: id,
                Finding(
                    code: "expectation",
                    requirements: ["UI-LIST-\(number % 50)"],
                    severity: .must,
                    step: "list",
                    exchange: 1,
                    operation: "/acs/users/list",
                    place: "/acs_users/\(number)/\(place)",
                    message: "expected a user, got \(String(text.unicodeScalars.prefix(200)))",
                    expected: "a user",
                    actual: String(text.unicodeScalars.prefix(200))
                )
            )
        }
        let result = CaseResult(
            id: id,
            verdict: .failed,
            requirements: [RequirementResult(id: "UI-LIST-\(number % 50)", level: .must, weighed: 1, broken: 1)],
            duration: .milliseconds(12),
            finishedAt: start + .milliseconds(12)
        )
        let exchange = exchange(text, sent: sendsMuch ? text : #"{"limit":1000}"#)
        return [.caseStarted(header), .exchanged(caseID: id, exchange)] + findings + [.caseFinished(result)]
    }

    private func exchange(_ text: String, sent: String) -> Exchange {
        Exchange(
            ordinal: 1,
            step: "list",
            phase: .steps,
            operation: "/acs/users/list",
            credential: "own",
            request: SentRequest(
                method: "POST",
                url: "https://sandbox.example.com/acs/users/list",
                headers: [HeaderField(name: "authorization", value: "Bearer $SEAM_API_KEY")],
                body: MessageBody(text: sent, byteCount: sent.utf8.count)
            ),
            outcome: .response(
                ReceivedResponse(
                    status: 200,
                    headers: [HeaderField(name: "content-type", value: "application/json")],
                    body: MessageBody(text: text, byteCount: text.utf8.count)
                )
            ),
            startedAt: start,
            duration: .milliseconds(3)
        )
    }
}
