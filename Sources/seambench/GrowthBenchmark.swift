import BundledSuite
import Conformance
import Foundation
import History
import Proof
import ReferenceServer
import Results
import Scenarios
import SeamContract

/// Thousands of runs in a row, in one process and in many: nothing may grow but what is kept on purpose.
enum GrowthBenchmark {
    /// How many runs one process makes, and after how many it is measured first.
    private static let (runCount, settled) = (2000, 200)
    /// How many processes make a run each, and after how many of them they are measured first.
    private static let (processCount, settledProcesses) = (200, 20)
    /// How many runs the store keeps; it is pruned after as many.
    private static let kept = 50
    /// How much more memory a process may hold in the end, in bytes: what the allocator leaves in pieces.
    private static let memoryTolerance = 8 << 20

    /// Measures, prints, and fails when something has grown.
    static func run() async throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "seambench-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let temporaryBefore = try temporaryFileCount()
        let troubles =
            try await inOneProcess(folder.appending(path: "one.sqlite").path)
            + inMany(folder.appending(path: "many.sqlite").path, folder)
        let temporary = try temporaryFileCount() - temporaryBefore
        Bench.say("temporary files left behind", "\(temporary)", target: "none")
        let all = troubles + (temporary > 0 ? ["\(temporary) temporary files"] : [])
        guard all.isEmpty else { throw BenchFailure("has grown: \(all.joined(separator: ", "))") }
    }

    private static func inOneProcess(_ path: String) async throws -> [String] {
        let suite = try GrowthSuite()
        var (usage, size) = (ProcessUsage(), 0)
        for number in 1...runCount {
            try await suite.run(into: try Store(path: path))
            if number % kept == 0 { _ = try Store(path: path).prune(Retention(last: kept)) }
            if number == settled { (usage, size) = (ProcessUsage(), try fileSize(path)) }
        }
        let (end, endSize) = (ProcessUsage(), try fileSize(path))
        say("memory of one process", usage.memory >> 10, end.memory >> 10, "KiB", of: (settled, runCount))
        say("its open files", usage.descriptorCount, end.descriptorCount, "", of: (settled, runCount))
        say("its store, of which \(kept) runs are kept", size >> 10, endSize >> 10, "KiB", of: (settled, runCount))
        return [
            end.memory > usage.memory + memoryTolerance ? "the memory of one process" : nil,
            end.descriptorCount > usage.descriptorCount ? "its open files" : nil,
            endSize > size + size / 4 ? "its store" : nil,
        ].compactMap(\.self)
    }

    private static func inMany(_ path: String, _ folder: URL) throws -> [String] {
        var (memory, size) = (0, 0)
        var last = 0
        let reports = ["html", "ndjson", "prometheus"].map { "\($0)=\(folder.appending(path: "report." + $0).path)" }
        for number in 1...processCount {
            let run = try ChildProcess(
                running: SuiteBenchmark.seamcheck,
                ["run", "--id", "identity-value-*", "--store", path] + reports.flatMap { ["--report", $0] }
            )
            guard run.status == 0 else { throw BenchFailure("run \(number) ended with \(run.status)") }
            if number % kept == 0 {
                let prune = ["history", "prune", "--keep", "\(kept)", "--store", path]
                guard try ChildProcess(running: SuiteBenchmark.seamcheck, prune).status == 0 else {
                    throw BenchFailure("the store can't be pruned")
                }
            }
            if number == settledProcesses { memory = run.peakMemory }
            if number == processCount / 2 { size = try fileSize(path) }
            last = run.peakMemory
        }
        let endSize = try fileSize(path)
        say("peak memory of a run", memory >> 10, last >> 10, "KiB", of: (settledProcesses, processCount))
        say("the store of all, \(kept) kept", size >> 10, endSize >> 10, "KiB", of: (processCount / 2, processCount))
        let files = try FileManager.default.contentsOfDirectory(atPath: folder.path)
        let others = files.filter { !$0.hasPrefix("report.") && !["one.sqlite", "many.sqlite"].contains($0) }
        return [
            last > memory + memoryTolerance ? "the memory of a run" : nil,
            endSize > size + size / 4 ? "the store of many" : nil,
            others.isEmpty && files.count == 5 ? nil : "files beside store and reports (\(files.sorted()))",
        ].compactMap(\.self)
    }

    private static func fileSize(_ path: String) throws -> Int {
        try FileManager.default.attributesOfItem(atPath: path)[.size] as? Int ?? 0
    }

    private static func temporaryFileCount() throws -> Int {
        try FileManager.default.contentsOfDirectory(atPath: FileManager.default.temporaryDirectory.path)
            .count { $0.contains("seamcheck") || $0.hasPrefix("etilqs_") }
    }

    private static func say(_ what: String, _ before: Int, _ after: Int, _ unit: String, of counts: (Int, Int)) {
        Bench.say(what, "\(before) \(unit) after \(counts.0), \(after) \(unit) after \(counts.1)", target: "no growth")
    }
}

/// Twenty cases of the suite against a reference server on loopback, all in this process.
private struct GrowthSuite {
    private let contract: Contract
    private let catalogue: Catalogue
    private let cases: [Case]

    init() throws {
        contract = try ValidationBenchmark.bundledContract()
        catalogue = try Catalogue(files: BundledSuite.files(in: .requirements))
        let files = BundledSuite.files(in: .scenarios) + BundledSuite.files(in: .blocks)
        let library = try ScenarioLibrary(files: files, contract: contract, catalogue: catalogue)
        cases = Array(library.cases.filter { $0.id.hasPrefix("identity-") }.prefix(20))
    }

    func run(into store: Store) async throws {
        let server = ReferenceServer(contract: contract, now: RunClock.system.now)
        try await server.withRunning { address in
            let endpoint = try Endpoint(url: address.url, credentials: Credentials(server.description(at: address)))
            let writer = RunWriter(store: store)
            let runner = Runner(endpoint: endpoint, contract: contract, catalogue: catalogue)
            _ = await runner.run(cases, header: header(address.url)) { writer.record($0) }
            if let trouble = writer.trouble { throw trouble }
        }
    }

    private func header(_ url: String) -> RunHeader {
        var generator = SystemRandomNumberGenerator()
        let now = RunClock.system.now()
        return RunHeader(
            id: RunID.make(at: now, using: &generator),
            startedAt: now,
            endpoint: url,
            isEmbedded: true,
            contract: Provenance(origin: contract.file, fingerprint: contract.fingerprint),
            suite: Provenance(origin: "bundled", fingerprint: "growth"),
            version: "growth",
            seed: 1,
            caseCount: cases.count,
            labels: []
        )
    }
}
