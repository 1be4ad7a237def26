import JSON
import YAMLSource

/// Checks what stands in a file against the shapes of the language, and tells all that differs.
struct StructureCheck {
    /// What was found wrong.
    private(set) var diagnostics: [Diagnostic] = []

    /// Checks a value.
    mutating func check(_ value: LocatedValue, _ shape: Shape) {
        guard diagnostics.count < ScenarioBounds.problems else { return }
        switch shape {
        case .either: check(value, either: shape.alternatives)
        case .list(let shape, _) where value.isList:
            for item in value.items { check(item, shape) }
        case .map(let kind, let shape) where value.isMapping: check(value, keys: kind, shape)
        case .form(let name) where value.isMapping: check(value, .named(name))
        case .choice(let choices) where value.isMapping: check(value, choices)
        default:
            if !shape.accepts(value) { report(value, shape) }
        }
    }

    /// Checks a value that may be one of several things: the one that fits its kind is followed.
    private mutating func check(_ value: LocatedValue, either shapes: [Shape]) {
        let isFollowed = { (shape: Shape) in (value.isMapping && shape.isMapping) || (value.isList && shape.isList) }
        if let shape = shapes.first(where: isFollowed) {
            check(value, shape)
        } else if !shapes.contains(where: { $0.accepts(value) }) {
            report(value, .either(shapes))
        }
    }

    /// Checks a mapping from keys of one kind.
    private mutating func check(_ value: LocatedValue, keys kind: TextKind, _ shape: Shape) {
        guard value.members.count <= ScenarioBounds.members else {
            return add(value.place, "more than \(ScenarioBounds.members) members (write fewer)")
        }
        for (key, value) in value.members {
            if !kind.accepts(key.name) {
                add(key.place, "expected \(kind.words) as the key, found '\(key.name)'")
            }
            check(value, shape)
        }
    }

    /// Checks a mapping that one key tells the form of.
    private mutating func check(_ value: LocatedValue, _ choices: [(key: String, form: Form.Name)]) {
        let present = choices.filter { value[$0.key] != nil }
        guard let choice = present.first else {
            let known = Set(choices.flatMap { Form.named($0.form).keys.map(\.name) })
            for (key, _) in value.members where !known.contains(key.name) {
                guard let near = Suggestion.nearest(to: key.name, among: choices.map(\.key)) else { continue }
                return add(key.place, "unknown key '\(key.name)' in a step (did you mean '\(near)'?)")
            }
            let keys = Suggestion.list(choices.map { "'\($0.key)'" })
            return add(value.place, "expected one of the keys \(keys)")
        }
        check(value, .named(choice.form))
    }

    /// Checks a mapping with known keys.
    private mutating func check(_ value: LocatedValue, _ form: Form) {
        for (key, value) in value.members where diagnostics.count < ScenarioBounds.problems {
            if let known = form.keys.first(where: { $0.name == key.name }) {
                check(value, known.shape)
            } else if let kind = form.keysByKind.first(where: { $0.kind.accepts(key.name) }) {
                check(value, kind.shape)
            } else {
                let hint = Suggestion.text(for: key.name, among: form.keys.map(\.name))
                add(key.place, "unknown key '\(key.name)' in \(form.name.words) (\(hint))")
            }
        }
        for key in form.keys where key.isRequired && value[key.name] == nil {
            add(value.place, "\(form.name.words) needs the key '\(key.name)' (\(key.summary))")
        }
    }

    /// Tells that something else stands there.
    private mutating func report(_ value: LocatedValue, _ shape: Shape) {
        if let text = value.text, case .word(let what, let words) = shape.scalar {
            add(value.place, "unknown \(what) '\(text)' (\(Suggestion.text(for: text, among: words)))")
        } else {
            add(value.place, "expected \(shape.words), found \(value.found)")
        }
    }

    private mutating func add(_ place: SourcePlace, _ message: String) {
        guard diagnostics.count < ScenarioBounds.problems else { return }
        diagnostics.append(Diagnostic(place: place, message: message))
    }
}

extension Form.Name {
    /// The form with its article.
    var words: String {
        switch self {
        case .expectation, .outcomes: "an \(rawValue)"
        case .savedHeader: "a saved header"
        case .call: "a step with 'call'"
        case .path: "a step with 'path'"
        case .url: "a step with 'url'"
        case .use: "a step with 'use'"
        case .polling: "'eventually'"
        case .near: "'near'"
        case .file, .scenario, .block, .matcher, .count, .token: "a \(rawValue)"
        }
    }
}
