extension JSONPath {
    /// A value that a query has selected, and its place.
    public struct Node: Sendable, Hashable {
        /// The value.
        public let value: JSONValue
        let location: Location

        /// The place as a JSON Pointer.
        public var pointer: JSONPointer {
            JSONPointer(
                tokens: location.steps.map { step in
                    switch step {
                    case .name(let name): name
                    case .index(let index): String(index)
                    }
                }
            )
        }

        /// The place as a normalized path (RFC 9535 section 2.7), such as `$['user_identities'][0]`.
        public var normalizedPath: String {
            location.steps.reduce(into: "$") { path, step in
                switch step {
                case .name(let name): path += "['\(JSONPath.escaped(name))']"
                case .index(let index): path += "[\(index)]"
                }
            }
        }

        /// Whether both are the same value at the same place.
        public static func == (left: Node, right: Node) -> Bool {
            left.pointer == right.pointer && left.value == right.value
        }

        /// Feeds the place and the value.
        public func hash(into hasher: inout Hasher) {
            hasher.combine(pointer)
            hasher.combine(value)
        }
    }

    /// One step from a value to a value in it.
    enum Step: Sendable {
        case name(String)
        case index(Int)
    }

    /// A place as the last step to it and the place before; places below one place share it.
    indirect enum Location: Sendable {
        case root
        case below(Location, Step)

        /// The steps from the root.
        var steps: [Step] {
            var steps: [Step] = []
            var location = self
            while case .below(let parent, let step) = location {
                steps.append(step)
                location = parent
            }
            return steps.reversed()
        }
    }

    /// A name as it stands between the single quotes of a normalized path.
    private static func escaped(_ name: String) -> String {
        var text = String.UnicodeScalarView()
        for scalar in name.unicodeScalars {
            switch scalar {
            case "'", "\\": text.append(contentsOf: ["\\", scalar])
            case "\u{8}": text.append(contentsOf: "\\b".unicodeScalars)
            case "\u{9}": text.append(contentsOf: "\\t".unicodeScalars)
            case "\u{A}": text.append(contentsOf: "\\n".unicodeScalars)
            case "\u{C}": text.append(contentsOf: "\\f".unicodeScalars)
            case "\u{D}": text.append(contentsOf: "\\r".unicodeScalars)
            case "\u{0}"..<"\u{20}":
                let digits = String(scalar.value, radix: 16)
                text.append(contentsOf: ("\\u00" + (digits.count < 2 ? "0" : "") + digits).unicodeScalars)
            default: text.append(scalar)
            }
        }
        return String(text)
    }
}
