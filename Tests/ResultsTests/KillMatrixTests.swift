import Results
import SeamContract
import Testing

@Suite("Kill matrices")
struct KillMatrixTests {
    @Test("a suite whose every fault is caught by its requirement has no shortcomings")
    func proven() throws {
        let matrix = KillMatrix(trials: [trial(killers: ["a"])], falseAlarms: [], scenarios: ["UI-ONE": ["s"]])
        #expect(matrix.shortcomings(in: try catalogue("UI-ONE"), isWhole: true) == [])
    }

    @Test("survivors, faults caught as something else, and false alarms are shortcomings")
    func survivors() throws {
        let matrix = KillMatrix(
            trials: [trial(fault: "one"), trial(fault: "two", named: ["UI-TWO"])],
            falseAlarms: ["UI-THREE"],
            scenarios: [:]
        )
        let catalogue = try catalogue("UI-ONE")
        #expect(
            matrix.shortcomings(in: catalogue, isWhole: false) == [
                "UI-THREE: found broken on the server without a fault",
                "one: nothing notices it (UI-ONE)",
                "two: only noticed as UI-TWO, not as UI-ONE",
            ]
        )
        #expect(matrix.survivors.map(\.fault) == ["one"])
        #expect(matrix.killedElsewhere.map(\.fault) == ["two"])
    }

    @Test("a fault of a requirement that the catalogue does not have is a shortcoming")
    func unknownRequirement() throws {
        let matrix = KillMatrix(trials: [trial(killers: ["a"])], falseAlarms: [], scenarios: [:])
        #expect(
            matrix.shortcomings(in: try catalogue(), isWhole: false) == ["one: the catalogue has no requirement UI-ONE"]
        )
    }

    @Test(
        "a catalogue that differs from what runs weigh, and a must or should without a fault, are shortcomings of the whole",
        arguments: [
            (Level.must, nil, false, "UI-X: no scenario weighs it, and no reason is given"),
            (.must, "nobody can see it", true, "UI-X: is said to be untested, but a scenario weighs it"),
            (.must, nil, true, "UI-X: no fault breaks it, so that its scenarios were never seen to fail"),
            (.should, nil, true, "UI-X: no fault breaks it, so that its scenarios were never seen to fail"),
            (.may, nil, true, nil), (.must, "nobody can see it", false, nil),
        ] as [(Level, String?, Bool, String?)]
    )
    func gaps(level: Level, notTested: String?, isWeighed: Bool, shortcoming: String?) throws {
        let matrix = KillMatrix(trials: [], falseAlarms: [], scenarios: isWeighed ? ["UI-X": ["s"]] : [:])
        let catalogue = try catalogue("UI-X", level, notTested: notTested)
        #expect(matrix.shortcomings(in: catalogue, isWhole: true) == (shortcoming.map { [$0] } ?? []))
        #expect(matrix.shortcomings(in: catalogue, isWhole: false) == [])
    }

    private func trial(fault: String = "one", killers: [String] = [], named: [String] = []) -> FaultTrial {
        FaultTrial(
            fault: fault,
            requirement: "UI-ONE",
            summary: "It is wrong.",
            killers: killers,
            named: killers.isEmpty ? named : ["UI-ONE"],
            isNamedFirst: !killers.isEmpty,
            duration: .zero
        )
    }

    /// A catalogue of one requirement; without an id, an empty one.
    private func catalogue(_ id: String? = nil, _ level: Level = .must, notTested: String? = nil) throws -> Catalogue {
        let entry = id.map { id in
            """
              \(id):
                level: \(level)
                statement: It holds.
                source: S1
                evidence: documented
            """ + (notTested.map { "\n    not-tested: \($0)" } ?? "")
        }
        guard let entry else { return try Catalogue(files: []) }
        return try Catalogue(files: [("test.yaml", "area: test\nabout: a test\nrequirements:\n" + entry)])
    }
}
