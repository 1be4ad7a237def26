/// The sequences of member names met so far in one text, as a tree: a step goes from the names before to one name more.
///
/// Objects with the same names in the same order take the same steps and have one shape. Each step remembers which step
/// came next last time, so that in a list of like objects most names are found by one comparison.
struct JSONShapeTree: ~Copyable {
    /// Stands for "no step": the place before the first name, or that nothing is expected.
    static let none = -1

    /// One name behind others.
    private struct Step {
        /// The number of the name.
        let name: Int
        /// The step before it, or `none`.
        let previous: Int
        /// Where the name's bytes stand in the text; negative when it was written with escapes.
        let offset: Int
        /// How many bytes the name has.
        let length: Int
        /// How many names there are up to this one.
        let count: Int
        /// The step that followed it last time.
        var next = JSONShapeTree.none
        /// The step that an object below the member began with last time.
        var firstBelow = JSONShapeTree.none
        /// The number of the shape of the objects that end here, or `none` before the first one has ended.
        var shape = JSONShapeTree.none
    }

    /// The member names.
    var names = JSONNameTable()
    private var steps = ScratchStack<Step>(capacity: 32)
    private var shapes = ScratchStack<JSONShape>(capacity: 8)
    private var slots = HashSlots(count: 64)
    /// The names of a shape while it is made, the last one first.
    private var path = ScratchStack<Int>(capacity: 32)
    private var firstAtRoot = JSONShapeTree.none

    /// The name that a step leads to; the caller keeps the number in range.
    func name(_ step: Int) -> String {
        names[steps[step].name].name
    }

    /// The step expected after another, or at the begin of an object.
    ///
    /// - Parameters:
    ///   - previous: the step before it in the same object, or `none`.
    ///   - parent: the step of the member that the object is in, or `none`.
    /// - Returns: the number of a step, or `none`.
    @inline(__always)
    func expected(after previous: Int, below parent: Int) -> Int {
        if previous >= 0 { return steps[previous].next }
        return parent >= 0 ? steps[parent].firstBelow : firstAtRoot
    }

    /// The length of a step's name when its bytes and a closing quote stand at a place of the text; nil when they do not.
    @inline(__always)
    func length(of step: Int, ifAt place: Int, in text: UnsafeRawBufferPointer) -> Int? {
        let offset = steps[step].offset
        let length = steps[step].length
        guard offset >= 0, place + length < text.count, text[place + length] == UInt8(ascii: "\""),
            JSONBytes.equal(text, offset, text, place, count: length)
        else { return nil }
        return length
    }

    /// The step to a name that was not expected, which is expected from now on.
    ///
    /// - Parameters:
    ///   - name: the number of the name.
    ///   - previous: the step before it in the same object, or `none`.
    ///   - parent: the step of the member that the object is in, or `none`.
    /// - Returns: the number of the step.
    mutating func step(to name: Int, after previous: Int, below parent: Int) -> Int {
        let step = step(to: name, after: previous)
        if previous >= 0 {
            steps[previous].next = step
        } else if parent >= 0 {
            steps[parent].firstBelow = step
        } else {
            firstAtRoot = step
        }
        return step
    }

    /// The number of the shape of the objects that end with a step.
    @inline(__always)
    mutating func shape(endingWith step: Int) -> Int {
        if steps[step].shape < 0 { makeShape(endingWith: step) }
        return steps[step].shape
    }

    /// The shape of that number; the caller keeps it in range.
    subscript(shape: Int) -> JSONShape {
        @inline(__always) _read { yield shapes[shape] }
    }
}

extension JSONShapeTree {
    /// The step to a name, which is made now when it is new.
    private mutating func step(to name: Int, after previous: Int) -> Int {
        let found = slots.first(JSONShapeTree.hash(name, previous)) { step in
            steps[step].name == name && steps[step].previous == previous
        }
        if let found { return found }
        let count = previous >= 0 ? steps[previous].count + 1 : 1
        let offset = names[name].offset
        let length = names[name].length
        let step = steps.count
        steps.push(Step(name: name, previous: previous, offset: offset, length: length, count: count))
        slots.append(step) { JSONShapeTree.hash(steps[$0].name, steps[$0].previous) }
        return step
    }

    @inline(__always)
    private static func hash(_ name: Int, _ previous: Int) -> UInt64 {
        JSONBytes.hash(UInt64(truncatingIfNeeded: previous) << 32 ^ UInt64(truncatingIfNeeded: name))
    }

    /// Makes the shape of the objects that end with a step.
    @inline(never)
    private mutating func makeShape(endingWith last: Int) {
        var isUnique = true
        names.beginList()
        var step = last
        while step >= 0 {
            path.push(steps[step].name)
            isUnique = names.noteInList(steps[step].name) && isUnique
            step = steps[step].previous
        }
        var keys: [String] = []
        keys.reserveCapacity(path.count)
        while path.count > 0 { keys.append(names[path.pop()].name) }
        steps[last].shape = shapes.count
        shapes.push(isUnique ? JSONShape(keys: keys) : JSONShape(repeatedKeys: keys))
    }
}
