import Scenarios
import Testing

@Suite("Scenario problems") struct ScenarioProblemsTests {
    /// A scenario in which something is wrong, and all that is said about it.
    struct Sample: Sendable, CustomTestStringConvertible {
        let text: String
        let problems: [String]
        var testDescription: String { problems.first ?? text }

        /// A whole file.
        init(file text: String, _ problems: String...) {
            self.text = text
            self.problems = problems
        }

        /// Keys of a scenario with sound steps; they begin in line 4, column 5.
        init(keys: String, _ problems: String...) {
            text = """
                scenarios:
                  - id: a
                    title: t
                    \(keys)
                    steps: [{ call: user_identities.create, expect: [{ status: 200, proves: UI-ECHO }] }]
                """
            self.problems = problems
        }

        /// Keys of a step with a sound expectation; they begin in line 6, column 9.
        init(step: String, _ problems: String...) {
            text = """
                scenarios:
                  - id: a
                    title: t
                    proves: UI-ECHO
                    steps:
                      - \(step)
                """
            self.problems = problems
        }

        /// An expectation; it begins in line 7, column 18.
        init(claim: String, _ problems: String...) {
            text = """
                scenarios:
                  - id: a
                    title: t
                    proves: UI-ECHO
                    steps:
                      - call: user_identities.create
                        expect: [{ \(claim) }]
                """
            self.problems = problems
        }
    }

    static let structure = [
        Sample(file: "", "1:1: expected a mapping with the keys scenarios or blocks, found nothing"),
        Sample(file: "scenario: []", "1:1: unknown key 'scenario' in a file (did you mean 'scenarios'?)"),
        Sample(
            file: "scenarios:\n  - id: A B\n    title: 7\n    steps: []",
            "2:9: expected a word of small letters and digits, with '-' between parts, found 'A B'",
            "3:12: expected text that is not empty, found the number 7",
            "4:12: there are no steps (write at least one)"
        ),
        Sample(
            file: "scenarios: [{ id: a }]",
            "1:13: a scenario needs the key 'steps' (what the scenario is about)",
            "1:13: a scenario needs the key 'title' (the promise as one sentence)"
        ),
        Sample(keys: "tag: [x]", "4:5: unknown key 'tag' in a scenario (did you mean 'tags'?)"),
        Sample(
            keys: "requires: [other-workspce]",
            "4:16: unknown capability 'other-workspce' (did you mean 'other-workspace'?)"
        ),
        Sample(keys: "skip: ' '", "4:11: expected text that is not empty, found ' '"),
        Sample(
            step: "call: user_identities.get\n        eventually: { within: 0s }",
            "7:31: expected a time longer than none, such as 200ms, 30s, 5m, 2h or 1d, found '0s'"
        ),
        Sample(
            step: "path: https://example.com/a",
            "6:15: expected a path below the endpoint such as /user_identities/get, not a whole URL, found "
                + "'https://example.com/a'"
        ),
        Sample(
            keys:
                "fixtures: { a: '${unique.uuid}', b: 'x y', c: '', d: 5, now: x }\n    values: { e: '${a}${b}${c}${d}' }",
            "4:20: expected an id or a key as the endpoint has it, without blanks and templates, found '${unique.uuid}'",
            "4:41: expected an id or a key as the endpoint has it, without blanks and templates, found 'x y'",
            "4:51: expected an id or a key as the endpoint has it, without blanks and templates, found ''",
            "4:58: expected an id or a key as the endpoint has it, without blanks and templates, found the number 5",
            "4:61: expected a name of small letters, digits and '_' as the key, found 'now'",
            "5:15: nothing uses 'e' (write '${e}' somewhere, or leave it out)"
        ),
        Sample(keys: "rounds: 1", "4:13: expected a whole number from 2 to 20, found the number 1"),
        Sample(keys: "given: later", "4:12: expected a list, found 'later'"),
        Sample(
            keys: "values: { Name: 1 }",
            "4:15: expected a name of small letters, digits and '_' as the key, found 'Name'"
        ),
        Sample(step: "cal: x", "6:9: unknown key 'cal' in a step (did you mean 'call'?)"),
        Sample(step: "name: x", "6:9: expected one of the keys 'call', 'path', 'url' or 'use'"),
        Sample(
            step: #"{ call: user_identities.create, parallel: "8" }"#,
            "6:51: expected a whole number from 2 to 64 or a template such as '${name}', found '8'"
        ),
        Sample(
            step: #"{ call: user_identities.create, save: { a: user_identity } }"#,
            "6:52: expected a JSONPath such as $.user_identity.email_address or a mapping with the keys header, "
                + "found 'user_identity'"
        ),
        Sample(
            step: "{ call: user_identities.create, path: /x }",
            "6:41: unknown key 'path' in a step with 'call' (expected call, name, method, as, body, raw-body, content-type, query, headers, "
                + "parallel, eventually, save or 1 more)"
        ),
        Sample(
            step: "{ call: user_identities.create, parallel: 1 }",
            "6:51: expected a whole number from 2 to 64 or a template such as '${name}', found the number 1"
        ),
        Sample(
            step: "{ call: user_identities.create, method: GRT }",
            "6:49: unknown method 'GRT' (did you mean 'GET'?)"
        ),
        Sample(
            step: "{ call: user_identities.create, eventually: { within: soon } }",
            "6:63: expected a time longer than none, such as 200ms, 30s, 5m, 2h or 1d, found 'soon'"
        ),
        Sample(
            step:
                "{ call: user_identities.create, parallel: 3, expect: [{ outcomes: { accepted: { at-most-of: 1 } } }] }",
            "6:89: unknown key 'at-most-of' in a count (expected at-least or at-most)"
        ),
        Sample(
            claim: "rejected: [BANANA, 409]",
            "7:31: expected a whole number from 100 to 599, a class of statuses such as 4xx or a template such as "
                + "'${name}', found 'BANANA'"
        ),
        Sample(claim: "stauts: 200", "7:20: unknown key 'stauts' in an expectation (did you mean 'status'?)"),
        Sample(
            claim: "$.a: { typo: string }",
            "7:27: unknown key 'typo' in a matcher (did you mean 'type'?)"
        ),
        Sample(claim: "$.a: { absent: false }", "7:35: expected true, found false"),
        Sample(
            claim: "$.a: { type: text }",
            "7:33: unknown type 'text' (expected string, number, integer, boolean, array, object or null)"
        ),
    ]

