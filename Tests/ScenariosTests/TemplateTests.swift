import JSON
import Scenarios
import Testing

@Suite("Templates") struct TemplateTests {
    /// A template and what it comes to.
    struct Sample: Sendable, CustomTestStringConvertible {
        let template: String
        let value: JSONValue
        var testDescription: String { template }

        init(_ template: String, _ value: JSONValue) {
            self.template = template
            self.value = value
        }
    }

    static let samples = [
        Sample("plain", "plain"),
        Sample("${word}", "Straße"),
        Sample("a ${word}!", "a Straße!"),
        Sample("${number}", 42),
        Sample("n=${number}", "n=42"),
        Sample("${user.ids.1}", "b"),
        Sample("${user}", ["ids": ["a", "b"], "name": "Jane"]),
        Sample("is ${user.ids}", #"is ["a","b"]"#),
        Sample("${word | upper}", "STRASSE"),
        Sample("${word | lower}", "straße"),
        Sample("${word | first 3}", "Str"),
        Sample("${word | last 2}", "ße"),
        Sample("${user.ids | last 1}", ["b"]),
        Sample("${word | length}", 6),
        Sample("${user.ids | length}", 2),
        Sample("${user.name | repeat 3}", "JaneJaneJane"),
        Sample("${user.name | upper | first 2}", "JA"),
        Sample("$${word} costs $5", "${word} costs $5"),
        Sample("${now}", "2026-08-22T12:00:00.000Z"),
        Sample("${now + 2h}", "2026-08-22T14:00:00.000Z"),
        Sample("${now - 30d}", "2026-07-23T12:00:00.000Z"),
        Sample("${now | plus 200ms}", "2026-08-22T12:00:00.200Z"),
        Sample("${instant | plus 2h}", "2026-01-31T10:00:00.000Z"),
        Sample("${instant | minus 8h}", "2026-01-31T00:00:00.000Z"),
    ]

    @Test("a template that is one expression keeps its type, every other gives text", arguments: samples)
    func values(_ sample: Sample) throws {
        #expect(try value(of: sample.template) == sample.value)
    }

    @Test("a name without a value, a missing part and a filter that does not fit are errors that name the template")
    func errors() {
        #expect(
            message(of: "${user.age}") == "${user.age}: 'user' has no 'age', it is "
                + #"{"ids":["a","b"],"name":"Jane"}"#
        )
        #expect(message(of: "${number | upper}") == "${number | upper}: upper does not fit 42")
        #expect(message(of: "${word | plus 2h}") == #"${word | plus 2h}: plus 2h does not fit "Straße""#)
        #expect(
            message(of: "${now + 100000d}")
                == #"${now + 100000d}: plus 100000d does not fit "2026-08-22T12:00:00.000Z""#
                + " (date-times are of the years 1678 to 2261)"
        )
    }

    @Test("a header that a template makes unfit to be sent is an error that names the template")
    func headers() throws {
        let step = try Suite.onlyCase(
            """
            scenarios:
              - id: a
                title: t
                values: { line: "a\\r\\nb", name: x y }
                proves: UI-ECHO
                steps:
                  - call: user_identities.create
                    headers: { x-a: "${line}" }
                  - call: user_identities.create
                    headers: { "${name}": a }
                  - call: user_identities.create
                    as: { token: "${line}" }
            """
        ).steps
        let messages = try step.map { step in
            var scope = Suite.scope(["line": "a\r\nb", "name": "x y"])
            let call = try Suite.call(step)
            return #expect(throws: TemplateError.self) { try call.prepared(in: &scope) }?.description.prefix(30)
        }
        #expect(messages == [#"${line}: "a\r\nb" can't be sen"#, #"${name}: "x y" is no header na"#, messages[0]])
    }

    @Test("unique values are in their formats and never the same twice")
    func uniqueFormats() throws {
        var scope = Suite.scope()
        let patterns = [
            "email": #"^seamcheck-[0-9a-v]{13}@example\.com$"#, "phone": #"^\+1[2-9]9[0-9][2-9][0-9]{6}$"#,
            "key": "^seamcheck-[0-9a-v]{13}$", "name": "^[A-Z][a-z]+ Seamcheck [0-9a-v]{13}$",
            "uuid": "^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$",
        ]
        for (kind, pattern) in patterns {
            let regex = try Regex(pattern)
            let template = try self.template("${unique.\(kind)}")
            var seen: Set<String> = []
            for _ in 0..<2000 {
                let text = try #require(try template.value(in: &scope).stringValue)
                #expect(text.wholeMatch(of: regex) != nil)
                seen.insert(text)
            }
            #expect(seen.count == 2000)
        }
    }

    @Test("unique values are the same again with the same seed and case, and differ with another")
    func uniqueIsReproducible() throws {
        let template = try self.template("${unique.uuid} ${unique.uuid}")
        func text(seed: UInt64, caseID: String) throws -> String {
            var scope = Scope(seed: seed, caseID: caseID, now: { Suite.noon })
            return try template.text(in: &scope)
        }
        let first = try text(seed: 1, caseID: "a")
        #expect(try text(seed: 1, caseID: "a") == first)
        #expect(try text(seed: 2, caseID: "a") != first)
        #expect(try text(seed: 1, caseID: "b") != first)
    }

    /// A template as it stands in a scenario.
    private func template(_ text: String) throws -> Template {
        let item = try Suite.onlyCase(
            """
            scenarios:
              - id: a
                title: t
                given:
                  - call: user_identities.create
                    save: {word: $.w, number: $.n, user: $.u, instant: $.i}
                steps:
                  - call: user_identities.create
                    headers: {x: '\(text)'}
                    expect: [{status: 200, proves: UI-ECHO}]
            """
        )
        let header = try #require(try Suite.call(item.steps.first).headers.first)
        return try #require(header.value)
    }

    private func value(of text: String) throws -> JSONValue {
        var scope = scope
        return try template(text).value(in: &scope)
    }

    private func message(of text: String) -> String {
        do {
            return "no error, but \(try value(of: text).serialized())"
        } catch {
            return "\(error)"
        }
    }

    private var scope: Scope {
        Suite.scope([
            "word": "Straße", "number": 42, "user": ["ids": ["a", "b"], "name": "Jane"],
            "instant": "2026-01-31T09:00:00+01:00",
        ])
    }
}
