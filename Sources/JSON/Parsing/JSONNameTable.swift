/// The member names met so far in one text, each with a small number that stands for it.
///
/// Equal names share one string, and two members of an object have the same name exactly when the numbers are the same.
/// The hash is seeded anew in every process: nobody outside can choose names that collide.
struct JSONNameTable: ~Copyable {
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
        /// The last list of names that it was noted in.
        var lastList = 0
    }

    private var entries = ScratchStack<Entry>(capacity: 16)
    private var slots = HashSlots(count: 64)
    private var lists = 0

    /// The entry of that number; the caller keeps it in range.
    subscript(id: Int) -> Entry {
        @inline(__always) _read { yield entries[id] }
    }

    /// The number of the name with these bytes, which it gets now when it is new.
    ///
    /// - Parameters:
    ///   - bytes: the name, unescaped, known to be UTF-8.
    ///   - offset: where the bytes stand in the text; negative when they do not stand there as they are.
    ///   - text: the whole text.
    /// - Returns: the number.
    mutating func id(of bytes: UnsafeRawBufferPointer, at offset: Int, in text: UnsafeRawBufferPointer) -> Int {
        let hash = JSONBytes.hash(bytes)
        if let id = slots.first(hash, where: { entries[$0].hash == hash && has($0, bytes, in: text) }) { return id }
        let name = String(decoding: bytes, as: UTF8.self)
        let id = entries.count
        entries.push(Entry(name: name, offset: offset, length: bytes.count, hash: hash))
        slots.append(id) { entries[$0].hash }
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

    /// Begins a list in which names are looked for that come twice.
    mutating func beginList() {
        lists += 1
    }

    /// Notes a name of the list begun last: false when it was noted before.
    mutating func noteInList(_ id: Int) -> Bool {
        if entries[id].lastList == lists { return false }
        entries[id].lastList = lists
        return true
    }
}