    static let references = [
        Sample(
            keys: "title: u\n    tags:\n    - a\n\n    tags:\n    - B\n    skips: x",
            "4:5: member 'title' is written twice, first at 3:5 (keep one)",
            "8:5: member 'tags' is written twice, first at 5:5 (keep one)",
            "10:5: unknown key 'skips' in a scenario (did you mean 'skip'?)"
        ),
        Sample(
            step: "call: user_identities.craete",
            "6:15: unknown operation 'user_identities.craete' (did you mean 'user_identities.create'?)"
        ),
        Sample(
            step: "{ call: user_identities.update, body: { ful_name: x, no_such_thing: y, acs_user_id: z } }",
            "6:49: user_identities.update has no parameter 'ful_name' (did you mean 'full_name'?)"
        ),
        Sample(
            keys: "matrix: { a: [\((1...40).map(String.init).joined(separator: ", "))], "
                + "b: [\((1...40).map(String.init).joined(separator: ", "))] }",
            "4:171: more than 1000 cases (write fewer values, or several scenarios)"
        ),
        Sample(
            step: "call: /user_identities/gett",
            "6:15: unknown operation '/user_identities/gett' (did you mean '/user_identities/get'?)"
        ),
        Sample(
            step: "{ call: user_identities.create, method: alias }",
            "6:49: user_identities.create has no other method than POST (write post)"
        ),
        Sample(
            step: "{ call: user_identities.create, as: other-workspace }",
            "6:45: 'as: other-workspace' asks something of the target (write 'requires: [other-workspace]')"
        ),
        Sample(
            step: #"{ call: user_identities.create, headers: { "x y": a, x-a: "a\r\nx-b: c", x-c: "é\t" } }"#,
            "6:52: 'x y' is no header name (write letters, digits and '-')",
            "6:67: this can't be sent in a header (a header value has no line breaks and no other control characters but tabs)"
        ),
        Sample(
            claim: "status: 200, proves: []",
            "7:41: there is no requirement (write an id, or leave 'proves' out)"
        ),
        Sample(
            claim: "status: 200, proves: [UI-ECHO, UI-UNIQ-EMAIL]",
            "7:51: an expectation proves one requirement (write an expectation of its own for 'UI-UNIQ-EMAIL')"
        ),
        Sample(
            step: "{ call: acs.systems.list, save: { a: \"$.acs_system[0]\" } }",
            "6:46: acs.systems.list answers without 'acs_system' (did you mean 'acs_systems'?)"
        ),
        Sample(
            step: "{ call: acs.systems.list, save: { a: \"$.acs_systems[0].id\" } }",
            "6:46: acs.systems.list answers without 'id' (expected acs_system_id)"
        ),
        Sample(
            step: "{ call: user_identities.get, body: { a: \"${fixture.acs_sistem_id}\" } }",
            "6:49: unknown fixture 'acs_sistem_id' (did you mean 'acs_system_id'?)"
        ),
        Sample(step: "{ use: nothing }", "6:16: unknown block 'nothing' (there is none)"),
        Sample(claim: "status: 200, proves: UI-EHCO", "7:41: unknown requirement 'UI-EHCO' (did you mean 'UI-ECHO'?)"),
        Sample(claim: "$.a: { format: uid }", "7:35: unknown format 'uid' (did you mean 'uuid'?)"),
        Sample(
            file: """
                scenarios:
                  - id: a
                    title: t
                    steps: [{ call: user_identities.create, expect: [{ status: 200 }] }]
                """,
            "4:54: says nothing about which requirement it proves (write 'proves:' here, or in the scenario)"
        ),
        Sample(
            keys: "given: [{ call: user_identities.get, expect: [{ status: 200, proves: UI-ECHO }] }]",
            "4:74: only 'steps' prove a requirement (move the expectation there, or leave this out)"
        ),
        Sample(
            file: "scenarios:\n  - { id: a, title: t, steps: [{ call: acs.systems.list }] }\n"
                + "  - { id: a, title: t, steps: [{ call: acs.systems.list }] }",
            "3:11: the id 'a' is there already, at s.yaml:2:11 (write another)"
        ),
    ]

