import JSON

extension FuzzTarget {
    /// A text is refused at a place in it, or is the same value after writing and reading it again.
    static func checkJSON(_ input: [UInt8]) throws(FuzzFinding) {
        let text: JSONText
        do {
            text = try JSONText(parsing: input)
        } catch {
            let isInText = (0...input.count).contains(error.position.offset) && error.position.line >= 1
            return try require(isInText && error.position.column >= 1, "the error is not in the text: \(error)")
        }
        for style in [JSONStyle.compact, .pretty, .canonical] {
            let written = text.value.serializedBytes(style)
            guard let again = try? JSONValue(parsing: written) else {
                throw FuzzFinding("what is written is not read again: \(String(decoding: written, as: UTF8.self))")
            }
            try require(again == text.value, "another value after writing and reading it")
            try require(again.hashValue == text.value.hashValue, "equal values hash differently")
        }
        for duplicate in text.duplicateMembers {
            let offset = duplicate.position.offset
            let isName = input.indices.contains(offset) && input[offset] == UInt8(ascii: "\"")
            try require(isName, "no name at \(duplicate.position), where \(duplicate.pointer) is repeated")
        }
    }

    /// A query is refused, stopped, or selects nodes that stand where they say.
    static func checkPath(_ input: [UInt8]) throws(FuzzFinding) {
        let end = input.firstIndex(of: UInt8(ascii: "\n")) ?? input.endIndex
        guard let path = try? JSONPath(String(decoding: input[..<end], as: UTF8.self)),
            let value = try? JSONValue(parsing: Array(input[end...])), let nodes = try? path.nodes(in: value)
        else { return }
        for node in nodes.prefix(100) {
            try require(value[node.pointer] == node.value, "\(node.pointer) is not the value that was selected there")
            let found = try? JSONPath(node.normalizedPath).nodes(in: value)
            try require(found == [node], "\(node.normalizedPath) does not select what it stands for")
        }
        try require(!path.isSingular || nodes.count < 2, "a singular query selects \(nodes.count) nodes")
    }
}
