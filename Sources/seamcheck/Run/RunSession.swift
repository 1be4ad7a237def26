import Conformance
import Foundation
import History
import JSON
import Policy
import Reports
import Results
import Scenarios
import SeamContract

/// One run from the first event to the exit code: the runner with every projection of its events beside it.
struct RunSession: Sendable {
    /// What the run judges by.
    let suite: Suite
    /// The cases.
    let plan: Plan
    /// What was asked for on the command line.
    let request: RunRequest
    /// The variables of the process.
    var environment: [String: String]
    /// The store that is open already; nil opens that of the request.
    var store: Store?
    /// Which cases are run once more after the others, from the run so far; nil when none are.
    var reruns: (@Sendable (RunRecord) throws -> Reruns)?

    /// Runs the cases, writes what was asked for, and prints the summary.
    ///
    /// - Returns: what the process should end with.
    /// - Throws: when the run could not begin: a store or a report file that can't be written, an endpoint that can't be
    ///   used.
    func run() async throws -> ExitStatus {
        let projections = try await perform()
        guard let record = projections.record else { return .defect }
        print(record)
        return close(projections, endingWith: ExitStatus(record.conclusion(isStrict: request.isStrict)))
    }

    /// Runs the cases, and tells the projections of it all that happens.
    ///
    /// - Returns: the projections, which still have to be closed.
    /// - Throws: when the run could not begin.
    func perform() async throws -> RunProjections {
        try DescriptorBudget.run(concurrency: request.options.concurrency).ensure()
        let settings = EndpointSettings(environment: environment, option: request.endpoint)
        let endpoint = try settings.endpoint()
        let projections = try RunProjections(request: request, store: store, environment: environment)
        if endpoint == nil, let variable = settings.unusedCredential {
            Terminal.standardError.write("\(variable) is set without SEAM_ENDPOINT: judging the embedded server\n")
        }
        try await JudgedEndpoint(suite: suite, named: endpoint).withRunning { endpoint, isEmbedded in
            try await judge(endpoint, isEmbedded: isEmbedded, telling: projections)
        }
        return projections
    }

    /// Writes the reports, tells what could not be written, and says what the process should end with.
    ///
    /// - Parameters:
    ///   - projections: what was made of the run's events.
    ///   - status: what it should end with when all could be written.
    /// - Returns: the status, or that something could not be written.
    func close(_ projections: RunProjections, endingWith status: ExitStatus) -> ExitStatus {
        let troubles = projections.close(catalogue: suite.catalogue, isStrict: request.isStrict)
        for trouble in troubles {
            Terminal.standardError.write("seamcheck: \(trouble)\n")
        }
        return status == .conforms && !troubles.isEmpty ? .notWritten : status
    }

    /// What is printed at the first Ctrl-C.
    private static let notice = "\ninterrupted: deleting what was created (once more ends at once)\n"

    /// Runs the cases against the endpoint; Ctrl-C stops the run, not the server that is judged.
    private func judge(_ endpoint: Endpoint, isEmbedded: Bool, telling projections: RunProjections) async throws {
        let header = header(of: endpoint, isEmbedded: isEmbedded)
        let runner = Runner(
            endpoint: endpoint,
            contract: suite.contract,
            catalogue: suite.catalogue,
            options: request.options,
            journal: isEmbedded ? nil : projections.journal(ofRun: header.id, at: endpoint.url)
        )
        if !isEmbedded { projections.hintAtLeftovers(at: endpoint.url) }
        let waiving = WaiverFilter(request.waivers, now: header.startedAt)
        // What the runner tells is redacted; what waivers add to it comes from a file of the user's.
        let redactor = request.waivers.isEmpty ? nil : endpoint.redactor(request.options.redaction)
        try await interruptible(notice: Self.notice) {
            var ending = await runner.run(plan.cases, header: header) { event in
                for event in waiving.pass(event) where !event.isLast {
                    projections.take(redactor?.redacted(event) ?? event)
                }
            }
            // What a run has found stays found when its re-runs can't be.
            defer { projections.take(.finished(ending)) }
            guard ending.reason == .complete, let reruns, let record = projections.record else { return }
            let rerunner = Rerunner(runner: runner, cases: plan.cases, header: header, waivers: request.waivers)
            let reran = try await rerunner.run(try reruns(record)) { projections.take(.reran(caseID: $0, $1)) }
            ending = ending.adding(reran.cleanup)
            if let stop = reran.stop { projections.take(.noted(at: stop.finishedAt, message: stop.wordsOnReruns)) }
        }
    }

    /// What is known of the run when it begins.
    private func header(of endpoint: Endpoint, isEmbedded: Bool) -> RunHeader {
        var generator = SystemRandomNumberGenerator()
        let now = RunClock.system.now()
        let id = RunID.make(at: now, using: &generator)
        let seed = request.seed ?? generator.next()
        let caseCount = plan.cases.count + suite.responsePlan(of: plan.cases).cases.count
        let shards = request.membership.map { membership in
            RunShards(
                set: membership.set ?? id,
                count: membership.shard.count,
                caseIDs: plan.idsOfAllShards + suite.responsePlan(of: plan.casesOfAllShards).cases.map(\.caseID),
                part: RunShards.Part(
                    number: membership.shard.number,
                    run: id,
                    startedAt: now,
                    endpoint: endpoint.url,
                    seed: seed,
                    caseCount: caseCount
                )
            )
        }
        return RunHeader(
            id: id,
            startedAt: now,
            endpoint: endpoint.url,
            isEmbedded: isEmbedded,
            contract: Provenance(origin: suite.contract.file, fingerprint: suite.contract.fingerprint),
            suite: Provenance(origin: suite.origin, fingerprint: suite.library.fingerprint),
            version: SeamCheck.version,
            seed: seed,
            caseCount: caseCount,
            profile: request.profile.map { RunProfile(name: $0.id, requirements: $0.requirements) },
            labels: request.labels,
            shards: shards,
            narrowing: plan.narrowing(isReadOnly: request.options.isReadOnly)
        )
    }

    /// Prints the summary.
    private func print(_ record: RunRecord) {
        let terminal = Terminal.standardOutput
        let summary = ConsoleReport(
            record,
            catalogue: suite.catalogue,
            isStrict: request.isStrict,
            width: min(terminal.width, 120),
            isColored: terminal.isColoured(in: environment)
        )
        terminal.write(summary.text)
    }
}

extension Plan {
    /// What left cases out, beside the shard.
    fileprivate func narrowing(isReadOnly: Bool) -> [Narrowing] {
        let causes = Set(leftOut.compactMap { Narrowing(rawValue: $0.reason.rawValue) })
        return Narrowing.allCases.filter { causes.contains($0) || ($0 == .readOnly && isReadOnly) }
    }
}

extension RunEnding {
    /// What is told of reruns that ended so before all was decided.
    var wordsOnReruns: String {
        "not all that newly fails was run again as often as it takes"
            + (message.isEmpty ? "" : ": \(message)")
    }
}

extension RunEvent {
    /// Whether it tells that the run is over.
    fileprivate var isLast: Bool {
        if case .finished = self { true } else { false }
    }
}