    static let templates = [
        Sample(
            step: "{ call: user_identities.create, body: { a: '${nmae}' } }",
            "6:52: nothing is known as 'nmae' here (expected now, unique.email, unique.phone, unique.key, unique.uuid "
                + "or unique.name)"
        ),
        Sample(
            step: "{ call: user_identities.create, save: { id: $.id }, body: { a: '${id}' } }",
            "6:72: nothing is known as 'id' here (expected now, unique.email, unique.phone, unique.key, unique.uuid "
                + "or unique.name)"
        ),
        Sample(
            step: "{ call: user_identities.create, body: ['${unique.mail}', '${now | uper}', '${', '${a b}'] }",
            "6:48: unknown kind of unique value 'mail' (did you mean 'email'?)",
            "6:66: unknown filter 'uper' (did you mean 'upper'?)",
            "6:83: '${' is not closed (write '}' behind the name, or '$${' for the text '${')",
            "6:89: can't read '${a b}' (write a name, 'now + 2h', and filters behind '|')"
        ),
        Sample(
            step: "{ call: '${unique.key}' }",
            "6:17: '${unique.key}' must be known before the run (use parameters with plain values)"
        ),
        Sample(
            keys: "values: { spare: 1 }",
            "4:15: nothing uses 'spare' (write '${spare}' somewhere, or leave it out)"
        ),
        Sample(
            keys: "fixtures: { spare: i1 }",
            "4:17: nothing uses 'spare' (write '${spare}' somewhere, or leave it out)"
        ),
        Sample(
            keys: "variants: { x: { p: 1 }, y: { p: 2 } }",
            "4:22: nothing uses 'p' (write '${p}' somewhere, or leave it out)"
        ),
        Sample(
            keys: "matrix: { p: [{}, 1, 1] }",
            "4:15: nothing uses 'p' (write '${p}' somewhere, or leave it out)",
            "4:19: a mapping needs a name for the case's id (write 'name: value')",
            "4:26: the number 1 is there already (leave it out)"
        ),
        Sample(
            file: """
                scenarios:
                  - id: a
                    title: t
                    variants: { x: { verb: get }, y: { verb: gone, extra: 1 } }
                    proves: UI-ECHO
                    steps: [{ call: "user_identities.${verb}", body: { a: "${extra}" } }]
                """,
            "6:21: unknown operation 'user_identities.gone' (from 'user_identities.${verb}') "
                + "(did you mean 'user_identities.get'?)",
            "6:59: 'extra' has no value in the case [x] (write it in each variant)"
        ),
    ]

