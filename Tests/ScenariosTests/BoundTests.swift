import Foundation
import JSON
import Scenarios
import Testing

@Suite("Bounds of scenarios") struct BoundTests {
    /// A scenario with steps; they begin in line 5, column 7.
    private static func scenario(_ steps: String, keys: String = "proves: UI-ECHO", blocks: String = "") -> String {
        """
        scenarios:
          - id: a
            title: t
            \(keys)
            steps: \(steps)
        \(blocks)
        """
    }

    /// `line:column` of the place where a part of a text stands first.
    private static func place(of part: String, in text: String) throws -> String {
        let start = try #require(text.range(of: part)?.lowerBound)
        let lines = text[..<start].split(separator: "\n", omittingEmptySubsequences: false)
        return "\(lines.count):\((lines.last ?? "").count + 1)"
    }

    /// A step that sends a template.
    private static func sending(_ template: String) -> String {
        "[{ call: user_identities.get, body: \"\(template)\" }]"
    }

    /// Blocks that use each other: each uses the one before so many times, the first calls something.
    private static func blocks(_ count: Int, fanOut: Int) -> String {
        let first = "  - { block: b0, steps: [{ call: acs.systems.list }] }"
        let others = (1..<count).map { number in
            let uses = Array(repeating: "{ use: b\(number - 1) }", count: fanOut).joined(separator: ", ")
            return "  - { block: b\(number), steps: [\(uses)] }"
        }
        return (["blocks:", first] + others).joined(separator: "\n")
    }

