extension JSONParser {
    /// How many members with a repeated name are told of one text.
    static let duplicateLimit = 1000

    /// Begins an array; the empty array when it ends at once.
    mutating func beginArray() throws(JSONSyntaxError) -> JSONValue? {
        try deepen()
        cursor += 1
        skipWhitespace()
        if byte == UInt8(ascii: "]") {
            cursor += 1
            return .array([])
        }
        frames.push(Frame(isObject: false, base: items.count, firstMark: marks.count, parent: parentName))
        return .none
    }

    /// Begins an object and reads its first name; the empty object when it ends at once.
    mutating func beginObject() throws(JSONSyntaxError) -> JSONValue? {
        try deepen()
        cursor += 1
        skipWhitespace()
        if byte == UInt8(ascii: "}") {
            cursor += 1
            return .object(JSONObject())
        }
        let parent = parentName
        frames.push(Frame(isObject: true, base: members.count, firstMark: marks.count, parent: parent))
        try name(after: JSONNameTable.none, below: parent)
        return .none
    }

    /// Moves behind a comma and reads the name that must follow it.
    @inline(__always)
    mutating func nextName(after previous: Int, below parent: Int) throws(JSONSyntaxError) {
        cursor += 1
        skipWhitespace()
        try name(after: previous, below: parent)
    }

    /// The object whose members are the topmost ones.
    mutating func endObject(_ frame: Frame) -> JSONValue {
        names.beginObject()
        var isUnique = true
        for index in frame.firstMark..<marks.count where !names.noteInObject(marks[index].id) {
            isUnique = false
            noteDuplicate(marks[index])
        }
        if !isUnique { keepLastOfEachName(frame) }
        marks.drop(from: frame.firstMark)
        return .object(JSONObject(uniqueMembers: members.popAll(from: frame.base)))
    }

    private mutating func noteDuplicate(_ mark: NameMark) {
        guard duplicates.count < JSONParser.duplicateLimit else { return }
        duplicates.append((pointer().appending(names.name(mark.id)), mark.offset))
    }

    /// Keeps, of the members with one name, the place of the first and the value of the last.
    private mutating func keepLastOfEachName(_ frame: Frame) {
        var places: [Int: Int] = [:]
        var top = frame.base
        for index in frame.base..<members.count {
            let id = marks[frame.firstMark + index - frame.base].id
            if let place = places[id] {
                members[place] = members[index]
            } else {
                places[id] = top
                if top != index { members[top] = members[index] }
                top += 1
            }
        }
        members.drop(from: top)
    }

    /// Where the innermost open array or object stands.
    private func pointer() -> JSONPointer {
        var tokens: [String] = []
        for depth in 0..<max(frames.count - 1, 0) {
            let frame = frames[depth]
            if frame.isObject {
                tokens.append(names.name(marks[frames[depth + 1].firstMark - 1].id))
            } else {
                tokens.append(String(itemsBegun(above: depth) - frame.base))
            }
        }
        return JSONPointer(tokens: tokens)
    }

    /// How many items the arrays up to that depth have so far.
    private func itemsBegun(above depth: Int) -> Int {
        for inner in depth + 1..<frames.count where !frames[inner].isObject {
            return frames[inner].base
        }
        return items.count
    }

    /// The number of the name of the innermost member that a value begun now is below.
    @inline(__always)
    private var parentName: Int {
        guard frames.count > 0 else { return JSONNameTable.none }
        let frame = frames[frames.count - 1]
        return frame.isObject ? marks[marks.count - 1].id : frame.parent
    }

    @inline(__always)
    private func deepen() throws(JSONSyntaxError) {
        guard frames.count < depthLimit else {
            throw failure("nested deeper than \(depthLimit) arrays and objects", at: cursor)
        }
    }
}
