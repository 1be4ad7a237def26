/// Makes a program of a pattern (Thompson's construction); repetitions are written out.
struct IRegexpCompiler {
    private var program: [IRegexp.Instruction] = []

    /// The program for a pattern.
    ///
    /// - Parameter expression: what the pattern says.
    /// - Returns: the program; it ends in `match`.
    /// - Throws: when the program would be too long.
    mutating func program(
        for expression: IRegexpParser.Expression
    ) throws(IRegexpSyntaxError) -> [IRegexp.Instruction] {
        try add(expression)
        try append(.match)
        return program
    }

    private mutating func add(_ expression: IRegexpParser.Expression) throws(IRegexpSyntaxError) {
        switch expression {
        case .scalar(let set): try append(.scalar(set))
        case .begin: try append(.begin)
        case .end: try append(.end)
        case .sequence(let parts):
            for part in parts { try add(part) }
        case .alternatives(let branches): try add(alternatives: branches)
        case .repetition(let part, let least, let most):
            for _ in 0..<least { try addOnce(part) }
            if let most {
                try addOptional(part, times: most - least)
            } else {
                try addLoop(part)
            }
        }
    }

    private mutating func add(alternatives branches: [IRegexpParser.Expression]) throws(IRegexpSyntaxError) {
        var jumps: [Int] = []
        for branch in branches.dropLast() {
            let fork = program.count
            try append(.fork(fork + 1, fork + 1))
            try add(branch)
            jumps.append(program.count)
            try append(.jump(0))
            program[fork] = .fork(fork + 1, program.count)
        }
        if let last = branches.last { try add(last) }
        for jump in jumps {
            program[jump] = .jump(program.count)
        }
    }

    private mutating func addLoop(_ part: IRegexpParser.Expression) throws(IRegexpSyntaxError) {
        let fork = program.count
        try append(.fork(fork + 1, fork + 1))
        try addOnce(part)
        try append(.jump(fork))
        program[fork] = .fork(fork + 1, program.count)
    }

    private mutating func addOptional(
        _ part: IRegexpParser.Expression,
        times: Int
    ) throws(IRegexpSyntaxError) {
        var forks: [Int] = []
        for _ in 0..<times {
            forks.append(program.count)
            try append(.fork(0, 0))
            try addOnce(part)
        }
        for fork in forks {
            program[fork] = .fork(fork + 1, program.count)
        }
    }

    /// Adds one round of a repetition; even an empty one takes a step, so that the limit holds for it too.
    private mutating func addOnce(_ part: IRegexpParser.Expression) throws(IRegexpSyntaxError) {
        try append(.jump(program.count + 1))
        try add(part)
    }

    private mutating func append(_ instruction: IRegexp.Instruction) throws(IRegexpSyntaxError) {
        guard program.count < IRegexp.programLimit else {
            throw IRegexpSyntaxError(message: "the repetitions make the pattern too long", column: 1)
        }
        program.append(instruction)
    }
}
