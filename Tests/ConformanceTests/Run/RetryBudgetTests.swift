import Results
import Synchronization
import Testing

@testable import Conformance  // the budget is not public

@Suite("Budget of waits")
struct RetryBudgetTests {
    @Test("Waits side by side count once, and what overlaps counts for its rest")
    func union() {
        let budget = RetryBudget(.seconds(60))
        #expect(budget.take(.seconds(30), at: .seconds(10)))
        #expect(budget.take(.seconds(30), at: .seconds(10)))
        #expect(budget.take(.seconds(40), at: .seconds(20)))
        #expect(budget.take(.seconds(10), at: .seconds(100)))
        #expect(!budget.take(.seconds(1), at: .seconds(110)))
        #expect(budget.refusalCount == 1)
    }

    @Test("A wait that does not fit takes nothing, so a shorter one still may")
    func rest() {
        let budget = RetryBudget(.seconds(60))
        #expect(budget.take(.seconds(40), at: .zero))
        #expect(!budget.take(.seconds(30), at: .seconds(40)))
        #expect(budget.take(.seconds(20), at: .seconds(41)))
        #expect(!budget.take(.milliseconds(1), at: .seconds(61)))
        #expect(budget.refusalCount == 2)
    }

    @Test("A budget of nothing waits never, and a wait of nothing takes nothing")
    func nothing() {
        let budget = RetryBudget(.zero)
        #expect(!budget.take(.seconds(1), at: .zero))
        #expect(budget.take(.zero, at: .seconds(1)))
    }

    @Test("Once it is used up, cases that are put off are not judged, the others are, and the end says so")
    func run() async throws {
        let cases = (1...4).map { number in
            """
              - id: put-off-\(number)
                title: Put off
                steps:
                  - call: /user_identities/get
                    body: { user_identity_id: 7d5a3c3e-6f7c-4a57-9c5e-3f8f0f6f0a01 }
                    expect:
                      - status: 200
                        proves: TR-POST-ALL
            """
        }
        let other = """
              - id: other
                title: Another operation
                steps:
                  - call: /user_identities/list
                    expect:
                      - status: 200
                        proves: TR-POST-ALL
            """
        let yaml = "scenarios:\n" + (cases + [other]).joined(separator: "\n")
        let (run, received) = try await ScriptedServer.run({ request, _ in
            guard request.target == "/user_identities/get" else { return TinySeam.reaction(to: request) }
            return ScriptedServer.json("{}", status: "429 Too Many Requests", headers: "retry-after: 25\r\n")
        }) { url, server in
            let run = try await TestRun.run(yaml, at: url, options: RunOptions(concurrency: 1), clock: .virtual())
            return (run, server.received.filter { $0.target == "/user_identities/get" && !$0.isProbe })
        }
        #expect(received.count == 6)
        #expect(run.ending.reason == .complete)
        #expect(run.recorder.record(of: "other")?.result?.verdict == .passed)
        let results = (1...4).compactMap { run.recorder.record(of: "put-off-\($0)")?.result }
        #expect(results.map(\.verdict) == Array(repeating: .error, count: 4))
        #expect(results.allSatisfy { $0.reason.hasSuffix("more than is left of the 60 s that a run waits in all") })
        let finding = try #require(run.recorder.record(of: "put-off-4")?.findings.first)
        #expect(finding.code == "transport.rateLimited")
        #expect(finding.message.contains("--retry-budget gives a run more"))
        #expect(run.recorder.notes.contains { $0.contains("4 requests were not sent again (--retry-budget") })
        #expect(run.recorder.record?.conclusion() == .unreachable)
    }
}
