/// Makes a program of a pattern (Thompson's construction); repetitions are written out.
struct PatternCompiler {
    private var program: [PatternProgram.Instruction] = []

    /// The program for a pattern.
    ///
    /// - Parameter expression: what the pattern says.
    /// - Returns: the program.
    /// - Throws: when the program would be too long.
    static func program(for expression: PatternExpression) throws(PatternSyntaxError) -> PatternProgram {
        var compiler = PatternCompiler()
        try compiler.add(expression)
        try compiler.append(.match)
        return PatternProgram(instructions: compiler.program)
    }

    private mutating func add(_ expression: PatternExpression) throws(PatternSyntaxError) {
        switch expression {
        case .scalar(let set): try append(.scalar(set))
        case .assertion(let assertion): try append(.assertion(assertion))
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

    private mutating func add(alternatives branches: [PatternExpression]) throws(PatternSyntaxError) {
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

    private mutating func addLoop(_ part: PatternExpression) throws(PatternSyntaxError) {
        let fork = program.count
        try append(.fork(fork + 1, fork + 1))
        try addOnce(part)
        try append(.jump(fork))
        program[fork] = .fork(fork + 1, program.count)
    }

    private mutating func addOptional(
        _ part: PatternExpression,
        times: Int
    ) throws(PatternSyntaxError) {
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
    private mutating func addOnce(_ part: PatternExpression) throws(PatternSyntaxError) {
        try append(.jump(program.count + 1))
        try add(part)
    }

    private mutating func append(_ instruction: PatternProgram.Instruction) throws(PatternSyntaxError) {
        guard program.count < PatternProgram.limit else {
            throw PatternSyntaxError(message: "the repetitions make the pattern too long", column: 1)
        }
        program.append(instruction)
    }
}
