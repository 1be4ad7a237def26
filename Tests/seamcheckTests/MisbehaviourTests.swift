import BundledSuite
import Foundation
import JSON
import ReferenceServer
import SeamContract
import TestEndpoint
import Testing
import Timestamps

#if canImport(FoundationXML)
import FoundationXML
#endif

/// A run of a few cases against each endpoint that misbehaves: `make test` tries some of them, `make soak` all.
@Suite("Misbehaviours of an endpoint")
struct MisbehaviourTests {
    private static let isSoak = ProcessInfo.processInfo.environment["SOAK"] == "1"
    /// The misbehaviours that are tried.
    private static let tried = Misbehaviour.all.filter { $0.known == nil && ($0.isQuick || isSoak) }
    /// How many endpoints listen at once at most.
    private static let slots = ProgramSlots(count: ProcessInfo.processInfo.activeProcessorCount)
    /// How much memory a run may have at once.
    private static let memoryBound = 200 << 20

    /// How lines begin that are commands to the program that runs a job, but are none of ours.
    private static let commands = ["::error::", "::stop-commands", "::add-mask", "##[", "##vso[", "##teamcity["]

    @Test("there are more than a hundred, each with a name of its own, and one that is not tried says why")
    func catalogue() {
        let names = Misbehaviour.all.map(\.name)
        #expect(names.count >= 100)
        #expect(Set(names).count == names.count)
        #expect(names.allSatisfy { $0.wholeMatch(of: /[a-z0-9.-]+/) != nil })
        #expect(Misbehaviour.all.compactMap(\.known).allSatisfy { $0.count > 20 })
        #expect((20...40).contains(Misbehaviour.all.filter(\.isQuick).count))
    }

    @Test("an endpoint that behaves conforms")
    func behaves() async throws {
        let run = try await HostileRun(of: .changes([]), towards: RequestSelection(path: "/nowhere"), timeout: 600)
        #expect(run.result.status == 0, "\(run.result.output)\(run.result.errors)")
        #expect(Set(run.verdicts.values) == ["passed"])
        #expect(Set(run.verdicts.keys) == HostileRun.caseIDs)
    }

    @Test(
        "a run comes to the right verdict, makes no flood of requests, and leaves nothing that harms",
        arguments: tried
    )
    func misbehaves(_ misbehaviour: Misbehaviour) async throws {
        await Self.slots.take()
        defer { Self.slots.giveBack() }
        let run = try await HostileRun(
            of: misbehaviour.reply,
            towards: misbehaviour.selection,
            timeout: misbehaviour.timeout
        )
        let outcome = misbehaviour.outcome
        let console = run.result.output + run.result.errors
        try #require(outcome.statuses.contains(run.result.status), "\(run.result.status): \(console.suffix(4000))")
        #expect(outcome.verdicts.contains(run.verdicts["lists"] ?? "none"))
        #expect(outcome.shows.isEmpty || run.result.output.contains(outcome.shows), "\(run.result.output)")
        if misbehaviour.selection.path != nil {
            let others = run.verdicts.filter { $0.key != "lists" }
            #expect(others.count == HostileRun.caseIDs.count - 1 && Set(others.values) == ["passed"], "\(others)")
        }
        #expect(run.requests.count <= misbehaviour.mostRequests)
        if Self.isSoak { #expect(run.result.peakMemory < Self.memoryBound) }
        try expectHarmless(run)
    }

    /// Expects that nothing of what a run printed and wrote does something where it is read.
    private func expectHarmless(_ run: HostileRun) throws {
        let console = run.result.output + run.result.errors
        for (name, text) in run.reports.merging(["console": console], uniquingKeysWith: { $1 }) {
            #expect(!text.isEmpty, "\(name)")
            #expect(!text.contains(run.key), "\(name) holds the key")
            if name != "ndjson" {
                let unseen = text.unicodeScalars.filter(\.isUnseen).map { String($0.value, radix: 16) }
                #expect(unseen.isEmpty, "\(name)")
            }
            // A page is not what a job prints, and its lines are not at the begin of a log's.
            guard name != "html" else { continue }
            let lines = text.split(separator: "\n").map { $0.drop(while: \.isWhitespace) }
            let commands = lines.filter { line in Self.commands.contains { line.hasPrefix($0) } }
            #expect(commands.isEmpty, "\(name)")
        }
        for name in ["ctrf", "sarif", "badge"] {
            #expect(throws: Never.self, "\(name)") { try JSONValue(parsing: run.reports[name] ?? "") }
        }
        let page = try #require(run.reports["html"])
        #expect(!page.contains("<script>alert") && !page.contains("<img"))
        let parser = XMLParser(data: Data((run.reports["junit"] ?? "").utf8))
        #expect(parser.parse(), "\(String(describing: parser.parserError))")
    }
}

extension Misbehaviour: CustomTestStringConvertible {
    /// Its name.
    public var testDescription: String { name }
}

extension Unicode.Scalar {
    /// Whether it acts on a terminal or can't be seen.
    fileprivate var isUnseen: Bool {
        switch self {
        case "\n", "\t": false
        case "\u{200B}"..."\u{200F}", "\u{202A}"..."\u{202E}", "\u{2060}"..."\u{2069}", "\u{FEFF}": true
        default: value < 0x20 || (0x7F...0x9F).contains(value)
        }
    }
}
