import Results
import Scenarios
import Timestamps
import YAMLSource

/// Runs the cases of a run side by side, within a bound and apart where they share locks.
struct CaseRunner {
    /// What all cases share.
    let context: RunContext
    /// Which cases are not run at all.
    let admission: Admission

    /// What a case that ran tells the others.
    private struct Report: Sendable {
        let id: String
        /// Whether any request was answered; nil when none was sent.
        let wasAnswered: Bool?
        /// Whether it was stopped before its end.
        var wasStopped = false
        /// What it saw of operations.
        var operationCalls: [OperationCall] = []
        /// What it saw of the things that it created.
        var memory: StateWatch.Memory?
    }

    /// Runs all cases.
    ///
    /// - Parameter cases: the cases in the order in which they begin.
    /// - Returns: how it ended.
    func run(_ cases: [Case]) async -> RunEnding {
        var watch = StateWatch()
        var health = OperationHealth(fixtures: context.options.fixtures)
        var unansweredInARow = 0
        var isCut = false
        var looked: Set<String> = []
        for testCase in cases where testCase.createsFirst && watch.isOpen && !isCut && mayGoOn(unansweredInARow) {
            guard dismissal(of: testCase, watch, health) == nil else { continue }
            let report = await report(on: testCase, nil)
            looked.insert(report.id)
            watch.note(report.memory)
            health.note(report.operationCalls)
            isCut = report.wasStopped
            if let wasAnswered = report.wasAnswered { unansweredInARow = wasAnswered ? 0 : unansweredInARow + 1 }
        }
        var queue = CaseQueue(cases.filter { !looked.contains($0.id) })
        await withTaskGroup(of: Report.self) { group in
            var runningCount = 0
            while true {
                let mayBegin = mayGoOn(unansweredInARow)
                while mayBegin, runningCount < context.options.concurrency, let testCase = queue.next() {
                    let dismissal = dismissal(of: testCase, watch, health)
                    group.addTask { await report(on: testCase, dismissal) }
                    runningCount += 1
                }
                guard let report = await group.next() else { break }
                runningCount -= 1
                queue.finish(report.id)
                health.note(report.operationCalls)
                isCut = isCut || report.wasStopped
                if let wasAnswered = report.wasAnswered { unansweredInARow = wasAnswered ? 0 : unansweredInARow + 1 }
            }
        }
        return ending(unansweredInARow: unansweredInARow, isCut: isCut || !queue.isEmpty)
    }

    /// Whether a further case may begin.
    private func mayGoOn(_ unansweredInARow: Int) -> Bool {
        !Task.isCancelled && unansweredInARow < Runner.unreachableLimit && context.journalTrouble.message == nil
    }

    /// Why a case is not run; nil when it is.
    private func dismissal(of testCase: Case, _ watch: StateWatch, _ health: OperationHealth) -> Dismissal? {
        if let dismissal = admission.dismissal(of: testCase) { return dismissal }
        let cause = (testCase.restsOnState ? watch.cause : nil) ?? health.cause(against: testCase)
        return cause.map(Dismissal.because)
    }

    /// How the cases ended; `isCut` says whether one was stopped, or did not begin.
    private func ending(unansweredInARow: Int, isCut: Bool) -> RunEnding {
        let now = context.clock.now()
        if let trouble = context.journalTrouble.message {
            return RunEnding(reason: .unwritable, message: trouble, finishedAt: now)
        }
        if Task.isCancelled, isCut {
            let message = (context.halt.cause ?? .interruption).description
            return RunEnding(reason: .interrupted, message: message, finishedAt: now)
        }
        guard unansweredInARow < Runner.unreachableLimit else {
            let message = "three cases in a row got no whole answer from \(context.endpoint)"
            return RunEnding(reason: .unreachable, message: message, finishedAt: now)
        }
        return RunEnding(reason: .complete, finishedAt: now)
    }

    /// Runs a case, or says why it is not run, and tells both ends of it.
    private func report(on testCase: Case, _ dismissal: Dismissal?) async -> Report {
        let scenario = testCase.scenario
        context.log.emit(
            .caseStarted(
                CaseHeader(
                    id: testCase.id,
                    scenario: scenario.id,
                    title: scenario.title,
                    area: scenario.area,
                    place: "\(scenario.place.file):\(scenario.place.line)",
                    startedAt: context.clock.now(),
                    scenarioHash: scenario.hash
                )
            )
        )
        if let dismissal {
            let now = context.clock.now()
            let (result, finding) = dismissal.outcome(of: testCase, in: context.catalogue, at: now)
            if let finding { context.log.emit(.found(caseID: testCase.id, finding)) }
            context.log.emit(.caseFinished(result))
            return Report(id: testCase.id, wasAnswered: nil)
        }
        var run = CaseRun(testCase, in: context)
        let result = await run.run()
        context.log.emit(.caseFinished(result))
        return Report(
            id: testCase.id,
            wasAnswered: run.exchangeCount == 0 ? nil : run.wasAnswered,
            wasStopped: run.stop == .interrupted,
            operationCalls: run.operationCalls,
            memory: run.memory
        )
    }
}
