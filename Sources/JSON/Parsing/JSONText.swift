/// A JSON text as it was read: its value, and the members that say a name again.
public struct JSONText: Sendable, Hashable {
    /// A member whose name another member of the same object had before.
    public struct DuplicateMember: Sendable, Hashable {
        /// The place of the member.
        public let pointer: JSONPointer
        /// Where the repeated name stands in the text.
        public let position: JSONPosition

        /// A repeated member.
        ///
        /// - Parameters:
        ///   - pointer: the place of the member.
        ///   - position: where the repeated name stands.
        public init(pointer: JSONPointer, position: JSONPosition) {
            self.pointer = pointer
            self.position = position
        }
    }

    /// The most arrays and objects that may be open at once, whatever limit is asked for.
    public static let greatestDepth = 1024

    /// The value; of members with one name the last one counts, in the place of the first.
    public let value: JSONValue
    /// The repeated members in the order of the text; empty when every name is said once, at most 1000 of them.
    public let duplicateMembers: [DuplicateMember]

    /// Reads a JSON text (RFC 8259) in UTF-8, strictly: no byte order mark, no lone surrogate, nothing behind the value.
    ///
    /// - Parameters:
    ///   - bytes: the text.
    ///   - depthLimit: how many arrays and objects may be open at once, up to `greatestDepth`.
    /// - Throws: the first error of syntax and its place.
    public init(parsing bytes: [UInt8], depthLimit: Int = 512) throws(JSONSyntaxError) {
        self = try bytes.withUnsafeBufferPointer { bytes throws(JSONSyntaxError) in
            try JSONText(parsing: UnsafeRawBufferPointer(bytes), depthLimit: depthLimit)
        }
    }

    /// Reads a JSON text (RFC 8259) in UTF-8 from memory, strictly.
    ///
    /// - Parameters:
    ///   - bytes: the text; it is not kept.
    ///   - depthLimit: how many arrays and objects may be open at once, up to `greatestDepth`.
    /// - Throws: the first error of syntax and its place.
    public init(parsing bytes: UnsafeRawBufferPointer, depthLimit: Int = 512) throws(JSONSyntaxError) {
        var parser = JSONParser(text: bytes, depthLimit: min(depthLimit, JSONText.greatestDepth))
        value = try parser.parse()
        var position = JSONPosition(offset: 0, line: 1, column: 1)
        duplicateMembers = parser.duplicates.sorted { $0.offset < $1.offset }.map { duplicate in
            position = position.moved(to: duplicate.offset, in: bytes)
            return DuplicateMember(pointer: duplicate.pointer, position: position)
        }
    }
}

extension JSONValue {
    /// Reads a JSON text (RFC 8259); of members with one name the last one counts.
    ///
    /// - Parameter bytes: the text in UTF-8.
    /// - Throws: the first error of syntax and its place.
    public init(parsing bytes: [UInt8]) throws(JSONSyntaxError) {
        self = try JSONText(parsing: bytes).value
    }

    /// Reads a JSON text (RFC 8259); of members with one name the last one counts.
    ///
    /// - Parameter text: the text.
    /// - Throws: the first error of syntax and its place.
    public init(parsing text: String) throws(JSONSyntaxError) {
        var text = text
        let result = text.withUTF8 { bytes in
            Result { () throws(JSONSyntaxError) in try JSONText(parsing: UnsafeRawBufferPointer(bytes)) }
        }
        self = try result.get().value
    }
}
