import History
import Results
import Testing
import Timestamps

@Suite("Run writer")
struct RunWriterTests {
    @Test("a run comes out of the store as it went in")
    func roundTrip() throws {
        let drift = Drift(kind: .undocumentedMember, operation: "/acs/users/get", place: "/acs_user/*/nick")
        var events: [RunEvent] = [.started(TestRun.header())]
        events += TestRun.caseEvents(
            "a",
            findings: [TestRun.finding(), TestRun.finding(severity: .should)],
            exchanges: [
                TestRun.exchange(1, answer: "\u{0}\u{1B}[2J<script>\u{202E}\u{FFFD}"), TestRun.exchange(2),
                TestRun.lost,
            ],
            drifts: [drift, drift]
        )
        events += TestRun.caseEvents("b[x=1]", verdict: .skipped)
        events += TestRun.caseEvents("c", verdict: .passed, exchanges: [TestRun.exchange(), TestRun.exchange(2)])
        events += [.noted(at: TestRun.start, message: "one"), .noted(at: TestRun.start, message: "two")]
        events += TestRun.exercises.map { .exercised($0) } + [TestRun.ending()]

        let store = try Store.inMemory()
        let writer = RunWriter(store: store)
        for event in events { writer.record(event) }

        #expect(writer.trouble == nil)
        var expected = try #require(RunRecord(events: events))
        // Of the case that passed, one exchange is kept as the sample of its operation where none was shown before.
        expected = try #require(
            RunRecord(
                events: expected.events.filter { event in
                    if case .exchanged("c", let exchange) = event { exchange.ordinal == 1 } else { true }
                }
            )
        )
        #expect(try store.record(of: "run-1") == expected)
    }

    @Test("of cases that passed, one exchange for each operation is kept, and all that were retried")
    func evidence() throws {
        let store = try Store.inMemory()
        let writer = RunWriter(store: store)
        let retry = [TransportRetry(reason: "429", delay: .seconds(1))]
        writer.record(.started(TestRun.header()))
        for event in TestRun.caseEvents("a", verdict: .passed, exchanges: [TestRun.exchange(1), TestRun.exchange(2)])
            + TestRun.caseEvents(
                "b",
                verdict: .passed,
                exchanges: [TestRun.exchange(1), TestRun.exchange(4, retries: retry)]
            )
            + TestRun.caseEvents("c", verdict: .failed, exchanges: [TestRun.exchange(1), TestRun.exchange(2)])
        {
            writer.record(event)
        }
        writer.record(TestRun.ending())
        let kept = try store.record(of: "run-1").cases.map { $0.exchanges.map(\.ordinal) }
        #expect(kept == [[1], [4], [1, 2]])
    }

    @Test("cases come back in the order they began, though they ended in another")
    func order() throws {
        let store = try Store.inMemory()
        let writer = RunWriter(store: store)
        writer.record(.started(TestRun.header()))
        let (first, second) = (TestRun.caseEvents("a"), TestRun.caseEvents("b"))
        for event in [first[0], second[0], second[1], first[1], TestRun.ending()] { writer.record(event) }
        #expect(try store.record(of: "run-1").cases.map(\.header.id) == ["a", "b"])
    }

    @Test("a case that ends a tenth of a second after the last writing is written at once, and all before it")
    func batches() throws {
        let store = try Store.inMemory()
        let writer = RunWriter(store: store)
        writer.record(.started(TestRun.header()))
        for (id, after) in [("a", 0), ("b", 40), ("c", 99)] {
            for event in TestRun.caseEvents(id, finishedAfter: .milliseconds(after)) { writer.record(event) }
        }
        #expect(try store.record(of: "run-1").cases.map(\.header.id) == ["a"])
        for event in TestRun.caseEvents("d", finishedAfter: .milliseconds(100)) { writer.record(event) }
        #expect(try store.record(of: "run-1").cases.map(\.header.id) == ["a", "b", "c", "d"])
    }

    @Test("cases that had not ended when the run did are kept without a verdict")
    func unended() throws {
        let store = try Store.inMemory()
        let writer = RunWriter(store: store)
        writer.record(.started(TestRun.header()))
        for event in TestRun.caseEvents("a", exchanges: [TestRun.exchange()]).dropLast() { writer.record(event) }
        writer.record(.finished(RunEnding(reason: .interrupted, finishedAt: TestRun.start)))
        let record = try store.record(of: "run-1")
        #expect(record.cases.map(\.result) == [nil])
        #expect(record.cases.map(\.exchanges.count) == [1])
    }

    @Test("equal bodies are stored once")
    func sharedBodies() throws {
        let store = try Store.inMemory()
        let writer = RunWriter(store: store)
        writer.record(.started(TestRun.header()))
        for id in ["a", "b", "c"] {
            for event in TestRun.caseEvents(id, exchanges: [TestRun.exchange(1), TestRun.exchange(2)]) {
                writer.record(event)
            }
        }
        writer.record(TestRun.ending())
        #expect(try store.rowCount(of: "exchange") == 6)
        #expect(try store.rowCount(of: "body") == 2)
        #expect(try store.rowCount(of: "outcome") == 1)
    }

    @Test("what was seen of an operation night after night is stored once, and the calls for each run")
    func sharedExercises() throws {
        let store = try Store.inMemory()
        for (number, run) in ["one", "two"].enumerated() {
            let writer = RunWriter(store: store)
            writer.record(.started(TestRun.header(run, minute: number)))
            for exercise in TestRun.exercises { writer.record(.exercised(exercise)) }
            writer.record(TestRun.ending())
        }
        #expect(try store.rowCount(of: "exercise") == 2)
        #expect(try store.rowCount(of: "runExercise") == 4)
        #expect(try store.record(of: "one").exercises == TestRun.exercises)
    }

    @Test("a run that died has told nothing of what it exercised")
    func noExercises() throws {
        let store = try Store.inMemory()
        let writer = RunWriter(store: store)
        writer.record(.started(TestRun.header()))
        for exercise in TestRun.exercises { writer.record(.exercised(exercise)) }
        #expect(try store.record(of: "run-1").exercises == [])
    }

    @Test("events before the first are left out")
    func tooEarly() throws {
        let store = try Store.inMemory()
        let writer = RunWriter(store: store)
        writer.record(TestRun.ending())
        #expect(writer.trouble == nil)
        #expect(try store.runs().isEmpty)
    }

    @Test("two runs with one id are told as trouble, and the first stays")
    func sameID() throws {
        let store = try Store.inMemory()
        RunWriter(store: store).record(.started(TestRun.header()))
        let writer = RunWriter(store: store)
        writer.record(.started(TestRun.header()))
        #expect(writer.trouble?.description.contains("UNIQUE") == true)
        #expect(try store.runs().count == 1)
    }
}