    @Test("blocks that use each other are measured before they are laid out, and refused at the step that is too much")
    func wideBlocks() throws {
        // b1 comes to 30 steps, b2 to 320, b3 to more than 1000.
        let text = Self.scenario("[{ use: b9 }]", blocks: Self.blocks(10, fanOut: 10))
        let fourthUse = Array(repeating: "b2 }", count: 7).joined(separator: ", { use: ") + "] }"
        #expect(
            try Suite.problems(in: text) == [
                "\(try Self.place(of: fourthUse, in: text)): the block 'b3' has more than 1000 steps once its blocks are laid out "
                    + "(use fewer blocks inside each other)"
            ]
        )
        #expect(try Suite.problems(in: Self.scenario("[{ use: b2 }]", blocks: Self.blocks(3, fanOut: 10))) == [])
    }

    @Test("a case may have as many steps as its blocks come to, and not one more")
    func caseSteps() throws {
        let calls = Array(repeating: "{ call: acs.systems.list }", count: 98).joined(separator: ", ")
        let block = "blocks:\n  - { block: b, steps: [\(calls)] }"
        let uses = { (count: Int) in "[\(Array(repeating: "{ use: b }", count: count).joined(separator: ", "))]" }
        #expect(try Suite.problems(in: Self.scenario(uses(10), blocks: block)) == [])
        #expect(
            try Suite.problems(in: Self.scenario(uses(11), blocks: block)) == [
                "5:140: the case has more than 1000 steps once its blocks are laid out (use fewer blocks inside each other)"
            ]
        )
    }

    @Test("blocks that are inside each other too deep are refused, however long the row is")
    func deepBlocks() throws {
        let text = Self.scenario("[{ use: b4999 }]", blocks: Self.blocks(5000, fanOut: 1))
        #expect(
            try Suite.problems(in: text).first
                == "\(try Self.place(of: "b32 }] }", in: text)): the block 'b33' has more than 32 blocks inside each other "
                + "(write the steps out)"
        )
    }

    @Test("blocks that all use each other are refused at once")
    func cliques() throws {
        let blocks = (0..<12).map { number in
            let uses = (0..<12).filter { $0 != number }.map { "{ use: b\($0) }" }.joined(separator: ", ")
            return "  - { block: b\(number), steps: [\(uses)] }"
        }
        let problems = try Suite.problems(in: "blocks:\n" + blocks.joined(separator: "\n"))
        #expect(!problems.isEmpty)
        #expect(problems.allSatisfy { $0.contains("a block can't use itself: ") })
    }

    @Test("a scenario has at most a thousand cases, and a suite at most twenty thousand")
    func cases() throws {
        let call = "[{ call: acs.systems.list }]"
        let parameters = (0..<12).map { "p\($0): [1, 2, 3, 4, 5, 6, 7, 8, 9]" }.joined(separator: ", ")
        #expect(
            try Suite.problems(in: Self.scenario(call, keys: "matrix: { \(parameters) }")) == [
                "4:114: more than 1000 cases (write fewer values, or several scenarios)"
            ]
        )
        let variants = (0..<1001).map { "v\($0): {}" }.joined(separator: ", ")
        #expect(
            try Suite.problems(in: Self.scenario(call, keys: "variants: { \(variants) }")) == [
                "4:15: more than 1000 cases (write fewer values, or several scenarios)",
                "4:15: more than 1000 members (write fewer)",
            ]
        )
        let scenarios = (0..<21).map { number in
            """
              - id: s\(number)
                title: t
                matrix: { a: [\((1...1000).map(String.init).joined(separator: ", "))] }
                steps: [{ call: user_identities.get, body: "${a}", expect: [{ status: 200, proves: UI-ECHO }] }]
            """
        }
        #expect(
            try Suite.problems(in: "scenarios:\n" + scenarios.joined(separator: "\n")) == [
                "82:5: the suite has more than 20000 cases, from here on (run it in parts, or write fewer parameters)"
            ]
        )
    }

    @Test("steps, copies and rounds together make a bounded number of calls")
    func calls() throws {
        let steps = Array(repeating: "{ call: acs.systems.list, parallel: 64 }", count: 100).joined(separator: ", ")
        #expect(
            try Suite.problems(in: Self.scenario("[\(steps)]", keys: "rounds: 2")) == [
                "4:13: the case makes more than 10000 calls (write fewer steps, copies or rounds)"
            ]
        )
    }

    @Test(
        "a call is tried for a bounded time and a bounded number of times",
        arguments: [
            ("within: 1h, every: 4s", nil), ("within: 10s, every: 1ms, back-off: 1e308", nil),
            ("within: 10s, every: 1ms, back-off: 1e400", nil), ("within: 10s, every: 1ms, back-off: 1.5", nil),
            (
                "within: 1000s, every: 1s",
                "1s }: more than 1000 tries fit into 1000s (write a longer 'every', or a 'back-off')"
            ),
            ("within: 999s, every: 1s", nil),
            ("within: 1000000000d", "1000000000d: a call is tried for 1h at most (write a shorter time)"),
        ] as [(String, String?)]
    )
    func polling(keys: String, problem: String?) throws {
        let text = Self.scenario("[{ call: acs.systems.list, eventually: { \(keys) } }]")
        let expected = try problem.map { problem in
            let parts = problem.split(separator: ": ", maxSplits: 1).map(String.init)
            return "\(try Self.place(of: parts[0], in: text)): \(parts[1])"
        }
        #expect(try Suite.problems(in: text) == [expected].compactMap(\.self))
    }

    @Test("the wait before a try grows to the whole time, whatever it is multiplied with")
    func waits() {
        let fast = Polling(within: .seconds(10), every: .milliseconds(1), backOff: 1e308)
        #expect((1...4).map { fast.wait(before: $0) } == [.milliseconds(1), .seconds(10), .seconds(10), .seconds(10)])
        let slow = Polling(within: .seconds(2), every: .milliseconds(200), backOff: 2)
        let milliseconds = [200, 400, 800, 1600, 2000, 2000]
        #expect((1...6).map { slow.wait(before: $0) } == milliseconds.map { .milliseconds($0) })
        for backOff in [0, -1, 1, .nan] {
            let even = Polling(within: .seconds(2), every: .milliseconds(200), backOff: backOff)
            #expect(even.wait(before: 1000) == .milliseconds(200))
        }
        let long = Polling(within: .seconds(1), every: .seconds(Int64.max), backOff: .infinity)
        #expect(long.wait(before: 3) == .seconds(1))
    }

    @Test(
        "what a template would build beyond the bound is told before the run where it is known",
        arguments: [
            ("values: { a: \"${unique.key | repeat 1000000 | repeat 1000000}\" }", "${a}", "\"${unique"),
            ("values: { a: \"${unique.key | repeat 100000}\" }", "${a}", "\"${unique"),
            ("values: { a: x }", "${a | repeat 1000000 | repeat 1000000 | repeat 1000000}", nil),
            ("values: { a: x, b: \"${a | repeat 1000000}\" }", "${b}${b}", nil),
        ] as [(String, String, String?)]
    )
    func knownExcess(keys: String, body: String, part: String?) throws {
        let text = Self.scenario("[{ call: user_identities.get, body: \"\(body)\" }]", keys: keys)
        let message = "more than 1048576 bytes come of it (repeat less often, or use shorter values)"
        let place = try Self.place(of: part ?? "\"\(body)\"", in: text)
        #expect(try Suite.problems(in: text).filter { !$0.contains("proves") } == ["\(place): \(message)"])
    }

    @Test("values that double with each line, or nest with each line, are refused before the run")
    func growingValues() throws {
        let doubling = (1..<60).map { "v\($0): [\"${v\($0 - 1)}\", \"${v\($0 - 1)}\"]" }.joined(separator: ", ")
        let text = Self.scenario(Self.sending("${v59}"), keys: "values: { v0: abc, \(doubling) }")
        #expect(try Suite.problems(in: text).contains { $0.contains("more than 1048576 bytes come of it") })
        let nesting = (1..<600).map { "v\($0): [\"${v\($0 - 1)}\"]" }.joined(separator: ", ")
        let deep = Self.scenario(Self.sending("${v599}"), keys: "values: { v0: abc, \(nesting) }")
        let message = "more than 512 values inside each other come of it"
        #expect(try Suite.problems(in: deep).contains { $0.contains(message) })
    }

    @Test("what a template builds in a run is bounded, also where it could not be known before")
    func unknownExcess() throws {
        let item = try Suite.onlyCase(
            Self.scenario(
                "[{ call: user_identities.get, body: { a: \"${u | repeat 1000000}\" } }]",
                keys: "values: { u: \"${unique.uuid}\" }\n    proves: UI-ECHO"
            )
        )
        var scope = try item.scope(seed: 1, now: { Suite.noon })
        let call = try Suite.call(item.steps.first)
        let error = #expect(throws: TemplateError.self) { try call.prepared(in: &scope) }
        #expect(error?.message == "more than 1048576 bytes come of it (repeat less often, or use shorter values)")
        #expect(error?.isAbsence == false)
    }

    @Test("all that a case keeps is bounded, too")
    func keptValues() throws {
        let values = (0..<20).map { "v\($0): \"${unique.key | repeat 40000}\"" }.joined(separator: ", ")
        let uses = (0..<20).map { "\"${v\($0)}\"" }.joined(separator: ", ")
        let item = try Suite.onlyCase(
            Self.scenario(
                "[{ call: user_identities.get, body: [\(uses)] }]",
                keys: "values: { \(values) }\n    proves: UI-ECHO"
            )
        )
        let error = #expect(throws: TemplateError.self) { try item.scope(seed: 1, now: { Suite.noon }) }
        #expect(error?.message.hasPrefix("the values of the case come to more than 16777216 bytes") == true)
    }

    @Test("no more problems are shown than a thousand, and that there are more is said")
    func manyProblems() throws {
        let keys = (0..<3000).map { "    k\($0): 1" }.joined(separator: "\n")
        let error = #expect(throws: ScenarioProblems.self) {
            try Suite.library("scenarios:\n  - id: a\n\(keys)")
        }
        #expect(error?.diagnostics.count == 1000)
        #expect(error?.description.hasSuffix("there may be more; these are shown") == true)
    }

    @Test("the greatest numbers of filters are numbers like others")
    func greatNumbers() throws {
        var scope = Suite.scope(["word": "Jane"])
        for filter in ["first 9223372036854775807", "last 9223372036854775807", "repeat 1"] {
            let text = Self.scenario(
                "[{ call: user_identities.get, body: \"${w | \(filter)}\" }]",
                keys: "values: { w: Jane }\n    proves: UI-ECHO"
            )
            let item = try Suite.onlyCase(text)
            scope = try item.scope(seed: 1, now: { Suite.noon })
            guard case .json(let body) = try Suite.call(item.steps.first).prepared(in: &scope).body else { continue }
            #expect(body == "Jane")
        }
    }
}
