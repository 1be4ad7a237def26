/// The places in a program that a match may have reached, all moved on together, each at most once for each scalar.
struct PatternThreads {
    private let instructions: [PatternProgram.Instruction]
    private var waiting: [Int] = []
    private var next: [Int] = []
    /// What `start` has yet to look at; kept, so that no scalar costs an allocation.
    private var pending: [Int] = []
    private var seen: [Int]
    private var turn = 1
    private var before: Unicode.Scalar?
    private var after: Unicode.Scalar?
    /// Whether the pattern matches up to here.
    private(set) var hasMatched = false
    /// How many places were looked at so far, each counted anew for each scalar.
    private(set) var steps = 0

    /// No places yet, at the begin of a text.
    ///
    /// - Parameters:
    ///   - instructions: the compiled pattern.
    ///   - first: the text's first scalar; nil when it is empty.
    init(instructions: [PatternProgram.Instruction], before first: Unicode.Scalar?) {
        self.instructions = instructions
        seen = Array(repeating: 0, count: instructions.count)
        after = first
    }

    /// Whether there is no place left to go on from.
    var isEmpty: Bool { waiting.isEmpty }

    /// Adds a place and all that are reached from it without a scalar.
    mutating func start(at place: Int) {
        pending.append(place)
        while let place = pending.popLast() {
            if seen[place] == turn { continue }
            seen[place] = turn
            steps += 1
            switch instructions[place] {
            case .scalar: waiting.append(place)
            case .assertion(let assertion):
                if assertion.holds(between: before, and: after) { pending.append(place + 1) }
            case .jump(let target): pending.append(target)
            case .fork(let first, let second):
                pending.append(second)
                pending.append(first)
            case .match: hasMatched = true
            }
        }
    }

    /// Moves all places over a scalar.
    ///
    /// - Parameters:
    ///   - scalar: the scalar.
    ///   - following: the scalar behind it; nil when it is the last.
    mutating func advance(over scalar: Unicode.Scalar, before following: Unicode.Scalar?) {
        swap(&waiting, &next)
        waiting.removeAll(keepingCapacity: true)
        hasMatched = false
        (before, after) = (scalar, following)
        turn += 1
        for place in next {
            if case .scalar(let set) = instructions[place], set.contains(scalar) { start(at: place + 1) }
        }
    }
}
