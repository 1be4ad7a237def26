import Foundation
import Fuzzing

/// Fuzzing by inputs that follow from a seed, without libFuzzer.
struct MutatingRun {
    /// How long one input may take.
    private static let limit = Duration.seconds(20)

    private let target: FuzzTarget
    private let clock = ContinuousClock()
    /// Where the input is kept that is being looked at, for the case that the program crashes.
    private let file: URL
    private let handle: FileHandle

    /// A run that has yet to start.
    ///
    /// - Throws: when inputs can't be kept.
    init(_ target: FuzzTarget) throws {
        self.target = target
        file = Fuzz.folder.appending(path: "\(target)-last")
        try Data().write(to: file)
        handle = try FileHandle(forWritingTo: file)
    }

    /// Hands the corpus and then changed inputs to the target.
    ///
    /// - Parameters:
    ///   - duration: how long.
    ///   - corpus: the inputs to begin with.
    /// - Returns: whether nothing was found.
    /// - Throws: when inputs can't be kept.
    func run(for duration: Duration, from corpus: InputCorpus) throws -> Bool {
        let end = clock.now + duration
        for input in corpus.inputs where try !check(input) { return false }
        guard !corpus.inputs.isEmpty else {
            Fuzz.say("\(target): there is no input to begin with")
            return false
        }
        var mutator = InputMutator(seed: 1)
        var count = corpus.inputs.count
        while clock.now < end {
            let input = corpus.inputs[mutator.number(below: corpus.inputs.count)]
            let other = corpus.inputs[mutator.number(below: corpus.inputs.count)]
            guard try check(mutator.mutation(of: input, with: other)) else { return false }
            count += 1
        }
        Fuzz.say("\(target): nothing found, inputs: \(count)")
        return true
    }

    /// Hands one input to the target.
    private func check(_ input: [UInt8]) throws -> Bool {
        try handle.truncate(atOffset: 0)
        try handle.write(contentsOf: input)
        let start = clock.now
        do throws(FuzzFinding) {
            try target.check(input)
        } catch {
            Fuzz.say("\(target): \(error)\nthe input is \(file.path())")
            return false
        }
        guard clock.now - start < Self.limit else {
            Fuzz.say("\(target): took \(clock.now - start)\nthe input is \(file.path())")
            return false
        }
        return true
    }
}
