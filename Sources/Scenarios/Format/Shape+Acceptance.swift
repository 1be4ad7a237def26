import JSON
import YAMLSource

extension Shape {
    /// Whether this is a mapping of some kind.
    var isMapping: Bool {
        switch self {
        case .map, .form, .choice: true
        default: false
        }
    }

    /// Whether this is a list.
    var isList: Bool {
        if case .list = self { true } else { false }
    }

    /// The shapes that may stand here, those of alternatives within alternatives too.
    var alternatives: [Shape] {
        if case .either(let shapes) = self { shapes.flatMap(\.alternatives) } else { [self] }
    }

    /// The only thing besides lists and mappings that may stand here, or this itself.
    var scalar: Shape {
        let scalars = alternatives.filter { !$0.isList && !$0.isMapping }
        return scalars.count == 1 ? scalars[0] : self
    }

    /// Whether a value is of this kind; what is inside lists and mappings is not looked at.
    func accepts(_ value: LocatedValue) -> Bool {
        switch self {
        case .any: true
        case .literal: !value.isMapping
        case .list: value.isList
        case .map, .form, .choice: value.isMapping
        case .either(let shapes): shapes.contains { $0.accepts(value) }
        case .text, .word, .flag, .yes, .nothing, .integer, .number: accepts(scalarOf: value)
        }
    }

    /// Whether a value is a scalar of this kind.
    private func accepts(scalarOf value: LocatedValue) -> Bool {
        guard case .scalar(let scalar) = value.content else { return false }
        switch (self, scalar) {
        case (.text(let kind), .string(let text)): return kind.accepts(text)
        case (.word(_, let words), .string(let text)): return words.contains(text) || TextKind.template.accepts(text)
        case (.flag, .bool), (.yes, .bool(true)), (.nothing, .null): return true
        case (.integer(let range), .number(let number)): return number.intValue.map { range.contains($0) } ?? false
        case (.number(let least), .number(let number)): return least.map { number >= JSONNumber($0) } ?? true
        default: return false
        }
    }

    /// What is expected, in the words of a message.
    var words: String {
        switch self {
        case .text(let kind): kind.words
        case .word(_, let words): Suggestion.list(words)
        case .flag: "true or false"
        case .yes: "true"
        case .nothing: "nothing"
        case .integer(let range) where range.upperBound == Int(Int32.max): "a whole number from \(range.lowerBound)"
        case .integer(let range): "a whole number from \(range.lowerBound) to \(range.upperBound)"
        case .number(let least): least.map { "a number of at least \($0)" } ?? "a number"
        case .any: "anything"
        case .literal: "a value"
        case .list: "a list"
        case .map: "a mapping"
        case .form(let name): "a mapping with the keys \(Suggestion.list(Form.named(name).keys.map(\.name)))"
        case .choice(let choices): "a mapping with \(Suggestion.list(choices.map { "'\($0.key)'" }))"
        case .either(let shapes): Suggestion.list(shapes.map(\.words))
        }
    }
}
