import Results
import Testing

@testable import Conformance  // the pace is not public

@Suite("Pace of requests")
struct RequestPaceTests {
    @Test("Turns are evenly spaced, and time without a request is not made up for")
    func spacing() {
        let pace = RequestPace(RequestRate(20, per: .seconds(1)))
        let turns = [Duration.zero, .zero, .milliseconds(60), .seconds(9), .seconds(9)].map {
            pace.turn(at: $0, before: nil)
        }
        #expect(turns == [.zero, .milliseconds(50), .milliseconds(100), .seconds(9), .milliseconds(9050)])
    }

    @Test("A turn that would come too late is not taken")
    func late() {
        let pace = RequestPace(RequestRate(1, per: .seconds(60)))
        #expect(pace.turn(at: .zero, before: .seconds(30)) == .zero)
        #expect(pace.turn(at: .seconds(1), before: .seconds(31)) == nil)
        #expect(pace.turn(at: .seconds(40), before: .seconds(70)) == .seconds(60))
    }

    @Test("A turn that is given back is the next one's, unless it is over")
    func returned() {
        let pace = RequestPace(RequestRate(1, per: .seconds(10)))
        let turns = (0..<4).compactMap { _ in pace.turn(at: .zero, before: nil) }
        #expect(turns == [.zero, .seconds(10), .seconds(20), .seconds(30)])
        for turn in [turns[3], turns[1], turns[2]] { pace.giveBack(turn) }
        #expect(pace.turn(at: .seconds(12), before: nil) == .seconds(20))
        #expect(pace.turn(at: .seconds(12), before: nil) == .seconds(30))
        #expect(pace.turn(at: .seconds(12), before: nil) == .seconds(40))
    }

    @Test("Every request of a run takes its turn: the look at the workspace, probes, steps and cleanup")
    func run() async throws {
        let yaml = """
            scenarios:
              - id: makes
                title: Makes something
                steps:
                  - call: /user_identities/create
                    body: { full_name: "${unique.name}" }
                    expect:
                      - status: 200
                        proves: TR-POST-ALL
            """
        let clock = RunClock.virtual()
        let options = RunOptions(concurrency: 1, rate: RequestRate(2, per: .seconds(1)))
        let count = try await ScriptedServer.run({ request, _ in TinySeam.reaction(to: request) }, seesProbes: true) {
            url,
            server in
            let run = try await TestRun.run(yaml, at: url, options: options, clock: clock)
            #expect(run.recorder.record(of: "makes")?.result?.verdict == .passed)
            return server.received.count
        }
        // The workspace; create, get and delete as probes, and what undoes the first of them; create, and its cleanup; the last look.
        #expect(count == 1 + 3 + 2 + 1 + 2 + 1)
        #expect(clock.elapsed() == .milliseconds(500) * (count - 1))
    }
}
