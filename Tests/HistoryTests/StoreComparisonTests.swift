import GRDB
import History
import Results
import Testing
import Timestamps

@Suite("Findings over runs")
struct StoreComparisonTests {
    /// Writes a run with findings of these codes.
    private func write(
        _ id: String,
        minute: Int,
        codes: [String],
        severity: Finding.Severity = .must,
        branch: String = "main",
        isEnded: Bool = true,
        to store: Store
    ) {
        let findings = codes.map { TestRun.finding(severity: severity, code: $0) }
        store.write(
            [.started(TestRun.header(id, minute: minute, branch: branch))]
                + TestRun.caseEvents("x", findings: findings) + (isEnded ? [TestRun.ending(minute: minute)] : [])
        )
    }

    @Test("a finding is new or was there before, with the first run of those without a break")
    func standings() throws {
        let store = try Store.inMemory()
        write("a", minute: 0, codes: ["old", "back"], to: store)
        write("b", minute: 1, codes: ["old"], to: store)
        write("other", minute: 2, codes: ["new"], branch: "other", to: store)
        write("dead", minute: 3, codes: ["new"], isEnded: false, to: store)
        write("c", minute: 4, codes: ["old", "back", "new"], to: store)
        let comparison = try store.comparison(of: "c")
        #expect(comparison.baseline?.id == "b")
        let standing = { comparison[TestRun.finding(code: $0)] }
        #expect(standing("old")?.state == .unchanged)
        #expect(standing("old")?.firstSeen?.id == "a")
        #expect(standing("back")?.state == .new)
        #expect(standing("back")?.firstSeen?.id == "c")
        #expect(standing("new")?.state == .new)
        #expect(standing("none") == nil)
    }

    @Test("a finding with another weight is updated")
    func updated() throws {
        let store = try Store.inMemory()
        write("a", minute: 0, codes: ["x"], severity: .should, to: store)
        write("b", minute: 1, codes: ["x"], to: store)
        #expect(try store.comparison(of: "b")[TestRun.finding(code: "x")]?.state == .updated)
    }

    @Test(
        "only runs of the same endpoint are compared, whatever its port on this machine",
        arguments: [
            ("http://127.0.0.1:8080", "http://127.0.0.1:9", true), ("http://[::1]:1/a", "http://[::1]:2/a", true),
            ("http://[::1]:1/a", "http://[::1]:1/b", false), ("http://localhost:1", "https://localhost:1", false),
            ("https://a.example:1", "https://a.example:2", false), ("https://a.example", "https://a.example", true),
        ]
    )
    func endpoints(before: String, after: String, isCompared: Bool) throws {
        let store = try Store.inMemory()
        for (minute, endpoint) in [before, after].enumerated() {
            let header = TestRun.header("\(minute)", minute: minute, endpoint: endpoint)
            store.write([.started(header)] + TestRun.caseEvents("x") + [TestRun.ending(minute: minute)])
        }
        #expect(try store.comparison(of: "1").baseline?.id == (isCompared ? "0" : nil))
    }

    @Test("a first run has nothing to compare with")
    func first() throws {
        let store = try Store.inMemory()
        write("a", minute: 0, codes: ["x"], to: store)
        #expect(try store.comparison(of: "a") == .none)
    }

    @Test("findings of an older store get their fingerprints when it is brought up to date")
    func upgrade() throws {
        try inFolder { folder in
            let path = "\(folder)/store.sqlite"
            write("a", minute: 0, codes: ["x"], to: try Store(path: path))
            try DatabaseQueue(path: path).write { try $0.goBack(toSchema: 5) }
            let store = try Store(path: path)
            write("b", minute: 1, codes: ["x"], to: store)
            #expect(try store.comparison(of: "b")[TestRun.finding(code: "x")]?.firstSeen?.id == "a")
        }
    }
}
