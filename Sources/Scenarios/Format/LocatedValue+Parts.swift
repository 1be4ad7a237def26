import JSON
import YAMLSource

extension LocatedValue {
    /// The text; nil when this is something else.
    var text: String? {
        if case .scalar(.string(let text)) = content { text } else { nil }
    }

    /// Whether this is text with a template in it; of what comes out of one only the decoder can tell whether it fits.
    var isTemplate: Bool {
        text.map { TextKind.template.accepts($0) } ?? false
    }

    /// The items; empty when this is no list.
    var items: [LocatedValue] {
        if case .array(let items) = content { items } else { [] }
    }

    /// The members; empty when this is no mapping.
    var members: [(key: LocatedKey, value: LocatedValue)] {
        if case .object(let members) = content { members } else { [] }
    }

    /// Whether this is a mapping.
    var isMapping: Bool {
        if case .object = content { true } else { false }
    }

    /// Whether this is a list.
    var isList: Bool {
        if case .array = content { true } else { false }
    }

    /// What stands here, for people.
    var found: String {
        switch content {
        case .scalar(.null): "nothing"
        case .scalar(.string(let text)): "'\(text.count <= 60 ? text : text.prefix(59) + "…")'"
        case .scalar(.number(let number)): "the number \(number.text)"
        case .scalar(let value): value.excerpt
        case .array: "a list"
        case .object: "a mapping"
        }
    }
}
