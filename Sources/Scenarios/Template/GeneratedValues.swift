public import JSON

/// The values that the templates of one case can have generated with `${unique.…}`: what shows that a thing is ours.
///
/// They follow from the seed and the case, so that they are known again in a later process. A text counts when it holds the
/// 64 random bits of a generated e-mail address, key or name, whatever stands around them and in any letter case, or when it
/// is a generated telephone number or UUID.
public struct GeneratedValues: Sendable {
    /// The most bytes of text that are looked at in one value: what stands behind them shows nothing.
    public static let searchLimit = 256 << 10

    /// The 64 bits in e-mail addresses, keys and names, each with the number of its owner.
    private var tokens: [UInt64: Int] = [:]
    /// Telephone numbers and UUIDs, as ``comparable(_:)`` writes them, each with the number of its owner.
    private var wholes: [String: Int] = [:]

    /// No values.
    public init() {}

    /// The first values of a case.
    ///
    /// - Parameters:
    ///   - seed: the run's seed.
    ///   - caseID: the name that the case draws its values under: its id, and behind `#` its round.
    ///   - count: how many values it has drawn at most.
    public init(seed: UInt64, caseID: String, count: Int) {
        var values = UniqueValues(seed: seed, caseID: caseID)
        for _ in 0..<max(0, count) {
            let bits = values.nextBits()
            tokens[bits] = 0
            wholes[Self.comparable(UniqueValues.phoneNumber(bits))] = 0
            wholes[UniqueValues.uuid(of: bits)] = 0
        }
    }

    /// The first key that a case generates.
    ///
    /// - Parameters:
    ///   - seed: the run's seed.
    ///   - caseID: the name that the case draws its values under.
    /// - Returns: such as `seamcheck-23etheu4f1lcq`.
    public static func first(seed: UInt64, caseID: String) -> String {
        var values = UniqueValues(seed: seed, caseID: caseID)
        return values.next(.key).stringValue ?? ""
    }

    /// Takes in the values of another case or round.
    ///
    /// - Parameters:
    ///   - other: the other values.
    ///   - owner: the number that ``owner(in:)`` tells for them; a value that is there already keeps its own.
    public mutating func formUnion(_ other: GeneratedValues, of owner: Int = 0) {
        tokens.merge(other.tokens.mapValues { _ in owner }) { own, _ in own }
        wholes.merge(other.wholes.mapValues { _ in owner }) { own, _ in own }
    }

    /// Whether a text holds a generated value.
    ///
    /// - Parameter text: the text.
    /// - Returns: true when it does.
    public func isGenerated(_ text: String) -> Bool { owner(of: text) != nil }

    /// Whether any text in a value, however deep, holds a generated value.
    ///
    /// - Parameter value: the value, such as the identity that a response shows.
    /// - Returns: true when one does.
    public func isShown(in value: JSONValue) -> Bool { owner(in: value) != nil }

    /// Whose generated value any text in a value, however deep, holds.
    ///
    /// - Parameter value: the value, such as the identity that a response shows.
    /// - Returns: the number that the first such value was taken in with; nil when there is none.
    public func owner(in value: JSONValue) -> Int? {
        texts(in: value, limit: 1).first.flatMap(owner(of:))
    }

    /// The texts in a value that hold a generated value.
    ///
    /// - Parameters:
    ///   - value: the value, such as the parameters of a request.
    ///   - limit: how many are wanted at most.
    /// - Returns: the texts in the order in which they are written.
    public func texts(in value: JSONValue, limit: Int) -> [String] {
        var found: [String] = []
        var left = Self.searchLimit
        gather(value, into: &found, limit: limit, left: &left)
        return found
    }

    private func gather(_ value: JSONValue, into found: inout [String], limit: Int, left: inout Int) {
        guard found.count < limit, left > 0 else { return }
        switch value {
        case .string(let text):
            left -= min(text.utf8.count, Self.textLimit) + 1
            if isGenerated(text) { found.append(text) }
        case .array(let items):
            for item in items where left > 0 { gather(item, into: &found, limit: limit, left: &left) }
        case .object(let object):
            for member in object.members { gather(member.value, into: &found, limit: limit, left: &left) }
        case .null, .bool, .number: left -= 1
        }
    }

    private func owner(of text: String) -> Int? {
        let comparable = Self.comparable(text)
        return wholes[comparable] ?? token(in: comparable)
    }

    /// The owner of the first token that stands in a text: any 13 digits of base 32 in a row that hold the bits of one.
    private func token(in text: String) -> Int? {
        var window: [UInt64] = []
        for byte in text.utf8 {
            guard let digit = byte.tokenDigit else {
                window.removeAll(keepingCapacity: true)
                continue
            }
            window.append(digit)
            // The first of 13 digits has one bit more than 64 bits need.
            guard window.count >= Self.tokenLength, window[window.count - Self.tokenLength] < 16 else { continue }
            let bits = window.suffix(Self.tokenLength).reduce(0) { $0 << 5 | $1 }
            if let owner = tokens[bits] { return owner }
        }
        return nil
    }

    private static let tokenLength = 13
    /// The most characters of one text that are looked at.
    private static let textLimit = 1024

    /// A text as it is compared: small letters, and a telephone number without what people write between its digits.
    private static func comparable(_ text: String) -> String {
        let text = String(text.prefix(textLimit)).lowercased()
        guard text.hasPrefix("+") else { return text }
        return text.filter { !" -().".contains($0) }
    }
}

extension UInt8 {
    /// The value of a digit of base 32 in small letters; nil of any other byte.
    fileprivate var tokenDigit: UInt64? {
        switch self {
        case 0x30...0x39: UInt64(self - 0x30)
        case UInt8(ascii: "a")...UInt8(ascii: "v"): UInt64(self - UInt8(ascii: "a") + 10)
        default: nil
        }
    }
}
