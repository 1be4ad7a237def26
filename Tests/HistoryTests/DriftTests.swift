import History
import Results
import Testing
import Timestamps
import Trends

@Suite("Drift")
struct DriftTests {
    /// An answer with some fields, some of which are null, and a kind.
    static func answer(
        _ fields: [String],
        status: Int = 200,
        nulls: [String] = [],
        kinds: [String] = []
    ) -> OperationExercise.Answer {
        let words = kinds.isEmpty ? [:] : ["/kind": kinds]
        return OperationExercise.Answer(status: status, fields: fields, values: .init(nulls: nulls, words: words))
    }

    /// What drift tells of runs, as `+3 200 /a` for what appeared in the fourth run.
    private func drift(_ nights: [[OperationExercise.Answer]], suites: [Int: String] = [:]) throws -> [String] {
        try store(nights, suites: suites).drift(in: RunSelection()).turns.map { turn in
            let words = [turn.trait.place, turn.trait.kind == .null ? "null" : turn.trait.word].filter { !$0.isEmpty }
            return (["\(turn.isGone ? "-" : "+")\(turn.run.id)", "\(turn.trait.status)"] + words).joined(separator: " ")
        }
    }

    private func store(_ nights: [[OperationExercise.Answer]], suites: [Int: String] = [:]) throws -> Store {
        let store = try Store.inMemory()
        var suite = "beef"
        for (night, answers) in nights.enumerated() {
            suite = suites[night] ?? suite
            let header = TestRun.header("\(night)", minute: night, suite: suite)
            let exercise = OperationExercise(
                operation: "/a",
                callCount: 1,
                methods: ["POST"],
                parameters: [],
                answers: answers
            )
            store.write([.started(header), .exercised(exercise), TestRun.ending(minute: night)])
        }
        return store
    }

    @Test("unchanged nights drift in nothing")
    func quiet() throws {
        let night = [Self.answer(["/a", "/kind"], nulls: ["/a"], kinds: ["x"])]
        #expect(try drift(Array(repeating: night, count: 30)).isEmpty)
        #expect(try store([night]).drift(in: RunSelection()).runCount == 1)
    }

    @Test("a field, a null, a value and a status are told once, in the run in which they appeared or vanished")
    func turns() throws {
        let before = [Self.answer(["/a", "/kind"], kinds: ["x", "y"])]
        let after = [
            Self.answer(["/b", "/kind"], nulls: ["/kind"], kinds: ["x", "z"]), Self.answer(["/e"], status: 409),
        ]
        #expect(
            try drift([before, before, after, after, after]) == [
                "-2 200 /a", "+2 200 /b", "+2 200 /kind null", "-2 200 /kind y", "+2 200 /kind z", "+2 409",
            ]
        )
    }

    @Test("what comes and goes is told as gone when it stays away for longer than ever before")
    func flickering() throws {
        let with = [Self.answer(["/a", "/b"])]
        let without = [Self.answer(["/a"])]
        let flickering = [with, without, without, with]
        #expect(try drift(flickering + [without, without]).isEmpty)
        #expect(try drift(flickering + [without, without, without]) == ["-4 200 /b"])
    }

    @Test("nulls and values of a run that did not look at them are neither missed nor new")
    func older() throws {
        let blind = [OperationExercise.Answer(status: 200, fields: ["/kind"])]
        let seeing = [Self.answer(["/kind"], nulls: ["/kind"], kinds: ["x"])]
        #expect(try drift([blind, seeing, seeing]).isEmpty)
        #expect(try drift([seeing, blind]).isEmpty)
        #expect(try drift([blind, seeing, [Self.answer(["/kind"], kinds: ["x"])]]) == ["-2 200 /kind null"])
    }

    @Test("a run of a part of the suite is left out, and a change of the suite is a suspect")
    func parts() throws {
        let store = try store([[Self.answer(["/a"])], [Self.answer(["/b"])]], suites: [1: "c0de"])
        let part = TestRun.header("part", minute: 5, caseCount: 1, suite: "c0de")
        let exercise = OperationExercise(operation: "/a", callCount: 1, methods: [], parameters: [], answers: [])
        store.write([.started(part), .exercised(exercise), TestRun.ending(minute: 5)])
        let report = try store.drift(in: RunSelection())
        #expect(report.runCount == 2)
        #expect(report.turns.map(\.suspects) == [[.suite], [.suite]])
    }
}

extension Store {
    /// Writes the events of a run.
    func write(_ events: [RunEvent]) {
        let writer = RunWriter(store: self)
        for event in events { writer.record(event) }
    }
}
