/// The member names met so far in one text, each with a small number that stands for it.
///
/// Equal names share one string, and two members of an object have the same name exactly when the numbers are the same.
/// The table also remembers which name came after which, so that in a list of like objects most names are found by one
/// comparison. The hash is seeded anew in every process: nobody outside can choose names that collide.
struct JSONNameTable: ~Copyable {
    /// Stands for "no name".
    static let none = -1

    /// One name.
    struct Entry {
        /// The name, unescaped.
        let name: String
        /// Where its bytes stand in the text; negative when it was written with escapes.
        let offset: Int
        /// How many bytes it has.
        let length: Int
        /// The hash of its bytes.
        let hash: UInt64
        /// The object in which it was last seen at the object's end.
        var lastObject = 0
        /// The name that followed it last time.
        var next = JSONNameTable.none
        /// The name that an object below it began with last time.
        var firstBelow = JSONNameTable.none
    }

    private var entries = ScratchStack<Entry>(capacity: 16)
    private var slots = [Int32](repeating: -1, count: 64)
    private let seed = UInt64(truncatingIfNeeded: Hasher().finalize())
    private var objects = 0
    private var firstAtRoot = JSONNameTable.none

    /// The name that number stands for; the caller keeps it in range.
    @inline(__always)
    func name(_ id: Int) -> String {
        entries[id].name
    }

    /// The number of the name expected after another, or at the begin of an object.
    ///
    /// - Parameters:
    ///   - previous: the name before it in the same object, or `none`.
    ///   - parent: the name of the member that the object is in, or `none`.
    /// - Returns: the number, or `none`.
    @inline(__always)
    func expected(after previous: Int, below parent: Int) -> Int {
        if previous >= 0 { return entries[previous].next }
        return parent >= 0 ? entries[parent].firstBelow : firstAtRoot
    }

    /// Remembers what came, for `expected(after:below:)`.
    @inline(__always)
    mutating func remember(_ id: Int, after previous: Int, below parent: Int) {
        if previous >= 0 {
            entries[previous].next = id
        } else if parent >= 0 {
            entries[parent].firstBelow = id
        } else {
            firstAtRoot = id
        }
    }

    /// The length of a name when its bytes and a closing quote stand at a place of the text; nil when they do not.
    @inline(__always)
    func length(of id: Int, ifAt place: Int, in text: UnsafeRawBufferPointer) -> Int? {
        let offset = entries[id].offset
        let length = entries[id].length
        guard offset >= 0, place + length < text.count, text[place + length] == UInt8(ascii: "\""),
            JSONBytes.equal(text, offset, text, place, count: length)
        else { return nil }
        return length
    }

    /// The number of the name with these bytes, which it gets now when it is new.
    ///
    /// - Parameters:
    ///   - bytes: the name, unescaped, known to be UTF-8.
    ///   - offset: where the bytes stand in the text; negative when they do not stand there as they are.
    ///   - text: the whole text.
    /// - Returns: the number.
    mutating func id(of bytes: UnsafeRawBufferPointer, at offset: Int, in text: UnsafeRawBufferPointer) -> Int {
        let hash = JSONBytes.hash(bytes, seed: seed)
        var slot = Int(truncatingIfNeeded: hash) & (slots.count - 1)
        while slots[slot] >= 0 {
            let id = Int(slots[slot])
            if entries[id].hash == hash, has(id, bytes, in: text) { return id }
            slot = (slot + 1) & (slots.count - 1)
        }
        let id = entries.count
        let name = String(decoding: bytes, as: UTF8.self)
        entries.push(Entry(name: name, offset: offset, length: bytes.count, hash: hash))
        slots[slot] = Int32(id)
        if entries.count * 2 > slots.count { growSlots() }
        return id
    }

    @inline(__always)
    private func has(_ id: Int, _ bytes: UnsafeRawBufferPointer, in text: UnsafeRawBufferPointer) -> Bool {
        guard entries[id].length == bytes.count else { return false }
        let offset = entries[id].offset
        return offset >= 0
            ? JSONBytes.equal(text, offset, bytes, 0, count: bytes.count)
            : entries[id].name.utf8.elementsEqual(bytes)
    }

    /// Begins to look for names that an object has twice.
    @inline(__always)
    mutating func beginObject() {
        objects += 1
    }

    /// Notes a name of the object begun last: false when it was noted before.
    @inline(__always)
    mutating func noteInObject(_ id: Int) -> Bool {
        if entries[id].lastObject == objects { return false }
        entries[id].lastObject = objects
        return true
    }

    private mutating func growSlots() {
        slots = [Int32](repeating: -1, count: slots.count * 2)
        for id in 0..<entries.count {
            var slot = Int(truncatingIfNeeded: entries[id].hash) & (slots.count - 1)
            while slots[slot] >= 0 {
                slot = (slot + 1) & (slots.count - 1)
            }
            slots[slot] = Int32(id)
        }
    }
}
