/// The places in a program that a match may have reached, all moved on together, each at most once for each scalar.
struct IRegexpThreads {
    private let program: [IRegexp.Instruction]
    private var waiting: [Int] = []
    private var next: [Int] = []
    private var seen: [Int]
    private var turn = 1
    private var isAtBegin = true
    private var isAtEnd = false
    /// Whether the pattern matches up to here.
    private(set) var hasMatched = false

    /// No places yet.
    ///
    /// - Parameter program: the compiled pattern.
    init(program: [IRegexp.Instruction]) {
        self.program = program
        seen = Array(repeating: 0, count: program.count)
    }

    /// Whether there is no place left to go on from.
    var isEmpty: Bool { waiting.isEmpty }

    /// Adds a place and all that are reached from it without a scalar.
    mutating func start(at place: Int) {
        var pending = [place]
        while let place = pending.popLast() {
            if seen[place] == turn { continue }
            seen[place] = turn
            switch program[place] {
            case .scalar: waiting.append(place)
            case .begin: if isAtBegin { pending.append(place + 1) }
            case .end: if isAtEnd { pending.append(place + 1) } else { waiting.append(place) }
            case .jump(let target): pending.append(target)
            case .fork(let first, let second): pending += [second, first]
            case .match: hasMatched = true
            }
        }
    }

    /// Moves all places over a scalar.
    mutating func advance(over scalar: Unicode.Scalar) {
        swap(&waiting, &next)
        waiting.removeAll(keepingCapacity: true)
        hasMatched = false
        isAtBegin = false
        turn += 1
        for place in next {
            if case .scalar(let set) = program[place], set.contains(scalar) { start(at: place + 1) }
        }
    }

    /// Tells that no scalar comes after.
    mutating func finish() {
        isAtEnd = true
        turn += 1
        for place in waiting {
            if case .end = program[place] { start(at: place) }
        }
    }
}
