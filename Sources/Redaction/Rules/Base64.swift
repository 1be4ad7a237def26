/// Base64 as far as it takes to find a text inside of something encoded.
///
/// Source: RFC 4648 §4 and §5.
enum Base64 {
    private static let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)

    /// How many characters before and behind a window can hold a part of the text: less than a group of four.
    static let margin = 3

    /// What of the encoded form does not depend on what stands around a text, for each of the three places it can begin at.
    ///
    /// - Parameters:
    ///   - text: the text.
    ///   - isForURLs: whether the alphabet is that for URLs and file names.
    /// - Returns: three windows; one is empty when the text is too short.
    static func windows(of text: [UInt8], isForURLs: Bool = false) -> [[UInt8]] {
        let alphabet = isForURLs ? alphabet.dropLast(2) + "-_".utf8 : alphabet
        return (0..<3).map { offset in
            let first = (3 - offset) % 3
            let whole = (text.count - first) / 3 * 3
            return whole > 0 ? encoded(Array(text[first..<first + whole]), in: alphabet) : []
        }
    }

    /// The encoded form of whole groups of three bytes.
    private static func encoded(_ bytes: [UInt8], in alphabet: [UInt8]) -> [UInt8] {
        stride(from: 0, to: bytes.count, by: 3).flatMap { index -> [UInt8] in
            let group = Int(bytes[index]) << 16 | Int(bytes[index + 1]) << 8 | Int(bytes[index + 2])
            return [group >> 18, group >> 12 & 63, group >> 6 & 63, group & 63].map { alphabet[$0] }
        }
    }
}
