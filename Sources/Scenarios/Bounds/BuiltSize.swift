import JSON

/// What is left of the bounds for a text or value that a template builds.
struct BuiltSize {
    /// How many bytes may still be added.
    private var bytesLeft = ScenarioBounds.builtBytes

    /// How many bytes were added: those of texts, names and numbers, and one for each value.
    var bytes: Int { ScenarioBounds.builtBytes - bytesLeft }

    /// Adds some bytes.
    ///
    /// - Throws: ``Excess`` when they are too many.
    mutating func add(_ count: Int) throws(Excess) {
        guard count <= bytesLeft else { throw .bytes }
        bytesLeft -= count
    }

    /// Adds a value with all that is in it.
    ///
    /// - Parameters:
    ///   - value: the value.
    ///   - depth: how many values it is inside of.
    /// - Throws: ``Excess`` when it is too large, or nests too deep.
    mutating func add(_ value: JSONValue, depth: Int) throws(Excess) {
        guard depth < ScenarioBounds.builtDepth else { throw .depth }
        try add(1)
        switch value {
        case .null, .bool: return
        case .number(let number): try add(number.text.utf8.count)
        case .string(let text): try add(text.utf8.count)
        case .array(let items):
            for item in items { try add(item, depth: depth + 1) }
        case .object(let object):
            for member in object {
                try add(member.key.utf8.count)
                try add(member.value, depth: depth + 1)
            }
        }
    }

    /// A bound that was reached.
    enum Excess: Error {
        case bytes, depth

        /// What is wrong and what to do, as a lower-case fragment.
        var message: String {
            switch self {
            case .bytes:
                "more than \(ScenarioBounds.builtBytes) bytes come of it (repeat less often, or use shorter values)"
            case .depth:
                "more than \(ScenarioBounds.builtDepth) values inside each other come of it (use flatter values)"
            }
        }
    }
}
