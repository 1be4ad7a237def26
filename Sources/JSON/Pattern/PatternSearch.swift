/// Finds every part of a text that any match of a pattern covers, in time that grows with pattern times text at most.
///
/// Matches may overlap: what is told is their union. Of all matches that end at a place only the longest counts, so that the
/// text is gone through once. The grammar is that of ``RegularExpression``, without looking ahead.
package struct PatternSearch: Sendable {
    private let instructions: [PatternProgram.Instruction]
    /// Whether a match that is not empty can begin with each ASCII character.
    private let beginnings: [Bool]

    /// Compiles a pattern.
    ///
    /// - Parameter pattern: the pattern.
    /// - Throws: what is wrong in the pattern, and where; also that it matches no text but an empty one.
    package init(_ pattern: String) throws(PatternSyntaxError) {
        var parser = PatternParser(pattern, .ecmaScript)
        let program = try PatternCompiler.program(for: try parser.expression())
        instructions = program.instructions
        let first = Self.firstClasses(in: program.instructions)
        guard !first.isEmpty else {
            throw PatternSyntaxError(message: "the pattern matches nothing but an empty text", column: 1)
        }
        beginnings = (0..<128).map { byte in first.contains { $0.contains(Unicode.Scalar(UInt8(byte))) } }
    }

    /// The classes of which the first scalar of a match is one, whatever assertions say.
    private static func firstClasses(in instructions: [PatternProgram.Instruction]) -> [ScalarClass] {
        var classes: [ScalarClass] = []
        var pending = [0]
        var seen: Set<Int> = []
        while let place = pending.popLast() {
            guard seen.insert(place).inserted else { continue }
            switch instructions[place] {
            case .scalar(let set): classes.append(set)
            case .assertion: pending.append(place + 1)
            case .jump(let target): pending.append(target)
            case .fork(let first, let second): pending += [first, second]
            case .match: break
            }
        }
        return classes
    }

    /// Tells the longest match that ends at each place, in the order of their ends; empty matches don't count.
    ///
    /// - Parameters:
    ///   - text: the text in UTF-8; a byte that is not of a character counts as U+FFFD.
    ///   - body: gets the bytes of each.
    /// - Returns: how many steps it took: one for each byte, and one for each instruction that was looked at.
    package func forEachMatch(in text: UnsafeBufferPointer<UInt8>, _ body: (Range<Int>) -> Void) -> Int {
        var threads = Threads(instructions: instructions)
        var index = 0
        var before: Unicode.Scalar?
        while index < text.count {
            if threads.waiting.isEmpty, text[index] < 0x80, !beginnings[Int(text[index])] {
                before = Unicode.Scalar(text[index])
                index &+= 1
                continue
            }
            let (scalar, end) = Self.scalar(in: text, at: index)
            threads.start(at: 0, from: index, between: before, and: scalar)
            let after = end < text.count ? Self.scalar(in: text, at: end).scalar : nil
            if let start = threads.advance(over: scalar, before: after), start < end { body(start..<end) }
            before = scalar
            index = end
        }
        return text.count + threads.steps
    }

    /// The scalar at a place, and where it ends.
    private static func scalar(
        in text: UnsafeBufferPointer<UInt8>,
        at index: Int
    ) -> (scalar: Unicode.Scalar, end: Int) {
        let byte = text[index]
        if byte < 0x80 { return (Unicode.Scalar(byte), index + 1) }
        let length = byte >= 0xF0 ? 4 : byte >= 0xE0 ? 3 : 2
        guard byte >= 0xC2, index + length <= text.count else { return ("\u{FFFD}", index + 1) }
        var value = UInt32(byte) & (0x7F >> UInt32(length))
        for offset in 1..<length {
            guard text[index + offset] & 0xC0 == 0x80 else { return ("\u{FFFD}", index + 1) }
            value = value << 6 | UInt32(text[index + offset] & 0x3F)
        }
        return Unicode.Scalar(value).map { ($0, index + length) } ?? ("\u{FFFD}", index + 1)
    }

    /// The places in the program that matches under way have reached, those that began first in front.
    private struct Threads {
        let instructions: [PatternProgram.Instruction]
        var waiting: [(place: Int, start: Int)] = []
        var steps = 0
        private var next: [(place: Int, start: Int)] = []
        private var pending: [Int] = []
        private var seen: [Int]
        private var turn = 1
        private var matchStart: Int?

        init(instructions: [PatternProgram.Instruction]) {
            self.instructions = instructions
            seen = [Int](repeating: 0, count: instructions.count)
        }

        /// Adds a place, and all that are reached from it without a scalar, unless a match that began earlier is there.
        mutating func start(
            at place: Int,
            from start: Int,
            between before: Unicode.Scalar?,
            and after: Unicode.Scalar?
        ) {
            pending.append(place)
            while let place = pending.popLast() {
                steps += 1
                if seen[place] == turn { continue }
                seen[place] = turn
                switch instructions[place] {
                case .scalar: waiting.append((place, start))
                case .assertion(let assertion):
                    if assertion.holds(between: before, and: after) { pending.append(place + 1) }
                case .jump(let target): pending.append(target)
                case .fork(let first, let second):
                    pending.append(second)
                    pending.append(first)
                case .match: matchStart = matchStart ?? start
                }
            }
        }

        /// Moves all places over a scalar.
        ///
        /// - Returns: where the longest match begins that ends behind the scalar; nil when none does.
        mutating func advance(over scalar: Unicode.Scalar, before following: Unicode.Scalar?) -> Int? {
            swap(&waiting, &next)
            waiting.removeAll(keepingCapacity: true)
            turn += 1
            matchStart = nil
            for (place, start) in next {
                steps += 1
                guard case .scalar(let set) = instructions[place], set.contains(scalar) else { continue }
                self.start(at: place + 1, from: start, between: scalar, and: following)
            }
            return matchStart
        }
    }
}
