/// Makes new inputs of known ones; the same seed makes the same inputs.
package struct InputMutator: Sendable {
    /// Pieces that mean something to one of the readers.
    private static let pieces = [
        "{", "}", "[", "]", "\"", ":", ",", "\\", "\\u0000", "\\ud800", "\\udc00", "null", "true", "-0", "1e999999999",
        "0.1", "9007199254740993", "\u{FEFF}", "\u{0}", "\u{E9}", "\u{1F600}", "\n", "\t", "..", "*", "[?", "@", "$",
        "==", "&&", "length(@)", "'", "#/", "$ref", "$dynamicRef", "$id", "#", "anyOf", "oneOf", "allOf", "not",
        "properties", "items", "unevaluatedProperties", "pattern", "(a+)+$", "type", "object", "- ", "? ", ": ", "&a ",
        "*a", "|\n", ">-\n", "%", "!!", "---\n", "...", "openapi", "paths", "discriminator", "nullable", "required",
        "minimum", "multipleOf", "const",
    ].map { Array($0.utf8) }

    private var state: UInt64

    /// A mutator.
    ///
    /// - Parameter seed: what all of its inputs follow from.
    package init(seed: UInt64) {
        state = seed
    }

    /// A new input, changed in a few ways.
    ///
    /// - Parameters:
    ///   - input: a known one.
    ///   - other: another one, of which parts may be taken.
    /// - Returns: the new input, no longer than ``FuzzTarget/sizeLimit``.
    package mutating func mutation(of input: [UInt8], with other: [UInt8]) -> [UInt8] {
        var input = input
        for _ in 0...number(below: 4) { change(&input, other) }
        return Array(input.prefix(FuzzTarget.sizeLimit))
    }

    /// A number from 0 to before a limit, which is at least 1 (SplitMix64).
    package mutating func number(below limit: Int) -> Int {
        state &+= 0x9E37_79B9_7F4A_7C15
        var word = state
        word = (word ^ word >> 30) &* 0xBF58_476D_1CE4_E5B9
        word = (word ^ word >> 27) &* 0x94D0_49BB_1331_11EB
        return Int((word ^ word >> 31) % UInt64(limit))
    }

    private mutating func change(_ input: inout [UInt8], _ other: [UInt8]) {
        switch number(below: 7) {
        case 0: input.insert(UInt8(number(below: 256)), at: number(below: input.count + 1))
        case 1:
            let piece = Self.pieces[number(below: Self.pieces.count)]
            input.insert(contentsOf: piece, at: number(below: input.count + 1))
        case 2: input.removeSubrange(range(of: input))
        case 3: input.insert(contentsOf: input[range(of: input)], at: number(below: input.count + 1))
        case 4: input.replaceSubrange(range(of: input), with: other[range(of: other)])
        case 5: repeatPart(of: &input)
        default:
            guard !input.isEmpty else { return }
            input[number(below: input.count)] ^= 1 << UInt8(number(below: 8))
        }
    }

    /// Repeats a short part many times in place: nests, lengthens names and numbers.
    private mutating func repeatPart(of input: inout [UInt8]) {
        let place = number(below: input.count + 1)
        let part = Array(input[place..<min(place + 1 + number(below: 8), input.count)])
        let count = min(1 << number(below: 12), FuzzTarget.sizeLimit / max(part.count, 1))
        input.insert(contentsOf: repeatElement(part, count: count).joined(), at: place)
    }

    /// A part of an input, mostly a short one.
    private mutating func range(of input: [UInt8]) -> Range<Int> {
        let start = number(below: input.count + 1)
        let longest = number(below: 4) == 0 ? input.count : 16
        return start..<min(start + number(below: longest + 1), input.count)
    }
}
