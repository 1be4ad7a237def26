import JSON
import Timestamps
import YAMLSource

extension StepDecoder {
    /// A value that is known before the run, and where it comes from.
    struct Fixed {
        /// The value.
        let value: JSONValue
        /// The value as written.
        let source: LocatedValue

        /// The text; nil when it is something else.
        var text: String? { value.stringValue }

        /// The value in the words of a message, with the template it comes from.
        var words: String {
            let words = value.stringValue.map { "'\($0)'" } ?? value.excerpt
            guard let template = source.text, template != value.stringValue else { return words }
            return "\(words) (from '\(template)')"
        }
    }

    /// Reads a text as a template; one that can't be read, or uses a name that is not known, is told.
    mutating func template(_ text: String, at place: SourcePlace) -> Template {
        do {
            let template = try TemplateParser.template(text)
            for name in template.names where !names.use(name) {
                problems.add(place, unknownName(name))
            }
            if template.mayGrow { refuseExcess(of: .template(template), at: place) }
            return template
        } catch {
            problems.add(place, error.message)
            return Template(parts: [.text(text)], description: text)
        }
    }

    /// Reads a text as a template; what is no text was told before.
    mutating func template(_ source: LocatedValue) -> Template {
        template(source.text ?? source.json.templateText, at: source.place)
    }

    /// Reads a value in which each text may be a template.
    mutating func templated(_ source: LocatedValue) -> TemplatedValue {
        let value = parts(source)
        if case .template = value { return value }
        if !value.isLiteral { refuseExcess(of: value, at: source.place) }
        return value
    }

    /// Reads a value in which each text may be a template, and does not look at its size.
    private mutating func parts(_ source: LocatedValue) -> TemplatedValue {
        switch source.content {
        case .scalar(.string(let text)):
            let template = template(text, at: source.place)
            return template.isLiteral ? .literal(.string(template.literalText)) : .template(template)
        case .scalar(let value):
            return .literal(value)
        case .array(let items):
            let values = items.map { parts($0) }
            return values.allSatisfy(\.isLiteral) ? .literal(.array(values.compactMap(\.literal))) : .array(values)
        case .object(let members):
            return parts(members)
        }
    }

    /// Reads the members of an object in which each name and text may be a template.
    private mutating func parts(_ source: [(key: LocatedKey, value: LocatedValue)]) -> TemplatedValue {
        let members = source.map { Call.Member(name: template($0.key.name, at: $0.key.place), value: parts($0.value)) }
        var object = JSONObject()
        for member in members {
            guard member.name.isLiteral, case .literal(let value) = member.value else { return .object(members) }
            object[member.name.literalText] = value
        }
        return .literal(.object(object))
    }

    /// Reads a member of which the name and the value may have templates.
    mutating func member(_ key: LocatedKey, _ value: LocatedValue) -> Call.Member<TemplatedValue> {
        Call.Member(name: template(key.name, at: key.place), value: templated(value))
    }

    /// Reads a name and its value, and makes the name known from here on.
    mutating func binding(_ key: LocatedKey, _ source: LocatedValue) -> Case.Binding {
        let value = templated(source)
        names.add(key.name, knowledge(of: value))
        return Case.Binding(name: key.name, value: value)
    }

    /// Reads a value that must be known before the run; nil when it is not, which is told.
    mutating func fixed(_ source: LocatedValue) -> Fixed? {
        switch knowledge(of: templated(source)) {
        case .fixed(let value):
            return Fixed(value: value, source: source)
        case .parameter:
            return nil
        case .open:
            let isKnown = source.text.map { text in
                (try? TemplateParser.template(text))?.names.allSatisfy { names.known[$0] != nil } ?? false
            }
            if isKnown ?? true {
                problems.add(
                    source.place,
                    "\(source.found) must be known before the run (use parameters with plain values)"
                )
            }
            return nil
        }
    }

    /// Reads a text that must be known before the run.
    mutating func fixedText(_ source: LocatedValue) -> Fixed? {
        guard source.text != nil, let fixed = fixed(source) else { return nil }
        guard fixed.text != nil else {
            problems.add(source.place, "expected text, found \(fixed.words)")
            return nil
        }
        return fixed
    }

    /// What is known of a value before the run.
    func knowledge(of value: TemplatedValue) -> Names.Knowledge {
        guard !value.isGenerated else { return .open }
        var scope = Scope(seed: 0, caseID: "", now: { Timestamp(nanoseconds: 0) })
        switch bind(value.names, in: &scope) {
        case .open: return .open
        case .parameter: return .parameter
        case .fixed:
            // A filter that does not fit is met again, and told, when the case runs.
            guard let value = try? value.value(in: &scope) else { return .open }
            return .fixed(value)
        }
    }

    /// Tells when more comes of a value than is allowed, as far as that is known before the run.
    mutating func refuseExcess(of value: TemplatedValue, at place: SourcePlace) {
        var scope = Scope(seed: 0, caseID: "", now: { Timestamp(nanoseconds: 0) })
        guard case .fixed = bind(value.names, in: &scope) else { return }
        do throws(TemplateError) {
            _ = try value.value(in: &scope)
        } catch {
            if error.isExcess { problems.add(place, error.message) }
        }
    }

    /// Puts what is known of names into a scope: `fixed` when all of them have values.
    private func bind(_ names: [String], in scope: inout Scope) -> Names.Knowledge {
        var isParameter = false
        for name in names {
            switch self.names.known[name] {
            case .fixed(let value): scope.bind(name, to: value)
            case .parameter: isParameter = true
            case .open, nil: return .open
            }
        }
        return isParameter ? .parameter : .fixed(.null)
    }

    /// What is said of a name that is not known here; one that other variants give is missing in this one.
    private func unknownName(_ name: String) -> String {
        if blocks.isEmpty, parameters.contains(name) {
            return "'\(name)' has no value in the case [\(caseLabel)] (write it in each variant)"
        }
        return "nothing is known as '\(name)' here (\(names.suggestion(for: name)))"
    }
}

extension TemplatedValue {
    /// The value when there is nothing to be filled in.
    var literal: JSONValue? {
        if case .literal(let value) = self { value } else { nil }
    }

    /// Whether there is nothing to be filled in.
    var isLiteral: Bool { literal != nil }

    /// The templates, in order.
    private var templates: [Template] {
        switch self {
        case .literal: []
        case .template(let template): [template]
        case .array(let items): items.flatMap(\.templates)
        case .object(let members): members.flatMap { [$0.name] + $0.value.templates }
        }
    }

    /// The fixtures that the templates use.
    var fixtures: [RunFixtures.Reference] { templates.flatMap(\.fixtures) }

    /// The names that the templates use.
    var names: [String] { templates.flatMap(\.names) }

    /// Whether the value differs at each evaluation.
    var isGenerated: Bool {
        templates.contains { template in
            template.parts.contains { part in
                guard case .expression(let expression) = part else { return false }
                if case .name = expression.source { return false }
                return true
            }
        }
    }
}
