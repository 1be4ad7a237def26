import JSON
import SeamContract

/// Values that do not meet again, derived from the run's seed, the case and a counter, so that a run can be repeated.
struct UniqueValues: Sendable {
    /// What the seed and the case come to.
    private let base: UInt64
    /// How many values were taken.
    private(set) var count: UInt64 = 0

    /// The values of a case.
    init(seed: UInt64, caseID: String) {
        base = SplitMix64.mixed(seed) ^ StableHash(caseID).value
    }

    /// The next value of a kind.
    mutating func next(_ kind: UniqueValue) -> JSONValue {
        let first = nextBits()
        switch kind {
        case .email: return .string("seamcheck-\(Self.token(first))@example.com")
        case .key: return .string("seamcheck-\(Self.token(first))")
        case .name: return .string("\(Self.givenNames[Int(first % 16)]) Seamcheck \(Self.token(first))")
        case .phone: return .string(Self.phoneNumber(first))
        case .uuid: return .string(Self.uuid(of: first))
        }
    }

    /// The bits of the next value, whatever its kind.
    mutating func nextBits() -> UInt64 {
        count += 1
        return SplitMix64.mixed(base &+ count &* SplitMix64.increment)
    }

    /// Thirteen characters that hold all 64 bits.
    static func token(_ bits: UInt64) -> String {
        let text = String(bits, radix: 32)
        return String(repeating: "0", count: 13 - text.utf8.count) + text
    }

    /// A telephone number in E.164 form that nobody has.
    ///
    /// Its area code is one of the 80 of the form N9X (290, 291, … 999), which the North American Numbering Plan
    /// keeps for its own expansion and does not assign (NANPA, "Area codes: expansion codes"); the exchange begins
    /// with 2–9 as the plan asks. That leaves 640 million numbers, enough for runs not to meet by chance.
    static func phoneNumber(_ bits: UInt64) -> String {
        let line = bits % 8_000_000 + 2_000_000
        let area = bits / 8_000_000 % 80
        return "+1\(area / 10 + 2)9\(area % 10)\(line)"
    }

    /// The version 4 UUID of the bits of a value.
    static func uuid(of bits: UInt64) -> String { uuid(bits, SplitMix64.mixed(bits &+ SplitMix64.increment)) }

    /// A version 4 UUID (RFC 9562 section 5.4) from 122 bits.
    private static func uuid(_ high: UInt64, _ low: UInt64) -> String {
        let versioned = high & ~0xF000 | 0x4000
        let varianted = low & ~(0b11 << 62) | (0b10 << 62)
        let digits = Array((hex(versioned) + hex(varianted)).utf8)
        let groups = [0..<8, 8..<12, 12..<16, 16..<20, 20..<32]
        return groups.map { String(decoding: digits[$0], as: UTF8.self) }.joined(separator: "-")
    }

    /// Sixteen hexadecimal digits.
    private static func hex(_ bits: UInt64) -> String {
        let text = String(bits, radix: 16)
        return String(repeating: "0", count: 16 - text.utf8.count) + text
    }

    /// Given names for people who do not exist.
    private static let givenNames = [
        "Ada", "Bruno", "Chiara", "Dmitri", "Elif", "Farid", "Greta", "Hiro", "Imani", "Jonas", "Keiko", "Lucia",
        "Mateo",
        "Nora", "Omar", "Priya",
    ]
}

/// The SplitMix64 generator (Steele, Lea and Flood, 2014): mixes 64 bits so that neighbours look unrelated.
enum SplitMix64 {
    /// What the state grows by at each step: the golden ratio in 64 bits.
    static let increment: UInt64 = 0x9E37_79B9_7F4A_7C15

    /// The output for a state.
    static func mixed(_ state: UInt64) -> UInt64 {
        var bits = state &+ increment
        bits = (bits ^ (bits >> 30)) &* 0xBF58_476D_1CE4_E5B9
        bits = (bits ^ (bits >> 27)) &* 0x94D0_49BB_1331_11EB
        return bits ^ (bits >> 31)
    }
}
