import JSON
import Results
import Scenarios
import SeamContract

extension CallJudgement {
    /// Holds the replies of a call's copies against its expectations, and gathers what is to be saved.
    ///
    /// - Parameters:
    ///   - replies: what came of each copy.
    ///   - call: the call.
    /// - Throws: `TemplateError` when a template has no value.
    init(of replies: [Reply], call: Call) throws(TemplateError) {
        self.init(items: call.expectations.map { Item(expectation: $0) })
        isComplete = replies.allSatisfy { $0.answer != nil }
        let accepted = replies.compactMap(\.answer).filter { $0.status / 100 == 2 }
        let isReadable = accepted.allSatisfy { $0.body?.kind == .object }
        isSuccess = accepted.count == replies.count && isReadable
        isRefused = replies.count == 1 && (400...599).contains(replies.first?.answer?.status ?? 0)
        isUnreadable = call.operation != nil && !isReadable
        ordinals = replies.map(\.ordinal)
        try gatherSaves(of: call, from: replies)
        guard isComplete else { return }
        for index in items.indices {
            let expectation = items[index].expectation
            for reply in replies {
                guard let answer = reply.answer else { continue }
                var scope = reply.scope
                for save in saved { scope.bind(save.name, to: save.value) }
                items[index].mismatches += try expectation.mismatches(in: answer, scope: scope)
                    .map { (reply.ordinal, $0) }
            }
            items[index].mismatches += expectation.mismatches(inAll: replies.map(\.answer)).map { (nil, $0) }
        }
    }
}

extension CaseRun {
    /// Makes a judgement final: tells findings, counts what was weighed, keeps what was saved, stops where nothing can follow.
    mutating func settle(_ judgement: CallJudgement, call: Call, step: Step, phase: Exchange.Phase) {
        for save in judgement.saved { scope.bind(save.name, to: save.value) }
        saved += judgement.saved.map(\.value)
        guard judgement.isComplete else {
            if phase != .cleanup, stop == nil { stop = .halted("\(step.name): no answer that can be judged arrived") }
            return
        }
        var isBroken = false
        for item in judgement.weighedItems {
            isBroken = isBroken || !item.mismatches.isEmpty
            guard let item = judged(item, of: judgement) else { continue }
            let proves = judgement.requirements(of: item)
            settle(item, proves: proves, step: step, phase: phase, operation: call.operation?.path)
        }
        if phase == .steps { spoiler = spoiler ?? trouble(in: judgement) }
        if judgement.isOtherwise, phase == .steps, stop == nil {
            stop = .halted("\(step.name): the call came out otherwise, so what follows can't be judged")
        }
        guard !judgement.missingSaves.isEmpty, phase != .cleanup, stop == nil else { return }
        let names = judgement.missingSaves.joined(separator: ", ")
        if phase == .given {
            stop = .blocked("\(step.name): the answer has nothing to save as \(names)")
        } else {
            if let flaw = flaws(in: judgement.ordinals).first(where: \.spoilsBody) {
                obstructions.append(flaw)
            } else if !isBroken {
                tellMissing(names, judgement: judgement, step: step, operation: call.operation?.path)
            }
            stop = .halted("\(step.name): the answer has nothing to save as \(names)")
        }
    }

    /// The server error among the answers to a call that is trouble and no answer; nil when there is none.
    ///
    /// Some server errors among many answers are trouble; more than half of them are what the calls at once led to.
    private func trouble(in judgement: CallJudgement) -> ResponseFlaw? {
        let crashes = flaws(in: judgement.ordinals).filter(\.spoilsResponse)
        return crashes.count == 1 || crashes.count * 2 <= judgement.ordinals.count ? crashes.first : nil
    }

    /// What is wrong with the responses of some exchanges.
    private func flaws(in ordinals: [Int]) -> [ResponseFlaw] {
        ordinals.flatMap { flaws[$0] ?? [] }
    }

