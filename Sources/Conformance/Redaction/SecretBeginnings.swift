/// Says where in a text a secret can begin, from four bytes alone, so that all the rest is passed over.
///
/// Every byte of every exchange comes by here several times, in builds without optimisation too: hence the plain loop over
/// pointers and the one table.
struct SecretBeginnings: Sendable {
    /// A secret can begin with these two bytes.
    private static let begins: UInt8 = 1
    /// These two bytes can be the third and the fourth of a secret.
    private static let continues: UInt8 = 2
    /// An escape begins in these two bytes, so that what comes after them can be anything.
    private static let escapes: UInt8 = 4
    /// How many bytes every secret has at least.
    private static let leastLength = 4

    /// What is true of two bytes, the first as the high byte.
    private let table: [UInt8]

    /// The beginnings of some texts.
    ///
    /// - Parameter beginnings: the first bytes of each text, in lower case, two at least; what is not said can be anything.
    init(_ beginnings: [[UInt8]]) {
        var table = [UInt8](repeating: 0, count: 1 << 16)
        for beginning in beginnings {
            for pair in Self.pairs(beginning, at: 0) { table[pair] |= Self.begins }
            for pair in Self.pairs(beginning, at: 2) { table[pair] |= Self.continues }
        }
        for lead in EscapedByte.leads {
            for byte in 0...255 {
                table[Int(lead) << 8 | byte] = Self.begins | Self.continues | Self.escapes
                table[byte << 8 | Int(lead)] = Self.begins | Self.continues | Self.escapes
            }
        }
        self.table = table
    }

    /// The pairs of bytes, in any letter case, that can stand at a place of a text and behind it.
    private static func pairs(_ text: [UInt8], at index: Int) -> [Int] {
        let high = bytes(text, at: index)
        let low = bytes(text, at: index + 1)
        return high.flatMap { high in low.map { Int(high) << 8 | Int($0) } }
    }

    /// The bytes that can stand at a place of a text: its own in either letter case; all of them where nothing is said.
    private static func bytes(_ text: [UInt8], at index: Int) -> [UInt8] {
        guard index < text.count else { return Array(0...255) }
        return (0...255).filter { $0.lowercasedASCII == text[index] }
    }

    /// The first place where a secret can begin.
    ///
    /// - Parameters:
    ///   - bytes: the text.
    ///   - start: the first place that is looked at.
    /// - Returns: the place; nil when there is none.
    func first(in bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Int? {
        guard let text = bytes.baseAddress, bytes.count - start >= Self.leastLength else { return nil }
        let end = bytes.count - Self.leastLength
        return table.withUnsafeBufferPointer { table in
            table.baseAddress.flatMap { Self.first(in: text, from: start, through: end, by: $0) }
        }
    }

    private static func first(
        in text: UnsafePointer<UInt8>,
        from start: Int,
        through end: Int,
        by table: UnsafePointer<UInt8>
    ) -> Int? {
        let (begins, continues, escapes) = (begins, continues, escapes)
        var index = start
        var byte = Int(text[index])
        while index <= end {
            let next = Int(text[index &+ 1])
            let facts = table[byte << 8 | next]
            if facts & begins != 0 {
                let rest = Int(text[index &+ 2]) << 8 | Int(text[index &+ 3])
                if facts & escapes != 0 || table[rest] & continues != 0 { return index }
            }
            byte = next
            index &+= 1
        }
        return nil
    }
}
