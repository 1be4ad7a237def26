import Foundation
import History
import JSON
import Results
import SeamContract
import Timestamps

/// Three years of nights as a store would have them: made up, and the same every time.
///
/// Of the cases one in twenty is flaky at 1 to 20 %; forty times a case breaks and stays broken for some nights.
struct SyntheticHistory {
    static let caseCount = 600
    static let operations = (0..<20).map { "/resources_\($0)/get" }

    private let nightCount: Int
    private let flakiness: [Double]
    private let regressions: [(night: Int, length: Int, item: Int)]
    private var chance = Chance(state: 7)

    /// A history of so many nights.
    init(nightCount: Int) {
        self.nightCount = nightCount
        var chance = Chance(state: 1)
        flakiness = (0..<Self.caseCount).map { $0 % 20 == 7 ? 0.01 + 0.19 * chance.next() : 0 }
        regressions = (0..<40).map { _ in
            (
                night: Int(chance.next() * Double(nightCount)), length: 1 + Int(chance.next() * 30),
                item: Int(chance.next() * Double(Self.caseCount))
            )
        }
    }

    /// The events of a night.
    ///
    /// - Parameters:
    ///   - night: which, from 0.
    ///   - exchangeCount: how many exchanges each case has.
    /// - Returns: the events, in order.
    mutating func events(ofNight night: Int, exchangeCount: Int) -> [RunEvent] {
        let start = Timestamp(nanoseconds: 1_700_000_000_000_000_000) + .seconds(86_400 * night)
        var events: [RunEvent] = [.started(header(ofNight: night, at: start))]
        for item in 0..<Self.caseCount {
            let isBroken = regressions.contains { $0.item == item && ($0.night..<$0.night + $0.length).contains(night) }
            let fails = isBroken || chance.next() < flakiness[item]
            let id = "scenario-\(item / 3)[variant=\(item % 3)]"
            events.append(.caseStarted(caseHeader(id, item: item, at: start)))
            for ordinal in 1...exchangeCount {
                events.append(.exchanged(caseID: id, exchange(ordinal, of: item, at: start)))
            }
            if fails { events.append(.found(caseID: id, finding(item: item))) }
            events.append(.caseFinished(result(id, item: item, fails: fails, at: start)))
        }
        events += Self.operations.indices.map { .exercised(exercise(of: $0, night: night)) }
        events.append(.finished(RunEnding(reason: .complete, finishedAt: start + .seconds(5))))
        return events
    }

    private func header(ofNight night: Int, at start: Timestamp) -> RunHeader {
        RunHeader(
            id: "night-\(String(night + 10_000).dropFirst())",
            startedAt: start,
            endpoint: "https://seam.example.com",
            isEmbedded: false,
            contract: Provenance(origin: "bundled", fingerprint: "c\(night / 60)"),
            suite: Provenance(origin: "bundled", fingerprint: "s\(night / 30)"),
            version: "0.1.0",
            seed: UInt64(night),
            caseCount: Self.caseCount,
            labels: [Label(key: "branch", value: "main"), Label(key: "commit", value: "\(night * 7919)")]
        )
    }

    private func caseHeader(_ id: String, item: Int, at start: Timestamp) -> CaseHeader {
        CaseHeader(
            id: id,
            scenario: "scenario-\(item / 3)",
            title: "What scenario \(item / 3) promises",
            area: "area-\(item % 8)",
            place: "scenarios/area-\(item % 8)/file.yaml:\(item)",
            startedAt: start
        )
    }

    /// What an operation showed: every 150 nights a field more, and in one night of ten a conflict.
    private mutating func exercise(of operation: Int, night: Int) -> OperationExercise {
        let fields = (0..<30 + (night + operation * 7) / 150).map { "/resource/field_\($0)" }
        let kinds = ["/resource/field_3": ["active", "deleted", "pending"]]
        let refusals = [400, 401, 404] + (chance.next() < 0.1 ? [409] : [])
        let refused = refusals.map { status in
            OperationExercise.Answer(
                status: status,
                fields: ["/error", "/error/message", "/error/type", "/ok"],
                values: .init(words: ["/error/type": ["invalid_input"]])
            )
        }
        let accepted = OperationExercise.Answer(
            status: 200,
            fields: fields.sorted(),
            values: .init(nulls: Array(fields.prefix(5)), words: kinds)
        )
        return OperationExercise(
            operation: Self.operations[operation],
            callCount: 240,
            methods: ["GET", "POST"],
            parameters: ["/resource_id"],
            answers: [accepted] + refused
        )
    }

    private func requirements(of item: Int) -> [String] {
        Set((0..<4).map { "RQ-\((item * 13 + $0 * 29) % 340)" }).sorted()
    }

    private func result(_ id: String, item: Int, fails: Bool, at start: Timestamp) -> CaseResult {
        CaseResult(
            id: id,
            verdict: fails ? .failed : .passed,
            requirements: requirements(of: item).enumerated().map { index, requirement in
                RequirementResult(id: requirement, level: .must, weighed: 2, broken: fails && index == 0 ? 1 : 0)
            },
            duration: .milliseconds(8),
            finishedAt: start + .milliseconds(8)
        )
    }

    private func finding(item: Int) -> Finding {
        Finding(
            code: "expectation",
            requirements: [requirements(of: item)[0]],
            severity: .must,
            step: "get",
            exchange: 1,
            operation: Self.operations[item % Self.operations.count],
            place: "/resource/status",
            message: "/resource/status: expected \"set\", got \"unset\"",
            expected: "\"set\"",
            actual: "\"unset\""
        )
    }

    private mutating func exchange(_ ordinal: Int, of item: Int, at start: Timestamp) -> Exchange {
        let operation = Self.operations[(item + ordinal) % Self.operations.count]
        let id = String(UInt64(chance.next() * 9e18), radix: 16)
        let answer = """
            {"ok":true,"resource":{"resource_id":"\(id)-\(item)","created_at":"2026-08-21T12:00:00.000Z","display_name":"Ann \
            Example","email_address":"ann-\(id)@example.com","phone_number":"+15550100\(item)","workspace_id":"b3f1c2d4-0001\
            -4a5b-8c9d-0123456789ab","warnings":[],"errors":[],"pending_mutations":[]}}
            """
        return Exchange(
            ordinal: ordinal,
            step: "get",
            phase: .steps,
            operation: operation,
            credential: "own",
            request: SentRequest(
                method: "POST",
                url: "https://seam.example.com" + operation,
                headers: [
                    HeaderField(name: "authorization", value: "Bearer $SEAM_API_KEY"),
                    HeaderField(name: "content-type", value: "application/json"),
                ],
                body: MessageBody(text: "{\"resource_id\":\"\(id)\"}", byteCount: 40)
            ),
            outcome: .response(
                ReceivedResponse(
                    status: 200,
                    headers: [
                        HeaderField(name: "content-type", value: "application/json; charset=utf-8"),
                        HeaderField(name: "seam-request-id", value: id),
                    ],
                    body: MessageBody(text: answer, byteCount: answer.utf8.count)
                )
            ),
            startedAt: start,
            duration: .microseconds(900 + Int(chance.next() * 4000))
        )
    }
}

/// Chance that is the same every time: a linear congruential generator with Knuth's constants for 64 bits.
private struct Chance {
    var state: UInt64

    /// A number from 0 to below 1.
    mutating func next() -> Double {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return Double(state >> 11) / Double(1 << 53)
    }
}
