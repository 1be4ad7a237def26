import JSON
import Redaction
import Results
import Scenarios
import SeamContract
import Timestamps

/// Goes through a case again with the answers that were kept, and weighs one requirement by its expectations.
///
/// Generated values follow from the run's seed, so that they are the same again. Of a case that passed not all exchanges are
/// kept: then a step is judged when it is the only one of its name, as far as its expectations need nothing of the others.
struct CaseReplay {
    private let item: Case
    private let requirement: String
    private let isWhole: Bool
    private var rest: [Exchange]
    private var scope = Scope(seed: 0, caseID: "", now: { Timestamp(nanoseconds: 0) })

    /// A replay.
    ///
    /// - Parameters:
    ///   - item: the case.
    ///   - exchanges: the exchanges that were kept, in their order.
    ///   - requirement: the requirement's id.
    init(_ item: Case, exchanges: [Exchange], requirement: String) {
        self.item = item
        self.requirement = requirement
        let ordinals = exchanges.map(\.ordinal)
        isWhole = !exchanges.isEmpty && ordinals == Array(1...exchanges.count)
        rest = exchanges.filter { $0.phase != .graph && $0.phase != .ownership }
    }

    /// Why nothing more of a case can be answered.
    private struct End: Error {}

    /// Goes through the rounds of the case, as long as there are answers.
    ///
    /// - Parameters:
    ///   - seed: the run's seed.
    ///   - now: the clock.
    ///   - finding: takes in what is found.
    mutating func run(seed: UInt64, now: @escaping @Sendable () -> Timestamp, into finding: inout EvidenceFinding) {
        for round in 1...max(1, item.scenario.rounds) where !rest.isEmpty {
            do {
                scope = try item.scope(seed: seed, round: round, now: now)
                for step in item.given { try replay(step, in: .given, round: round, into: &finding) }
                for step in item.steps { try replay(step, in: .steps, round: round, into: &finding) }
            } catch {
                // What could not be worked out with all answers at hand would have blocked the case.
                if !isWhole, error is TemplateError { finding.note(.notKept) }
                return
            }
            rest = Array(rest.drop { $0.phase == .cleanup })
        }
    }

    /// Goes through one step.
    private mutating func replay(
        _ step: Step,
        in phase: Exchange.Phase,
        round: Int,
        into finding: inout EvidenceFinding
    ) throws {
        switch step.action {
        case .enter(let entry): try scope.enter(entry)
        case .leave(let exit): try scope.leave(exit)
        case .firstOf(let ways): try replay(firstOf: ways, in: phase, round: round, into: &finding)
        case .call(let call):
            let name = item.scenario.rounds > 1 ? "\(step.name) (round \(round))" : step.name
            let exchanges = take(step, called: name, in: phase)
            if exchanges.isEmpty {
                if isWhole { throw End() }
                if step.requirementIDs.contains(requirement) { finding.note(.notKept) }
                return
            }
            do {
                try judge(call, of: step, exchanges, in: phase, into: &finding)
            } catch let error as TemplateError {
                if isWhole { throw error }
                if step.requirementIDs.contains(requirement) { finding.note(.notKept) }
            }
        }
    }

    /// Goes the first of several ways that the kept answers come to the end of.
    private mutating func replay(
        firstOf ways: [[Step]],
        in phase: Exchange.Phase,
        round: Int,
        into finding: inout EvidenceFinding
    ) throws {
        let before = scope
        for (number, way) in ways.enumerated() {
            do {
                for step in way { try replay(step, in: phase, round: round, into: &finding) }
                return
            } catch  where number + 1 < ways.count {
                scope.goBack(to: before)
            }
        }
    }

    /// The exchanges of a step: all attempts and copies of it.
    private mutating func take(_ step: Step, called name: String, in phase: Exchange.Phase) -> [Exchange] {
        if !isWhole {
            let steps = phase == .given ? item.given : item.steps
            let isAlone = steps.flatMap(\.withWays).count { $0.name == step.name } == 1
            return isAlone ? rest.filter { $0.step == name && $0.phase == phase } : []
        }
        var taken: [Exchange] = []
        while let next = rest.first, next.step == name, next.phase == phase {
            if let last = taken.last, (next.attempt, next.copy ?? -1) <= (last.attempt, last.copy ?? -1) { break }
            taken.append(rest.removeFirst())
        }
        return taken
    }