    /// An expectation without the differences that a flaw of the same response stands for, or a server error before it; nil when
    /// nothing is left of it, so that it is not judged.
    private mutating func judged(_ item: CallJudgement.Item, of judgement: CallJudgement) -> CallJudgement.Item? {
        guard !item.mismatches.isEmpty, !item.expectation.isPrecondition else { return item }
        let isTrouble = trouble(in: judgement) != nil
        var rest = item
        var explained: [ResponseFlaw] = []
        rest.mismatches.removeAll { exchange, mismatch in
            let candidates = flaws(in: exchange.map { [$0] } ?? judgement.ordinals)
            let flaw = spoiler ?? candidates.first { (isTrouble || !$0.spoilsResponse) && $0.explains(mismatch) }
            if let flaw { explained.append(flaw) }
            return flaw != nil
        }
        guard rest.mismatches.isEmpty, let flaw = explained.first else { return rest }
        obstructions.append(flaw)
        return nil
    }

    /// Makes the judgement of one expectation final.
    private mutating func settle(
        _ item: CallJudgement.Item,
        proves: [String],
        step: Step,
        phase: Exchange.Phase,
        operation: String?
    ) {
        let expectation = item.expectation
        guard !expectation.isPrecondition else {
            if let first = item.mismatches.first { block(by: first.mismatch, step: step, phase: phase) }
            return
        }
        guard !proves.isEmpty else { return }
        tally.weigh(proves, isBroken: !item.mismatches.isEmpty)
        for (exchange, mismatch) in item.mismatches {
            let isOfOneCopy = exchange.map { timeline?.ordinals.contains($0) ?? false } ?? false
            tell(
                Finding(
                    code: mismatch.code,
                    requirements: proves,
                    severity: context.catalogue.severity(of: proves),
                    step: step.name,
                    exchange: exchange,
                    operation: operation,
                    place: mismatch.place?.description ?? mismatch.subject,
                    message: mismatch.message(because: expectation.because),
                    expected: mismatch.expected,
                    actual: isOfOneCopy ? mismatch.actual : raced(mismatch.actual)
                )
            )
        }
    }

    /// Ends the case since its set-up did not come about.
    private mutating func block(by mismatch: Mismatch, step: Step, phase: Exchange.Phase) {
        guard phase != .cleanup else {
            context.note("\(testCase.id): clean-up '\(step.name)': \(mismatch.message(because: nil))")
            return
        }
        if stop == nil { stop = .blocked("\(step.name): \(mismatch.message(because: nil))") }
    }

    /// Tells that an answer has nothing to save, which otherwise nobody would notice.
    private mutating func tellMissing(_ names: String, judgement: CallJudgement, step: Step, operation: String?) {
        let ids = Set(step.requirementIDs).sorted()
        tell(
            Finding(
                code: "save.missing",
                requirements: ids.isEmpty ? [Catalogue.schemaRequirementID] : ids,
                severity: context.catalogue.severity(of: ids),
                step: step.name,
                exchange: judgement.ordinals.last,
                operation: operation,
                place: "body",
                message: "the answer has nothing to save as \(names), so the next steps can't be taken",
                expected: names,
                actual: "absent"
            )
        )
        tally.weigh(ids, isBroken: true)
    }
}

extension CallJudgement {
    /// Gathers what is to be saved: from the first copy that was accepted, else from the first that was answered.
    fileprivate mutating func gatherSaves(of call: Call, from replies: [Reply]) throws(TemplateError) {
        let accepted = replies.first { ($0.answer?.status ?? 0) / 100 == 2 }
        guard let reply = accepted ?? replies.first(where: { $0.answer != nil }), let answer = reply.answer else {
            return
        }
        var scope = reply.scope
        for save in call.saves {
            if let value = try save.value(in: answer, scope: &scope) {
                saved.append((save.name, value))
                scope.bind(save.name, to: value)
            } else {
                missingSaves.append(save.name)
            }
        }
    }
}

extension Mismatch {
    /// What sort of expectation was not met.
    var code: String {
        if place != nil { return "expectation.body" }
        if subject.hasPrefix("header ") { return "expectation.header" }
        let known = ["status", "time", "outcomes"]
        return known.contains(subject) ? "expectation.\(subject)" : "expectation.value"
    }

    /// One sentence for a person.
    ///
    /// - Parameter remark: what the scenario adds.
    /// - Returns: the sentence.
    func message(because remark: String?) -> String {
        "\(subject): expected \(expected), got \(actual)" + (remark.map { " (\($0))" } ?? "")
    }
}
