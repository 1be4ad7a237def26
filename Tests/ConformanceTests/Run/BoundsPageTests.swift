import Foundation
import Results
import Scenarios
import Testing

@testable import Conformance  // most bounds are not public

/// The page of bounds names what the code holds to.
@Suite("Page of bounds")
struct BoundsPageTests {
    private static let page = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
        .appendingPathComponent("../../../Sources/seamcheck/Documentation.docc/Bounds.md").standardizedFileURL

    /// The defaults of the code, by the bound's name on the page.
    private static let defaults: [String: String] = {
        let options = RunOptions()
        let policy = RetryPolicy()
        return [
            "deadline": "\(options.deadline / .seconds(3600)) h".replacing(".0", with: ""),
            "retry budget": options.retryBudget.words,
            "cleanup time": options.cleanupTimeout.words,
            "interruption grace": options.interruptionGrace.words,
            "request rate": options.rate.map { "\($0.count)" } ?? "none",
            "cases at once": "\(options.concurrency)",
            "cases without a response": "\(Runner.unreachableLimit) in a row",
            "exchange time": options.timeout.words,
            "probe time": options.probeTimeout.words,
            "connection time": Runner.connectionShare == 3 ? "a third of the exchange time" : "",
            "connections": "\(NetworkWire.connectionLimit)",
            "retries": "\(policy.limit)",
            "retries in cleanup": "\(RetryPolicy.cleanup.limit)",
            "wait for one retry": policy.longestWait.words,
            "body of a response": "\(options.bodyLimit >> 20) MiB",
            "body that is kept": "\(options.keptBodyLimit >> 10) KiB",
            "header section of a response": "\(options.headLimit >> 10) KiB",
            "header field, and fields": "80 KiB, 256",
            "URL that is followed": "\(GivenURL.lengthLimit) bytes",
            "reading of the identity graph": "\(GraphReader.limit) requests",
            "settling of the identity graph": Patience.ofGraph.within.words,
            "waits of a step": "as its scenario says (`eventually`)",
            "faults of one `every-response` case": "\(ResponseTally.faultLimit) different ones",
            "cases that run alone first": "\(StateWatch.limit)",
        ]
    }()

    /// The defaults of ownership and cleanup.
    private static let ownershipDefaults: [String: String] = {
        let (visibility, look) = (Visibility(), RetryPolicy.lastLook)
        let waits = (1..<visibility.attempts).map { visibility.wait(before: $0) / .milliseconds(100) }
        return [
            "requests put off in vain": "\(CleanupPatience.limit) in a row",
            "looks for a new resource": "\(visibility.attempts) in \(waits.reduce(0, +) / 10) s",
            "ids that are remembered": grouped(Sightings.limit),
            "users of an identity": "\(Reclaimer.listLimit)",
            "pages of the last look": "\(LastLook.pageLimit) of each list",
            "items of the last look": "\(grouped(LastLook.itemLimit)) of each list",
            "waits of the last look": "\(look.limit) of up to \(look.longestWait.words)",
            "text that is searched for values": "\(GeneratedValues.searchLimit >> 10) KiB of each thing",
            "looks for a deleted resource": "\(visibility.attempts) in \(waits.reduce(0, +) / 10) s",
            "settling time of a sweep": Sweeper.settlingTime.words,
            "pages of a list in a sweep": "\(Reclaimer.pageLimit)",
            "items of a list in a sweep": grouped(Reclaimer.itemLimit),
            "values drawn again": "\(CaseRun.drawLimit) for each round",
            "values of a case in a sweep": grouped(Sweeper.valueLimit),
            "reasons of leftovers": "\(Cleanup.leftoverLimit), with \(Cleanup.nameLimit) names each",
        ]
    }()

    @Test(
        "the rows of a section are the defaults of the code, and none is missing",
        arguments: [("Run and network", defaults), ("Ownership and cleanup", ownershipDefaults)]
    )
    func rows(section title: String, defaults: [String: String]) throws {
        let text = try String(contentsOf: Self.page, encoding: .utf8)
        let section = try #require(text.components(separatedBy: "\n## ").first { $0.hasPrefix(title + "\n") })
        let rows = section.split(separator: "\n").filter { $0.hasPrefix("| ") }.dropFirst(2)
            .map { $0.split(separator: "|").map { $0.trimmingCharacters(in: .whitespaces) } }
        #expect(rows.allSatisfy { $0.count == 4 })
        #expect(Dictionary(rows.map { ($0[0], $0[1]) }) { first, _ in first } == defaults)
        #expect(rows.count == defaults.count)
    }

    /// A number with commas between its thousands.
    private static func grouped(_ number: Int) -> String {
        number.formatted(.number.locale(Locale(identifier: "en_US")))
    }
}
