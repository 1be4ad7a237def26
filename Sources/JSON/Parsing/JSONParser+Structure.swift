extension JSONParser {
    /// How many members with a repeated name are told of one text.
    static let duplicateLimit = 1000

    /// Begins an array; true when it ends at once, the empty array being on the stack.
    mutating func beginArray() throws(JSONSyntaxError) -> Bool {
        try deepen()
        cursor += 1
        skipWhitespace()
        if byte == UInt8(ascii: "]") {
            cursor += 1
            values.push(.array([]))
            return true
        }
        frames.push(Frame(isObject: false, base: values.count, firstMark: marks.count, parent: parentName))
        return false
    }

    /// Begins an object and reads its first name; true when it ends at once, the empty object being on the stack.
    mutating func beginObject() throws(JSONSyntaxError) -> Bool {
        try deepen()
        cursor += 1
        skipWhitespace()
        if byte == UInt8(ascii: "}") {
            cursor += 1
            values.push(.object(JSONObject()))
            return true
        }
        let parent = parentName
        frames.push(Frame(isObject: true, base: values.count, firstMark: marks.count, parent: parent))
        try name(after: JSONShapeTree.none, below: parent)
        return false
    }

    /// Moves behind a comma and reads the name that must follow it.
    @inline(__always)
    mutating func nextName(after previous: Int, below parent: Int) throws(JSONSyntaxError) {
        cursor += 1
        skipWhitespace()
        try name(after: previous, below: parent)
    }

    /// Makes an object of the topmost values and names.
    @inline(__always)
    mutating func endObject(_ frame: Frame) {
        let shape = shapes.shape(endingWith: marks[marks.count - 1].step)
        if shapes[shape].repeatsNames { noteDuplicates(shapes[shape].repetition, frame) }
        marks.drop(from: frame.firstMark)
        values.push(.object(shapes[shape].object(of: values.popAll(from: frame.base))))
    }

    @inline(never)
    private mutating func noteDuplicates(_ repetition: [Int], _ frame: Frame) {
        var different = 0
        for (index, place) in repetition.enumerated() {
            if place == different {
                different += 1
            } else if duplicates.count < JSONParser.duplicateLimit {
                let mark = marks[frame.firstMark + index]
                duplicates.append((pointer().appending(shapes.name(mark.step)), mark.offset))
            }
        }
    }

    /// Where the innermost open array or object stands.
    private func pointer() -> JSONPointer {
        var tokens: [String] = []
        for depth in 0..<max(frames.count - 1, 0) {
            let frame = frames[depth]
            let next = frames[depth + 1]
            tokens.append(
                frame.isObject ? shapes.name(marks[next.firstMark - 1].step) : String(next.base - frame.base)
            )
        }
        return JSONPointer(tokens: tokens)
    }

    /// The step to the name of the innermost member that a value begun now is below.
    @inline(__always)
    private var parentName: Int {
        guard frames.count > 0 else { return JSONShapeTree.none }
        let frame = frames[frames.count - 1]
        return frame.isObject ? marks[marks.count - 1].step : frame.parent
    }

    @inline(__always)
    private func deepen() throws(JSONSyntaxError) {
        guard frames.count < depthLimit else {
            throw failure("nested deeper than \(depthLimit) arrays and objects", at: cursor)
        }
    }
}
