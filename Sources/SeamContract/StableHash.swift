package import JSON

/// A hash that is the same on every machine and in every run: FNV-1a with 64 bits.
package struct StableHash: Sendable {
    /// The hash of what was fed so far.
    package private(set) var value: UInt64 = 0xcbf2_9ce4_8422_2325

    /// The hash of nothing.
    package init() {}

    /// The hash of a text's UTF-8 bytes.
    package init(_ text: String) {
        feed(text)
    }

    /// Feeds the UTF-8 bytes of a text.
    package mutating func feed(_ text: String) {
        for byte in text.utf8 {
            feed(byte)
        }
    }

    /// Feeds one byte.
    package mutating func feed(_ byte: UInt8) {
        value = (value ^ UInt64(byte)) &* 0x100_0000_01b3
    }

    /// Feeds a JSON value, whatever the order of its members.
    package mutating func feed(_ json: JSONValue) {
        switch json {
        case .null: feed("n")
        case .bool(let value): feed(value ? "t" : "f")
        case .number(let number): feed("#\(number.text);")
        case .string(let text): feedString(text)
        case .array(let items):
            feed("[")
            for item in items { feed(item) }
            feed("]")
        case .object(let object):
            feed("{")
            for member in object.members.sorted(by: { $0.key < $1.key }) {
                feedString(member.key)
                feed(member.value)
            }
            feed("}")
        }
    }

    /// Feeds a string with its length, so that neighbours can't run into each other.
    private mutating func feedString(_ text: String) {
        feed("\"\(text.utf8.count):")
        feed(text)
    }

    /// Which of so many parts the hash falls into, from 1; what falls where is the same for ever.
    ///
    /// - Parameter count: how many parts there are, 1 to ``partLimit``; less counts as 1.
    /// - Returns: the number of the part.
    package func part(of count: Int) -> Int { Int(value % UInt64(max(1, count))) + 1 }

    /// The most parts that something is split into.
    package static let partLimit = 100_000

    /// The hash as 16 hexadecimal digits.
    package var hexadecimal: String {
        let digits = String(value, radix: 16)
        return String(repeating: "0", count: 16 - digits.count) + digits
    }
}