    /// Holds the last answers to a call against its expectations.
    private mutating func judge(
        _ call: Call,
        of step: Step,
        _ exchanges: [Exchange],
        in phase: Exchange.Phase,
        into finding: inout EvidenceFinding
    ) throws {
        let proves = step.requirementIDs.contains(requirement)
        var replies: [Reply] = []
        for attempt in 1...(exchanges.last?.attempt ?? 1) {
            replies = []
            for copy in 0..<max(1, call.copies) {
                let prepared = try call.prepared(in: &scope, copy: copy)
                guard let exchange = exchanges.first(where: { $0.attempt == attempt && ($0.copy ?? 0) == copy }) else {
                    continue
                }
                guard exchange.asks(prepared) else {
                    if proves { finding.note(.changed) }
                    throw End()
                }
                if exchange.trace.isUnreadable {
                    if proves { finding.note(.redacted) }
                    throw End()
                }
                guard let answer = exchange.answer else {
                    if proves { finding.note(.cut) }
                    throw End()
                }
                replies.append(
                    Reply(ordinal: exchange.ordinal, copy: exchange.copy, delivery: nil, answer: answer, scope: scope)
                )
            }
        }
        guard replies.count == max(1, call.copies) else {
            if proves { finding.note(.notKept) }
            if isWhole { throw End() }
            return
        }
        let judgement = try CallJudgement(of: replies, call: call)
        for save in judgement.saved { scope.bind(save.name, to: save.value) }
        weigh(judgement, of: step, in: exchanges, into: &finding)
        let isStopped = judgement.items.contains { $0.expectation.isPrecondition && !$0.mismatches.isEmpty }
        if isStopped || judgement.isOtherwise || !judgement.missingSaves.isEmpty { throw End() }
    }

    /// Counts what a judgement says of the requirement.
    private func weigh(
        _ judgement: CallJudgement,
        of step: Step,
        in exchanges: [Exchange],
        into finding: inout EvidenceFinding
    ) {
        let traces = exchanges.map { ($0.ordinal, $0.trace) }
        for item in judgement.weighedItems where judgement.requirements(of: item).contains(requirement) {
            let isRedacted = item.mismatches.contains { ordinal, mismatch in
                mismatch.showsRedaction(by: traces.filter { ordinal == nil || $0.0 == ordinal }.map(\.1))
            }
            guard !isRedacted else {
                finding.note(.redacted)
                continue
            }
            finding.weigh(
                item.mismatches.map { exchange, mismatch in
                    EvidenceFinding.Breach(
                        step: step.name,
                        exchange: exchange,
                        place: mismatch.place?.description ?? mismatch.subject,
                        message: mismatch.message(because: item.expectation.because)
                    )
                }
            )
        }
    }
}

extension Mismatch {
    /// Whether what was taken out of the bodies can be why it is there.
    fileprivate func showsRedaction(by traces: [RedactionTrace]) -> Bool {
        if [actual, expected, subject].contains(where: Placeholder.stands) { return true }
        return traces.contains { trace in
            trace.canExplain(differenceOf: subject) || (place.map(trace.canExplain(differenceAt:)) ?? false)
        }
    }
}

extension Step {
    /// The step itself, or the steps of all ways that it may go.
    fileprivate var withWays: [Step] {
        if case .firstOf(let ways) = action { ways.joined().flatMap(\.withWays) } else { [self] }
    }
}

extension Exchange {
    /// What was taken out of the response's body.
    fileprivate var trace: RedactionTrace { RedactionTrace(response) }

    /// Whether the request is what a step asks today: the same method, path and JSON body.
    fileprivate func asks(_ prepared: PreparedCall) -> Bool {
        let path = request.url.prefix { $0 != "?" }
        guard request.method == prepared.method.rawValue else { return false }
        guard path.hasSuffix(prepared.path) || Placeholder.stands(in: String(path)) else { return false }
        guard case .json(let value) = prepared.body, let body = request.body, !body.isTruncated else { return true }
        if Placeholder.stands(in: body.text) { return true }
        return (try? JSONValue(parsing: body.text)) == value
    }

    /// The answer as expectations see it; nil when none arrived, or its body was cut.
    fileprivate var answer: Answer? {
        guard let response, !isPutOff, !response.body.isTruncated else { return nil }
        return Answer(
            status: response.status,
            headers: response.headers.map { ($0.name, $0.value) },
            body: try? JSONValue(parsing: response.body.text),
            elapsed: duration
        )
    }
}
