import JSON
import Testing
import YAMLSource

@Suite("YAML as located JSON values")
struct LocatedValueTests {
    private func read(_ text: String) throws -> LocatedValue {
        try LocatedValue(yaml: text, file: "a.yaml")
    }

    private func message(for text: String) -> String {
        do {
            return "read as \(try read(text).json)"
        } catch {
            return "\(error)"
        }
    }

    @Test("every part knows its line and column")
    func places() throws {
        let value = try read("steps:\n  - call: /x\n    body: { a: [1, two] }\n")
        #expect("\(value.place)" == "a.yaml:1:1")
        #expect("\(value.place(of: JSONPointer(tokens: ["steps"])))" == "a.yaml:2:3")
        #expect("\(value.place(of: JSONPointer(tokens: ["steps", "0", "body", "a", "1"])))" == "a.yaml:3:20")
        guard case .object(let members) = value.content else {
            Issue.record("expected an object")
            return
        }
        #expect(members.map { "\($0.key.place)" } == ["a.yaml:1:1"])
    }

    @Test("a pointer to nothing gives the place of the innermost value around it")
    func placeAroundNothing() throws {
        let value = try read("a:\n  b: 1\n")
        #expect("\(value.place(of: JSONPointer(tokens: ["a", "c", "d"])))" == "a.yaml:2:3")
        #expect("\(value.place(of: JSONPointer(tokens: ["a", "b", "0"])))" == "a.yaml:2:6")
    }

    @Test(
        "plain scalars follow the YAML 1.2 core schema",
        arguments: [
            ("~", nil), ("null", nil), ("NULL", nil), ("true", true), ("False", false),
            ("yes", "yes"), ("no", "no"), ("on", "on"), ("off", "off"), ("y", "y"), ("nUll", "nUll"),
            ("2026-08-21", "2026-08-21"), ("2026-08-21T10:00:00Z", "2026-08-21T10:00:00Z"), ("10:30", "10:30"),
            ("12", 12), ("-12", -12), ("+12", 12), ("007", 7), ("0x1F", 31), ("0o17", 15), ("0xZZ", "0xZZ"),
            ("1_000", "1_000"), ("1e", "1e"), (".", "."), ("-", "-"), ("1.2.3", "1.2.3"), ("4xx", "4xx"),
            ("'12'", "12"), ("\"true\"", "true"), ("!!str 12", "12"), ("|\n  12\n", "12\n"),
        ] as [(String, JSONValue)]
    )
    func coreSchema(text: String, value: JSONValue) throws {
        let item = text == "-" ? "[\"-\"]" : "- \(text)"
        #expect(try read(item).json[0] == value)
    }

    @Test(
        "numbers keep the digits they were written with",
        arguments: [
            ("1.50", "1.50"), ("1e400", "1e400"), ("+1E+2", "1E+2"), (".5", "0.5"), ("-.5", "-0.5"), ("1.", "1"),
            ("00.10", "0.10"), ("123456789012345678901234567890", "123456789012345678901234567890"),
        ]
    )
    func writtenForm(text: String, kept: String) throws {
        #expect(try read("- \(text)").json[0]?.numberValue?.text == kept)
    }

    @Test("keys are names, whatever they look like")
    func keys() throws {
        let value = try read("200: a\ntrue: b\n'x y': c\n")
        #expect(value.json.objectValue?.keys == ["200", "true", "x y"])
    }

    @Test("an empty text is null", arguments: ["", "# nothing\n", "---\n"])
    func empty(text: String) throws {
        #expect(try read(text).json.isNull)
    }

    @Test("aliases repeat what their anchor holds")
    func aliases() throws {
        #expect(try read("a: &x { b: 1 }\nc: *x\n").json == ["a": ["b": 1], "c": ["b": 1]])
    }

    @Test("JSON is read as YAML")
    func json() throws {
        #expect(try read(#"{"a": [1, "b", null, true], "c": {}}"#).json == ["a": [1, "b", nil, true], "c": [:]])
    }

