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
        frames.append(Frame(isObject: false, base: items.count, parent: parentName))
        return nil
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
        frames.append(Frame(isObject: true, base: members.count, parent: parent))
        try name(after: JSONNameTable.none, below: parent)
        return nil
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
        for index in frame.base..<marks.count where !names.noteInObject(marks[index].id) {
            isUnique = false
            if duplicates.count < JSONParser.duplicateLimit {
                let place = pointer().appending(members[index].key)
                duplicates.append((place, marks[index].offset))
            }
        }
        if !isUnique { keepLastOfEachName(from: frame.base) }
        marks.drop(from: frame.base)
        return .object(JSONObject(uniqueMembers: members.popAll(from: frame.base)))
    }

    /// Keeps, of the topmost members with one name, the place of the first and the value of the last.
    private mutating func keepLastOfEachName(from base: Int) {
        var places: [Int: Int] = [:]
        var top = base
        for index in base..<marks.count {
            let id = marks[index].id
            if let place = places[id] {
                members[place].value = members[index].value
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
        var itemsEnd = items.count
        var membersEnd = members.count
        for (depth, frame) in frames.enumerated().reversed() {
            let isInnermost = depth == frames.count - 1
            if frame.isObject {
                if !isInnermost { tokens.append(members[membersEnd - 1].key) }
                membersEnd = frame.base
            } else {
                if !isInnermost { tokens.append(String(itemsEnd - frame.base)) }
                itemsEnd = frame.base
            }
        }
        return JSONPointer(tokens: tokens.reversed())
    }

    /// The number of the name of the innermost member that a value begun now is below.
    @inline(__always)
    private var parentName: Int {
        guard let frame = frames.last else { return JSONNameTable.none }
        return frame.isObject ? marks[marks.count - 1].id : frame.parent
    }

    @inline(__always)
    private func deepen() throws(JSONSyntaxError) {
        guard frames.count < depthLimit else {
            throw failure("nested deeper than \(depthLimit) arrays and objects", at: cursor)
        }
    }
}
