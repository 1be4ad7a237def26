public import JSON

/// The values that the templates of one case can have generated with `${unique.…}`: what shows that a thing is ours.
///
/// They follow from the seed and the case, so that they are known again in a later process. A text counts when it holds the
/// 64 random bits of a generated e-mail address, key or name, whatever stands around them and in any letter case, or when it
/// is a generated telephone number or UUID.
public struct GeneratedValues: Sendable {
    /// The random parts of e-mail addresses, keys and names: 13 characters each.
    private var tokens: Set<String> = []
    /// Telephone numbers and UUIDs, as ``comparable(_:)`` writes them.
    private var wholes: Set<String> = []

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
            tokens.insert(UniqueValues.token(bits))
            wholes.insert(Self.comparable(UniqueValues.phoneNumber(bits)))
            wholes.insert(UniqueValues.uuid(of: bits))
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
    /// - Parameter other: the other values.
    public mutating func formUnion(_ other: GeneratedValues) {
        tokens.formUnion(other.tokens)
        wholes.formUnion(other.wholes)
    }

    /// Whether a text holds a generated value.
    ///
    /// - Parameter text: the text.
    /// - Returns: true when it does.
    public func isGenerated(_ text: String) -> Bool {
        let comparable = Self.comparable(text)
        return wholes.contains(comparable) || Self.tokens(in: comparable).contains(where: tokens.contains)
    }

    /// Whether any text in a value, however deep, holds a generated value.
    ///
    /// - Parameter value: the value, such as the identity that a response shows.
    /// - Returns: true when one does.
    public func isShown(in value: JSONValue) -> Bool {
        !texts(in: value, limit: 1).isEmpty
    }

    /// The texts in a value that hold a generated value.
    ///
    /// - Parameters:
    ///   - value: the value, such as the parameters of a request.
    ///   - limit: how many are wanted at most.
    /// - Returns: the texts in the order in which they are written.
    public func texts(in value: JSONValue, limit: Int) -> [String] {
        var found: [String] = []
        gather(value, into: &found, limit: limit)
        return found
    }

    private func gather(_ value: JSONValue, into found: inout [String], limit: Int) {
        guard found.count < limit else { return }
        switch value {
        case .string(let text): if isGenerated(text) { found.append(text) }
        case .array(let items): for item in items { gather(item, into: &found, limit: limit) }
        case .object(let object): for member in object.members { gather(member.value, into: &found, limit: limit) }
        case .null, .bool, .number: break
        }
    }

    /// A text as it is compared: small letters, and a telephone number without what people write between its digits.
    private static func comparable(_ text: String) -> String {
        let text = String(text.prefix(1024)).lowercased()
        guard text.hasPrefix("+") else { return text }
        return text.filter { !" -().".contains($0) }
    }

    /// The runs of 13 characters or more that a random part can stand in, each as its windows of 13 characters.
    private static func tokens(in text: String) -> [String] {
        text.utf8.split { !$0.isTokenDigit }.flatMap { run in
            run.count < tokenLength
                ? []
                : (0...run.count - tokenLength).compactMap { offset in
                    String(run.dropFirst(offset).prefix(tokenLength))
                }
        }
    }

    private static let tokenLength = 13
}

extension UInt8 {
    /// Whether the byte is a digit of base 32 in small letters.
    fileprivate var isTokenDigit: Bool {
        (0x30...0x39).contains(self) || (UInt8(ascii: "a")...UInt8(ascii: "v")).contains(self)
    }
}