    @Test(
        "what is wrong is told with its place",
        arguments: [
            ("a: 1\nb: 2\na: 3\n", "a.yaml:3:1: member 'a' is written twice, first at 1:1 (keep one)"),
            ("x:\n  - 'a': 1\n    a: 3\n", "a.yaml:3:5: member 'a' is written twice, first at 2:5 (keep one)"),
            ("{a: 1, a: 2}", "a.yaml:1:2: member 'a' is written twice (keep one)"),
            ("a: 1\n---\nb: 2\n", "a.yaml:2:1: a second document begins (write one document to a file)"),
            ("[a]: 1\n", "a.yaml:1:1: a key must be a string, not an array or an object"),
            ("? \n: 1\n", "a.yaml:1:2: a key is missing before ':'"),
            ("a: &b c\n*b : 1\n", "a.yaml:2:1: a key must be written out, not be an alias"),
            ("a: &b c\nd: {*b : 1}\n", "a.yaml:2:5: a key must be written out, not be an alias"),
            ("a: &b c\n? - *b\n: 1\n", "a.yaml:2:3: a key must be a string, not an array or an object"),
            ("a: &b c\n[*b]: 1\n", "a.yaml:2:1: a key must be a string, not an array or an object"),
            ("a: !date 2026\n", "a.yaml:1:4: unknown tag '!date' (leave it out)"),
            ("a: !!set {b}\n", "a.yaml:1:4: unknown tag 'tag:yaml.org,2002:set' (leave it out)"),
            ("a: .inf\n", "a.yaml:1:4: .inf is no number in JSON (put it in quotes if a string is meant)"),
            ("- 0xFFFFFFFFFFFFFFFFFF\n", "a.yaml:1:3: 0xFFFFFFFFFFFFFFFFFF is too large (write it in decimal)"),
            ("a: *b\n", "a.yaml:1:4: found undefined alias"),
            (
                "a:\n\t- b\n",
                "a.yaml:2:1: found character that cannot start any token while scanning for the next token that begins at "
                    + "2:1 (YAML forbids tabs for indentation; use spaces)"
            ),
            (
                "a: [1, 2\n",
                "a.yaml:2:1: did not find expected ',' or ']' while parsing a flow sequence that begins at 1:4"
            ),
            ("a: b\nc: d\u{7}\n", "a.yaml:2:5: control characters are not allowed"),
        ]
    )
    func problems(text: String, expected: String) {
        #expect(message(for: text) == expected)
    }

    @Test("aliases that multiply are stopped")
    func multiplyingAliases() {
        var text = "a0: &a0 [1, 1, 1, 1, 1, 1, 1, 1, 1, 1]\n"
        for level in 1...9 {
            let aliases = Array(repeating: "*a\(level - 1)", count: 10).joined(separator: ", ")
            text += "a\(level): &a\(level) [\(aliases)]\n"
        }
        #expect(message(for: text).contains("values when aliases are followed"))
    }

    @Test("aliases that multiply in a key are stopped before anybody looks at all of the key")
    func multiplyingAliasesInKeys() {
        var text = "a0: &a0 [1, 1, 1, 1, 1, 1, 1, 1, 1, 1]\n"
        for level in 1...12 {
            let aliases = Array(repeating: "*a\(level - 1)", count: 10).joined(separator: ", ")
            text += "a\(level): &a\(level) [\(aliases)]\n"
        }
        #expect(message(for: text + "? *a12\n: 1\n") == "a.yaml:14:3: a key must be written out, not be an alias")
        let array = "a.yaml:14:1: a key must be a string, not an array or an object"
        #expect(message(for: text + "[*a12, *a12] : 1\n") == array)
        #expect(message(for: text + "z: {? [*a12] : 1}\n") == array.replacing("14:1", with: "14:7"))
    }

    @Test("a star in a text is no alias, and a question mark or a bracket before a colon no key")
    func starsInText() throws {
        let text = "a: &x 1\nb: *x\nc: |\n  * Is it *x*? \n  **so** [it]: is\n  *x : y\nd: \"? *x: {}:\"\n"
        #expect(try read(text).json["c"] == "* Is it *x*? \n**so** [it]: is\n*x : y\n")
        #expect(try read(text).json["d"] == "? *x: {}:")
    }

    @Test("a text that opens more and more is stopped", arguments: ["[", "- ", "? ", "{a: "])
    func endlessNesting(opening: String) {
        let found = message(for: String(repeating: opening, count: 100_000))
        #expect(found.hasSuffix(": values nest too deep"), "\(found)")
    }

    @Test("values that nest too deep are stopped")
    func deepNesting() {
        let text = String(repeating: "[", count: 600) + String(repeating: "]", count: 600)
        #expect(message(for: text) == "a.yaml:1:514: values nest more than 512 deep")
    }

    @Test("diagnostics come in the order of their places")
    func diagnosticOrder() {
        let places = [
            SourcePlace(file: "b", line: 1), SourcePlace(file: "a", line: 10), SourcePlace(file: "a", line: 9),
        ]
        let sorted = places.map { Diagnostic(place: $0, message: "wrong") }.sorted()
        #expect(sorted.map(\.description) == ["a:9:1: wrong", "a:10:1: wrong", "b:1:1: wrong"])
    }
}
