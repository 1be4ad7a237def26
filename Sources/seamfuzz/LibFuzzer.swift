#if LIBFUZZER
import Foundation
import Fuzzing

/// Fuzzing led by libFuzzer (<https://llvm.org/docs/LibFuzzer.html>), which comes with the Swift toolchain on Linux.
enum LibFuzzer {
    /// Runs libFuzzer, which ends the program itself when something is found.
    ///
    /// - Parameters:
    ///   - target: what is fuzzed.
    ///   - seconds: how long.
    ///   - corpus: the inputs to begin with.
    /// - Returns: its exit code.
    /// - Throws: when the folders for inputs can't be made.
    static func run(_ target: FuzzTarget, for seconds: Int, from corpus: InputCorpus) throws -> CInt {
        let grown = try folder("grown-\(target)")
        let seeds = try folder("seeds-\(target)")
        for (number, input) in corpus.inputs.enumerated() {
            try Data(input).write(to: seeds.appending(path: "\(number)"))
        }
        let arguments = [
            "seamfuzz", "-max_total_time=\(seconds)", "-max_len=\(FuzzTarget.sizeLimit)", "-timeout=20",
            "-rss_limit_mb=2048", "-seed=1", "-print_final_stats=1", "-verbosity=0",
            "-artifact_prefix=\(Fuzz.folder.path())/\(target)-", grown.path(), seeds.path(),
        ]
        var count = CInt(arguments.count)
        var strings: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>? = .allocate(capacity: arguments.count + 1)
        for (place, argument) in arguments.enumerated() { (strings)?[place] = strdup(argument) }
        strings?[arguments.count] = nil
        return drive(&count, &strings) { bytes, count in LibFuzzer.check(bytes, count) }
    }

    /// Hands an input of libFuzzer's to the target; a broken promise ends the program, so that libFuzzer keeps the input.
    private static func check(_ bytes: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
        do throws(FuzzFinding) {
            try Fuzz.target?.check(Array(UnsafeBufferPointer(start: bytes, count: count)))
        } catch {
            Fuzz.say("\(error)")
            abort()
        }
        return 0
    }

    private static func folder(_ name: String) throws -> URL {
        let folder = Fuzz.folder.appending(path: name)
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        return folder
    }
}

/// `LLVMFuzzerRunDriver` of libFuzzer.
@_silgen_name("LLVMFuzzerRunDriver")
private func drive(
    _ count: UnsafeMutablePointer<CInt>,
    _ arguments: UnsafeMutablePointer<UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>?>,
    _ check: @convention(c) (UnsafePointer<UInt8>?, Int) -> CInt
) -> CInt
#endif
