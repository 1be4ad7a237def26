import JSON
import JSONSchema
import YAMLSource

extension DocumentWalk {
    /// Tells that a value is none of what may stand there.
    mutating func tellMismatch(_ value: LocatedValue, _ shape: ValueShape, at place: SchemaPlace) {
        let hint = shape.isText && value.scalar != nil ? " (put it in quotes)" : ""
        let name = place.pointer.tokens.last.map { "'\($0)' to be " } ?? ""
        tell(
            "wrong-type",
            at: value.place,
            "expected \(name)\(shape.description), found \(ValueExcerpt.of(value.json))\(hint)"
        )
    }

    /// Tells of a member that the specification does not name.
    mutating func tellUnknown(_ key: LocatedKey, in kind: ObjectKind) {
        let shape = kind.shape
        let hint: String
        if shape.fields.contains(where: { $0.name == key.name }) {
            hint = "only OpenAPI 3.1 knows it"
        } else {
            let names = shape.fields.filter { $0.knownIn.contains(version) }.map(\.name)
            let near = Suggestion.nearest(to: key.name, among: names).map { "did you mean '\($0)'?" }
            hint = near ?? "what is your own begins with 'x-'"
        }
        tell("unknown-member", at: key.place, "\(kind.phrase) has no member '\(key.name)' (\(hint))")
    }

    /// Tells of an error.
    mutating func tell(_ rule: String, at place: SourcePlace, _ message: String) {
        problems.append(
            ContractProblem(severity: .error, rule: rule, diagnostic: Diagnostic(place: place, message: message))
        )
    }
}

extension SchemaPlace {
    /// Whether it is the value of `additionalProperties`, where OpenAPI 3.0 lets a Boolean stand for a schema.
    var isAdditionalProperties: Bool { pointer.tokens.last == "additionalProperties" }

    /// The section of `components` that it is an object of; nil when it is none.
    var section: String? {
        let tokens = pointer.tokens
        return tokens.count == 3 && tokens[0] == "components" ? tokens[1] : nil
    }
}

extension ValueShape {
    /// Whether it is a string.
    fileprivate var isText: Bool {
        if case .text = self { true } else { false }
    }

    /// What it must be, for a message.
    fileprivate var description: String {
        switch self {
        case .any: "anything"
        case .text: "a string"
        case .flag: "true or false"
        case .list: "an array"
        case .map: "an object"
        case .object(let kind): "\(kind.phrase) (an object)"
        }
    }
}
