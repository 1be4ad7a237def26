import Conformance
import Foundation
import History
import JSON
import Policy
import Proof
import ReferenceServer
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
    let environment: [String: String]

    /// Runs the cases, writes what was asked for, and prints the summary.
    ///
    /// - Returns: what the process should end with.
    /// - Throws: when the run could not begin: a store or a report file that can't be written, an endpoint that can't be
    ///   used.
    func run() async throws -> ExitStatus {
        let settings = EndpointSettings(environment: environment, option: request.endpoint)
        let endpoint = try settings.endpoint()
        let projections = try RunProjections(request: request, environment: environment)
        if let endpoint {
            try await judge(endpoint, isEmbedded: false, telling: projections)
        } else {
            if let variable = settings.unusedCredential {
                Terminal.standardError.write("\(variable) is set without SEAM_ENDPOINT: judging the embedded server\n")
            }
            try await judgeEmbeddedServer(telling: projections)
        }
        return finish(projections)
    }

    /// What is printed at the first Ctrl-C.
    private static let notice = "\ninterrupted: deleting what was created (once more ends at once)\n"

    /// Starts the reference server on a free port of loopback and judges it.
    private func judgeEmbeddedServer(telling projections: RunProjections) async throws {
        let contract = suite.judgesByBundledContract ? suite.contract : try Suite.contract(file: nil)
        let server = ReferenceServer(contract: contract, now: RunClock.system.now)
        try await server.withRunning { address in
            let endpoint = try Endpoint(url: address.url, credentials: Credentials(server.description(at: address)))
            try await judge(endpoint, isEmbedded: true, telling: projections)
        }
    }

    /// Runs the cases against the endpoint; Ctrl-C stops the run, not the server that is judged.
    private func judge(_ endpoint: Endpoint, isEmbedded: Bool, telling projections: RunProjections) async throws {
        let runner = Runner(
            endpoint: endpoint,
            contract: suite.contract,
            catalogue: suite.catalogue,
            options: request.options
        )
        let header = header(of: endpoint, isEmbedded: isEmbedded)
        let waiving = WaiverFilter(request.waivers, now: header.startedAt)
        _ = try await interruptible(notice: Self.notice) {
            await runner.run(plan.cases, header: header) { event in
                for event in waiving.pass(event) { projections.take(event) }
            }
        }
    }

    /// What is known of the run when it begins.
    private func header(of endpoint: Endpoint, isEmbedded: Bool) -> RunHeader {
        var generator = SystemRandomNumberGenerator()
        let now = RunClock.system.now()
        return RunHeader(
            id: RunID.make(at: now, using: &generator),
            startedAt: now,
            endpoint: endpoint.url,
            isEmbedded: isEmbedded,
            contract: Provenance(origin: suite.contract.file, fingerprint: suite.contract.fingerprint),
            suite: Provenance(origin: suite.origin, fingerprint: suite.library.fingerprint),
            version: SeamCheck.version,
            seed: request.seed ?? generator.next(),
            caseCount: plan.cases.count,
            profile: request.profile.map { RunProfile(name: $0.id, requirements: $0.requirements) },
            labels: request.labels
        )
    }

    /// Writes the reports, prints the summary, and says what the process should end with.
    private func finish(_ projections: RunProjections) -> ExitStatus {
        guard let record = projections.record else { return .defect }
        let terminal = Terminal.standardOutput
        let summary = ConsoleReport(
            record,
            catalogue: suite.catalogue,
            isStrict: request.isStrict,
            width: min(terminal.width, 120),
            isColored: terminal.isColoured(in: environment)
        )
        terminal.write(summary.text)
        let troubles = projections.close(catalogue: suite.catalogue, isStrict: request.isStrict)
        for trouble in troubles {
            Terminal.standardError.write("seamcheck: \(trouble)\n")
        }
        let status = ExitStatus(record.conclusion(isStrict: request.isStrict))
        return status == .conforms && !troubles.isEmpty ? .notWritten : status
    }
}
