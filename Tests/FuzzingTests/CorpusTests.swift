import Foundation
import Fuzzing
import Testing

@Suite("Fuzzing")
struct CorpusTests {
    private static let kept = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Corpus")
    private static let suites = kept.appending(path: "../../../../shared/data").standardizedFileURL

    @Test("no kept input breaks a promise, nor one of the official suites", arguments: FuzzTarget.allCases)
    func keptInputs(target: FuzzTarget) {
        let corpus = InputCorpus(of: target, kept: Self.kept, suites: Self.suites)
        #expect(!corpus.inputs.isEmpty)
        for input in corpus.inputs {
            #expect(throws: Never.self, "\(String(decoding: input.prefix(200), as: UTF8.self))") {
                try target.check(input)
            }
        }
    }

    @Test("no input that follows from one of a few seeds breaks a promise", arguments: FuzzTarget.allCases)
    func changedInputs(target: FuzzTarget) throws {
        let inputs = InputCorpus(of: target, kept: Self.kept, suites: Self.suites).inputs
        var mutator = InputMutator(seed: 7)
        for _ in 0..<300 {
            let input = inputs[mutator.number(below: inputs.count)]
            let changed = mutator.mutation(of: input, with: inputs[mutator.number(below: inputs.count)])
            #expect(throws: Never.self, "\(changed)") { try target.check(changed) }
        }
    }

    @Test("the same seed makes the same inputs, none longer than the limit")
    func seeds() {
        let input = [UInt8](repeating: 0x5B, count: FuzzTarget.sizeLimit)
        var (first, second, other) = (InputMutator(seed: 1), InputMutator(seed: 1), InputMutator(seed: 2))
        let made = (0..<200).map { _ in first.mutation(of: input, with: [1, 2, 3]) }
        #expect(made == (0..<200).map { _ in second.mutation(of: input, with: [1, 2, 3]) })
        #expect(made != (0..<200).map { _ in other.mutation(of: input, with: [1, 2, 3]) })
        #expect(made.allSatisfy { $0.count <= FuzzTarget.sizeLimit })
        #expect(!first.mutation(of: [], with: []).isEmpty || !first.mutation(of: [], with: []).isEmpty)
    }
}
