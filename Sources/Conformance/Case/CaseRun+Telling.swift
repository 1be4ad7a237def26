import Results
import Scenarios
import SeamContract

extension CaseRun {
    /// Tells a finding.
    mutating func tell(_ finding: Finding) {
        tally.note(finding.severity)
        context.log.emit(.found(caseID: testCase.id, finding))
    }

    /// What was found, and behind it what the copies that were released together before it were told.
    func raced(_ actual: String) -> String {
        timeline.map { "\(actual) – at once: \($0)" } ?? actual
    }

    /// Tells a fault of ours or of the network.
    mutating func fault(
        _ code: String,
        step: String,
        exchange: Int? = nil,
        operation: String? = nil,
        place: String = "",
        message: String,
        expected: String = "",
        actual: String = ""
    ) {
        tell(
            Finding(
                code: code,
                requirements: [],
                severity: .harness,
                step: step,
                exchange: exchange,
                operation: operation,
                place: place,
                message: message,
                expected: expected,
                actual: actual
            )
        )
    }

    /// Tells an exchange, and runs the automatic checks on its response.
    ///
    /// - Parameters:
    ///   - delivery: what came of the request.
    ///   - request: the request.
    ///   - label: where it belongs; its ordinal is set here.
    ///   - question: what checks want to know of the request.
    /// - Returns: the ordinal, and the response as checks see it; nil when none arrived, or one that only puts the request
    ///   off, which judges nothing.
    mutating func take(
        _ delivery: Delivery,
        of request: OutgoingRequest,
        label: ExchangeLabel,
        question: Observation.Question
    ) -> (ordinal: Int, observation: Observation?) {
        guard delivery.failure?.kind != .notSent else { return (exchangeCount, nil) }
        exchangeCount += 1
        var label = label
        label.ordinal = exchangeCount
        let step = testCase.scenario.rounds > 1 ? "\(label.step) (round \(round))" : label.step
        let exchange = context.exchange(delivery, of: request, label: label.renamed(step))
        context.log.emit(.exchanged(caseID: testCase.id, exchange))
        if label.phase == .graph { graphExchanges[label.ordinal] = exchange }
        guard let response = delivery.response else {
            note(request, question, observation: nil)
            return (label.ordinal, nil)
        }
        wasAnswered = true
        guard !delivery.isPutOff else {
            note(request, question, observation: nil)
            // Neither the runner's own look at the graph nor cleanup is what the case is about.
            if [.given, .steps].contains(label.phase) { tellPutOff(delivery, status: response.status, label) }
            return (label.ordinal, nil)
        }
        let observation = Observation(
            question: question,
            response: response,
            secrets: context.endpoint.credentials.secrets,
            redactor: context.redactor
        )
        if let json = observation.json { context.ownership.note(json) }
        note(request, question, observation: observation)
        if isJudged(response, in: label.phase) { judge(observation, shownBy: exchange, label: label) }
        return (label.ordinal, observation)
    }

    /// Whether the checks of every response look at one: not at those to the runner's own questions of whose something is and
    /// to the cleanup, which no case is about, nor where the graph asks for what is not offered.
    private func isJudged(_ response: IncomingResponse, in phase: Exchange.Phase) -> Bool {
        switch phase {
        case .given, .steps: true
        case .graph: Absence.evidence(in: response) == nil
        case .ownership, .cleanup: false
        }
    }

    /// Notes what was asked of an operation, and what it answered.
    private func note(_ request: OutgoingRequest, _ question: Observation.Question, observation: Observation?) {
        guard let operation = question.operation else { return }
        context.exercises.note(request, to: operation, response: observation?.response, json: observation?.json)
    }

    /// Tells that the endpoint takes no requests for now, which says nothing of how it would answer, and ends the case.
    ///
    /// Source: RFC 6585 §4, RFC 9110 §15.6.4.
    mutating func tellPutOff(_ delivery: Delivery, status: Int, _ label: ExchangeLabel) {
        let trouble = delivery.trouble ?? "the endpoint answers \(status)"
        fault(
            status == 429 ? "transport.rateLimited" : "transport.unavailable",
            step: label.step,
            exchange: label.ordinal,
            operation: label.operation,
            message: trouble + (delivery.restraint.map { " (\($0.advice))" } ?? ""),
            expected: "an answer to the request",
            actual: "\(status)"
        )
        if stop == nil { stop = .halted("\(label.step): \(trouble)") }
    }

    /// Takes in what the checks of every response find in one, and tells what the contract does not know of it.
    private mutating func judge(_ observation: Observation, shownBy exchange: Exchange, label: ExchangeLabel) {
        var weighings: [String: [Finding]] = [:]
        for weighing in AutomaticChecks.weighings(observation, context.catalogue) {
            let id = context.catalogue.weighedID(weighing.requirement)
            weighings[id, default: []] += weighing.breaches.map { finding($0, requirement: id, label: label) }
        }
        let found = weighings.values.flatMap(\.self)
        if !found.isEmpty { flaws[label.ordinal] = found.map(ResponseFlaw.init) }
        context.responses.note(weighings, in: exchange, ofCase: testCase.id, telling: context)
        for drift in DriftCheck.drifts(observation) where drifts.insert(drift).inserted {
            context.log.emit(.drifted(caseID: testCase.id, drift))
        }
    }

    private func finding(_ breach: Breach, requirement: String, label: ExchangeLabel) -> Finding {
        let severity = context.catalogue.severity(of: [requirement])
        return Finding(
            code: breach.code,
            requirements: [requirement],
            severity: breach.ceiling.map { $0.isBelow(severity) ? $0 : severity } ?? severity,
            step: label.step,
            exchange: label.ordinal,
            operation: label.operation,
            place: breach.place,
            message: breach.message,
            expected: breach.expected,
            actual: breach.actual
        )
    }
}

extension Finding.Severity {
    /// Whether it weighs less than another.
    fileprivate func isBelow(_ other: Finding.Severity) -> Bool {
        let order = Finding.Severity.allCases
        return order.firstIndex(of: self) ?? 0 < order.firstIndex(of: other) ?? 0
    }
}
