/// The pass over a JSON text that finds where some of its parts begin.
struct JSONPlaceSearch: ~Copyable {
    /// A value that is looked for, or on the way to one.
    private struct Node {
        /// The pointer that leads to it; nil when it is only on the way.
        var pointer: JSONPointer?
        /// The nodes below it by member name or item index.
        var children: [String: Int] = [:]
        /// Where it begins; nil while it is not found.
        var offset: Int?
    }

    private var nodes = [Node()]
    private var parser: JSONParser

    /// A search that has yet to begin.
    ///
    /// - Parameters:
    ///   - pointers: the parts to find.
    ///   - text: the text; it must stay where it is until the search is done.
    init(for pointers: some Sequence<JSONPointer>, in text: UnsafeRawBufferPointer) {
        parser = JSONParser(text: text, depthLimit: JSONText.greatestDepth)
        for pointer in pointers where pointer.tokens.count <= JSONText.greatestDepth { add(pointer) }
    }

    /// Where the parts begin that are there, in no particular order.
    mutating func offsets() -> [(pointer: JSONPointer, offset: Int)] {
        parser.skipWhitespace()
        _ = visit(0)
        return nodes.compactMap { node in node.pointer.flatMap { pointer in node.offset.map { (pointer, $0) } } }
    }

    /// Adds the nodes on the way to a part.
    private mutating func add(_ pointer: JSONPointer) {
        var number = 0
        for token in pointer.tokens {
            if let next = nodes[number].children[token] {
                number = next
            } else {
                nodes.append(Node())
                nodes[number].children[token] = nodes.count - 1
                number = nodes.count - 1
            }
        }
        nodes[number].pointer = pointer
    }

    /// Notes where the value at the cursor begins, looks into it, and moves behind it.
    ///
    /// - Returns: false when the text is no JSON.
    private mutating func visit(_ number: Int) -> Bool {
        nodes[number].offset = parser.cursor
        guard !nodes[number].children.isEmpty else { return skipValue() }
        switch parser.byte {
        case UInt8(ascii: "{"): return visitMembers(of: number)
        case UInt8(ascii: "["): return visitItems(of: number)
        default: return skipValue()
        }
    }

    /// Visits the members of an object that are looked for.
    private mutating func visitMembers(of number: Int) -> Bool {
        parser.cursor += 1
        parser.skipWhitespace()
        guard !take(UInt8(ascii: "}")) else { return true }
        repeat {
            guard parser.byte == UInt8(ascii: "\""), let name = try? parser.string() else { return false }
            parser.skipWhitespace()
            guard take(UInt8(ascii: ":")) else { return false }
            let child = nodes[number].children[name]
            if let child { forget(child) }
            guard pass(child) else { return false }
        } while take(UInt8(ascii: ","))
        return take(UInt8(ascii: "}"))
    }

    /// Visits the items of an array that are looked for.
    private mutating func visitItems(of number: Int) -> Bool {
        var wanted: [Int: Int] = [:]
        for (token, child) in nodes[number].children {
            // An index has no leading zeros (RFC 6901 section 4).
            if let index = Int(token), String(index) == token { wanted[index] = child }
        }
        parser.cursor += 1
        parser.skipWhitespace()
        guard !take(UInt8(ascii: "]")) else { return true }
        var index = 0
        repeat {
            guard pass(wanted[index]) else { return false }
            index += 1
        } while take(UInt8(ascii: ","))
        return take(UInt8(ascii: "]"))
    }

    /// Forgets where the parts of a member are: of several members with one name the last counts.
    private mutating func forget(_ number: Int) {
        guard nodes[number].offset != nil else { return }
        nodes[number].offset = nil
        for child in nodes[number].children.values { forget(child) }
    }
}

extension JSONPlaceSearch {
    /// Visits a value that is looked for, or skips another, and the space behind it.
    private mutating func pass(_ node: Int?) -> Bool {
        let isPassed = if let node { visit(node) } else { skipValue() }
        parser.skipWhitespace()
        return isPassed
    }

    /// Moves behind a byte and the space that follows it, if the byte is at the cursor.
    private mutating func take(_ byte: UInt8) -> Bool {
        guard parser.byte == byte else { return false }
        parser.cursor += 1
        parser.skipWhitespace()
        return true
    }

    /// Moves behind the value at the cursor.
    private mutating func skipValue() -> Bool {
        var depth = 0
        repeat {
            switch parser.byte {
            case UInt8(ascii: "{"), UInt8(ascii: "["):
                depth += 1
                parser.cursor += 1
            case UInt8(ascii: "}"), UInt8(ascii: "]"):
                depth -= 1
                parser.cursor += 1
            case UInt8(ascii: "\""): guard skipString() else { return false }
            case UInt8(ascii: ","), UInt8(ascii: ":"):
                guard depth > 0 else { return false }
                parser.cursor += 1
            default: guard skipWord() else { return false }
            }
            parser.skipWhitespace()
        } while depth > 0
        return depth == 0
    }

    /// Moves behind the string at the cursor.
    private mutating func skipString() -> Bool {
        var place = parser.cursor + 1
        while true {
            place = JSONBytes.endOfUnescaped(in: parser.text, from: place)
            guard place < parser.text.count else { return false }
            if parser.text[place] == UInt8(ascii: "\"") { break }
            place += parser.text[place] == UInt8(ascii: "\\") ? 2 : 1
        }
        parser.cursor = place + 1
        return true
    }

    /// Moves behind the number or literal at the cursor.
    private mutating func skipWord() -> Bool {
        let start = parser.cursor
        while parser.byte > 0x20, !",:]}[{\"".utf8.contains(parser.byte) { parser.cursor += 1 }
        return parser.cursor > start
    }
}