    static let claims = [
        Sample(
            claim: "proves: UI-ECHO",
            "7:18: the expectation claims nothing (write status, rejected, a JSONPath, …)"
        ),
        Sample(claim: "rejected: 200", "7:30: a rejected call has a 4xx status, found 200"),
        Sample(
            claim: "outcomes: { accepted: 1 }",
            "7:30: 'outcomes' counts parallel copies (write 'parallel: 8' in the step)"
        ),
        Sample(claim: "$.a: {}", "7:25: a matcher needs an operator (write 'equals: {}' for an empty object)"),
        Sample(claim: "$.a: { any-of: [] }", "7:35: there is nothing to choose from (write at least one matcher)"),
        Sample(
            claim: "$.a: { count: { at-least: 2, at-most: 1 } }",
            "7:34: no number is in this range (write at-least, at-most or both)"
        ),
        Sample(
            claim: "$.a: { same-as: b }",
            "7:36: expected a JSONPath or a template, found 'b' (write 'equals:' for text)"
        ),
        Sample(
            claim: "$.a: { at-least: monday }",
            "7:37: 'monday' is no date-time (write one such as 2026-01-31T08:00:00Z)"
        ),
    ]

    static let blocks = [
        Sample(
            file: """
                scenarios:
                  - id: a
                    title: t
                    steps:
                      - use: b
                        with: { nme: x }
                        save: { kept: gift }
                blocks:
                  - block: b
                    parameters: { name: null, spare: 1 }
                    steps: [{ call: user_identities.create, body: "${name}" }]
                    gives: { given: 1 }
                """,
            "5:9: the block 'b' needs the parameter 'name' (write it under 'with')",
            "6:17: the block 'b' has no parameter 'nme' (did you mean 'name'?)",
            "7:23: the block 'b' gives no 'gift' (expected given)",
            "10:31: nothing uses 'spare' (write '${spare}' somewhere, or leave it out)"
        ),
        Sample(
            file: """
                blocks:
                  - { block: b, steps: [{ use: c }] }
                  - { block: c, steps: [{ use: b }] }
                """,
            "3:32: a block can't use itself: b → c → b (write the steps out)"
        ),
        Sample(
            file: "blocks:\n  - { block: b, steps: [{ call: acs.systems.lst, body: \"${no}\" }] }",
            "2:33: unknown operation 'acs.systems.lst' (did you mean 'acs.systems.list'?)",
            "2:56: nothing is known as 'no' here (did you mean 'now'?)"
        ),
    ]

    @Test(
        "each problem is told with its place and what to write instead",
        arguments: structure + references + templates + claims + blocks
    )
    func problems(_ sample: Sample) throws {
        let problems = try Suite.problems(in: sample.text)
        #expect(problems == sample.problems)
    }

    @Test("a path and a regular expression that can't be read are told")
    func syntax() throws {
        let text = Sample(claim: "'$.a[': 1, $.b: { pattern: '[' }").text
        let problems = try Suite.problems(in: text)
        #expect(problems.map { String($0.prefix(25)) } == ["7:20: '$.a[' is no JSONPa", "7:47: '[' can't be used a"])
    }

    @Test("a file that is not UTF-8 is told with the place of the byte, beside the problems of all others")
    func notUTF8() throws {
        let bytes = Array("scenarios:\n  # \u{e9}".utf8) + [0xE9, 0x0A]
        let sources = ScenarioSources(files: [("b.yaml", "a: 1")], undecoded: [("a.yaml", bytes)])
        let error = #expect(throws: ScenarioProblems.self) {
            try Suite.library(sources)
        }
        let lines = try #require(error).description.split(separator: "\n")
        #expect(lines.first == "a.yaml:2:6: the byte 0xE9 at offset 17 is not UTF-8 (save the file in that encoding)")
        #expect(lines.map { $0.prefix(6) } == ["a.yaml", "b.yaml"])
    }

    @Test("the problems of all files are told, by file and line, also when one is not even YAML")
    func allFiles() throws {
        let error = #expect(throws: ScenarioProblems.self) {
            try Suite.library(files: ["z.yaml": "a: 1", "b.yaml": "scenarios: [", "a.yaml": "scenarios: {}\nblocks: 1"])
        }
        let lines = try #require(error).description.split(separator: "\n")
        #expect(lines.count == 4)
        #expect(lines.map { $0.prefix(6) } == ["a.yaml", "a.yaml", "b.yaml", "z.yaml"])
        #expect(lines.first == "a.yaml:1:12: expected a list, found a mapping")
    }
}
