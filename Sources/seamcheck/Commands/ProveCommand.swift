public import ArgumentParser
import Foundation
import Proof
import ReferenceServer
public import Reports
import Results
import Scenarios

/// `seamcheck prove`: the suite against every fault of the reference server.
struct ProveCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "prove",
        abstract: "Proves the suite: runs it against every fault of the reference server, and tells which it notices."
    )

    @Option(help: ArgumentHelp("Only this fault, with * and ? (repeatable).", valueName: "id"))
    var fault: [String] = []

    @Option(help: ArgumentHelp("Only faults that break this requirement, with * and ? (repeatable).", valueName: "id"))
    var requirement: [String] = []

    @Flag(
        help:
            "Try each fault first by the cases that name its requirement, until one notices: quick, and ranks nothing."
    )
    var narrow = false

    @Option(help: "How the kill matrix is told: text, json, html or markdown.")
    var format: ProofFormat = .text

    @Option(
        name: .shortAndLong,
        help: ArgumentHelp("Write the kill matrix to a file instead of printing it.", valueName: "file")
    )
    var output: String?

    @Option(help: ArgumentHelp("Where `seamcheck requirements --coverage` finds what was caught.", valueName: "file"))
    var proof: String = ProofFile.standardPath

    @Option(help: "What all generated values follow from.")
    var seed: UInt64 = 1

    @Option(parsing: .unconditional, help: "How many cases run at once.")
    var concurrency: Int = 8

    func validate() throws {
        guard (1...256).contains(concurrency) else { throw ValidationError("--concurrency takes 1 to 256") }
    }

    func run() async throws {
        let faults = try selected()
        let file = try output.map { try OutputFile($0) }
        let suite = try await Suite()
        let trial = SuiteTrial(
            contract: suite.contract,
            catalogue: suite.catalogue,
            cases: suite.library.cases,
            seed: seed,
            concurrency: concurrency
        )
        let proof = Proof(trial: trial, width: ProcessInfo.processInfo.activeProcessorCount, isNarrow: narrow)
        let environment = ProcessInfo.processInfo.environment
        let matrix = try await interruptible(notice: "") {
            var progress = ProofProgress(count: faults.count, environment: environment)
            defer { progress.end() }
            return try await proof.matrix(of: faults) { progress.tell($0) }
        }
        let report = ProofReport(matrix, catalogue: suite.catalogue, isWhole: isWhole, isRanked: !narrow)
        try write(report, to: file)
        if !report.isProven { throw CommandFailure("", status: .doesNotConform) }
    }

    /// The faults that were asked for; all when none were.
    private func selected() throws -> [Fault] {
        for pattern in fault where !Fault.all.contains(where: { Glob(pattern).matches($0.id) }) {
            throw Fault.unknown("there is no fault '\(pattern)'", pattern, among: Fault.all.map(\.id))
        }
        for pattern in requirement where !Fault.all.contains(where: { Glob(pattern).matches($0.requirement) }) {
            throw Fault.unknown("no fault breaks '\(pattern)'", pattern, among: Fault.all.map(\.requirement))
        }
        return Fault.all.filter { candidate in
            (fault.isEmpty || fault.contains { Glob($0).matches(candidate.id) })
                && (requirement.isEmpty || requirement.contains { Glob($0).matches(candidate.requirement) })
        }
    }

    /// Prints the matrix, or writes it where it was asked for; what the whole of it says is kept.
    private func write(_ report: ProofReport, to file: OutputFile?) throws {
        if isWhole { try ProofFile(path: proof).write(report) }
        guard let file else { return Terminal.standardOutput.write(report.text(format)) }
        Terminal.standardOutput.write(report.summary)
        file.append(report.text(format))
        file.finish()
        if let trouble = file.trouble { throw CommandFailure(trouble, status: .notWritten) }
    }

    /// Whether every fault is tried.
    private var isWhole: Bool { fault.isEmpty && requirement.isEmpty }
}

extension ProofFormat: ExpressibleByArgument {}
