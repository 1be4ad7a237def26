/// Finds the values that this program makes up for its requests: generated keys, e-mail addresses and names.
///
/// · `seamcheck-` and 13 digits of base 32, with `@example.com` behind them in an address
/// · a given name, `Seamcheck` and 13 digits of base 32
///
/// A generated UUID or telephone number can't be told from another.
struct GeneratedText {
    private static let mark = Array("seamcheck".utf8)
    private static let domain = Array("@example.com".utf8)
    private static let digitCount = 13
    private static let longestGivenName = 12

    /// Where generated values stand in a text.
    ///
    /// - Parameter bytes: the text.
    /// - Returns: the places, in their order.
    static func places(in bytes: UnsafeBufferPointer<UInt8>) -> [Range<Int>] {
        var places: [Range<Int>] = []
        var index = 0
        while index + mark.count + 1 + digitCount <= bytes.count {
            guard bytes[index] | 0x20 == mark[0], let place = place(in: bytes, at: index) else {
                index &+= 1
                continue
            }
            places.append(max(place.lowerBound, places.last?.upperBound ?? 0)..<place.upperBound)
            index = place.upperBound
        }
        return places
    }

    /// The generated value whose mark stands at a place; nil when none does.
    private static func place(in bytes: UnsafeBufferPointer<UInt8>, at index: Int) -> Range<Int>? {
        for offset in mark.indices where bytes[index + offset] | 0x20 != mark[offset] { return nil }
        var end = index + mark.count
        let isName = bytes[end] == 0x20
        guard isName || bytes[end] == UInt8(ascii: "-") else { return nil }
        end += 1
        for byte in bytes[end..<end + digitCount] where !isDigit(byte) { return nil }
        end += digitCount
        if isName { return nameStart(in: bytes, before: index)..<end }
        var matched = 0
        while matched < domain.count, end + matched < bytes.count, bytes[end + matched] | 0x20 == domain[matched] | 0x20
        {
            matched += 1
        }
        return index..<(matched == domain.count ? end + matched : end)
    }

    /// Where the given name before `Seamcheck` begins.
    private static func nameStart(in bytes: UnsafeBufferPointer<UInt8>, before index: Int) -> Int {
        guard index > 0, bytes[index - 1] == 0x20 else { return index }
        var start = index - 1
        while start > 0, index - start < longestGivenName, (0x61...0x7A).contains(bytes[start - 1] | 0x20) {
            start -= 1
        }
        return start
    }

    private static func isDigit(_ byte: UInt8) -> Bool {
        (0x30...0x39).contains(byte) || (0x61...0x76).contains(byte | 0x20)
    }
}
