import Foundation
import Fuzzing

/// `make fuzz`: hands made-up inputs to one reader for a while.
///
/// Built with libFuzzer (`-sanitize=fuzzer -D LIBFUZZER`), it is led by what the code does with an input; built without, it
/// changes known inputs by a seed. An input that breaks a promise is kept, and the program ends with 1.
@main
enum Fuzz {
    /// Where inputs are kept that have broken something, and what libFuzzer has learnt.
    static let folder = URL(filePath: ".build/fuzz")

    /// What is fuzzed; nil when the first argument names nothing.
    static let target = CommandLine.arguments.dropFirst().first.flatMap(FuzzTarget.init(rawValue:))

    /// Runs.
    static func main() throws {
        let arguments = CommandLine.arguments.dropFirst(2)
        guard let target, let seconds = arguments.first.flatMap({ Int($0) }), seconds > 0 else {
            let targets = FuzzTarget.allCases.map(\.rawValue).joined(separator: "|")
            say("usage: seamfuzz \(targets) SECONDS")
            exit(64)
        }
        let corpus = InputCorpus(
            of: target,
            kept: URL(filePath: "Tests/FuzzingTests/Corpus"),
            suites: URL(filePath: "../shared/data")
        )
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        #if LIBFUZZER
        exit(try LibFuzzer.run(target, for: seconds, from: corpus))
        #else
        exit(try MutatingRun(target).run(for: .seconds(seconds), from: corpus) ? 0 : 1)
        #endif
    }

    /// Prints a line at once.
    static func say(_ line: String) {
        FileHandle.standardOutput.write(Data((line + "\n").utf8))
    }
}
