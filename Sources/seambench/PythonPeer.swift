import Foundation

/// A Python library that does a piece of work in a process of its own, timed there, when this program asks for it.
///
/// `make bench` installs the libraries into `.venv-bench`; where that was not possible, figures are printed alone.
final class PythonPeer {
    /// The interpreter that has the libraries.
    static let interpreter = ".venv-bench/bin/python"

    /// The library and its version.
    let name: String
    private let inputs: [TemporaryFile]
    private let process = Process()
    private let questions = Pipe()
    private let answers = Pipe()

    /// Starts the process and prepares the work; nil when the library is not installed.
    ///
    /// - Parameters:
    ///   - library: the name of the distribution: `orjson`.
    ///   - preparation: the Python statements that come first; `paths` are the files with the inputs.
    ///   - work: the Python statement that is timed.
    ///   - inputs: the contents of the files handed over.
    /// - Throws: when the process can't be started, or the preparation fails; Python's reason is on standard error.
    init?(_ library: String, preparation: String, work: String, inputs: [[UInt8]]) throws {
        guard FileManager.default.isExecutableFile(atPath: Self.interpreter) else { return nil }
        self.inputs = try inputs.map(TemporaryFile.init)
        let script = """
            import importlib.metadata, sys, timeit
            try:
                version = importlib.metadata.version("\(library)")
            except importlib.metadata.PackageNotFoundError:
                sys.exit()
            paths = sys.argv[1:]
            \(preparation)
            timer = timeit.Timer("\(work)", globals=globals())
            print("\(library)", version, flush=True)
            for line in sys.stdin:
                print(timer.timeit(int(line)), flush=True)
            """
        process.executableURL = URL(fileURLWithPath: Self.interpreter)
        process.arguments = ["-c", script] + self.inputs.map(\.path)
        process.standardInput = questions
        process.standardOutput = answers
        try process.run()
        name = Self.line(from: answers.fileHandleForReading)
        guard name.isEmpty else { return }
        process.waitUntilExit()
        guard process.terminationStatus == 0 else { throw BenchFailure("\(library) could not do the work") }
        return nil
    }

    deinit {
        try? questions.fileHandleForWriting.close()
        process.waitUntilExit()
    }

    /// Does the work so many times.
    ///
    /// - Parameter repetitions: how often.
    /// - Returns: how long all of them took, by Python's clock, its garbage collector being off.
    /// - Throws: when the process has ended.
    func time(repetitions: Int) throws -> Duration {
        try questions.fileHandleForWriting.write(contentsOf: Data("\(repetitions)\n".utf8))
        let answer = Self.line(from: answers.fileHandleForReading)
        guard let seconds = Double(answer) else { throw BenchFailure("\(name) answered '\(answer)'") }
        return .nanoseconds(Int64(seconds * 1e9))
    }

    /// The next line that the process prints; empty when it has ended.
    private static func line(from handle: FileHandle) -> String {
        var bytes: [UInt8] = []
        while let byte = handle.readData(ofLength: 1).first, byte != UInt8(ascii: "\n") {
            bytes.append(byte)
        }
        return String(decoding: bytes, as: UTF8.self)
    }
}
