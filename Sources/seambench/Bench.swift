import Foundation

/// `make bench`: measures what the project promises and prints each figure beside its target.
///
/// Nothing fails here: the machine's mood is no defect. Ratios are taken in one run, medians of several rounds.
@main
enum Bench {
    /// Runs the benchmarks whose name is among the arguments, or all; `growth`, which takes minutes, only by its name.
    static func main() async {
        let arguments = Array(CommandLine.arguments.dropFirst())
        if arguments == ["growth"] { return await growth() }
        if arguments.count == 2, arguments[0] == MemoryBenchmark.validation {
            return finish { try MemoryBenchmark.validate(arguments[1]) }
        }
        if arguments.count == 3, arguments[0] == MemoryBenchmark.preparation, let count = Int(arguments[2]) {
            return finish { try MemoryBenchmark.writeList(of: count, to: arguments[1]) }
        }
        run(Set(arguments))
    }

    /// Runs the benchmarks of these names, or all when there is none.
    private static func run(_ wanted: Set<String>) {
        let benchmarks: [(name: String, run: () throws -> Void)] = [
            ("parser", ParserBenchmark.run), ("validation", ValidationBenchmark.run),
            ("contract", ContractBenchmark.run), ("memory", MemoryBenchmark.run),
            ("suite", SuiteBenchmark.run), ("server", ServerBenchmark.run),
            ("history", HistoryBenchmark.run), ("trends", TrendBenchmark.run), ("redaction", RedactionBenchmark.run),
            ("reports", ReportBenchmark.run),
        ]
        if let unknown = wanted.subtracting(benchmarks.map(\.name)).min() {
            say("there is no benchmark '\(unknown)' (one of \(benchmarks.map(\.name).joined(separator: ", ")))")
            exit(64)
        }
        for benchmark in benchmarks where wanted.isEmpty || wanted.contains(benchmark.name) {
            say("\n\(benchmark.name)")
            finish(benchmark.run)
        }
    }

    /// Sees that nothing grows; ends with 1 when something does.
    private static func growth() async {
        say("\ngrowth")
        do {
            try await GrowthBenchmark.run()
        } catch {
            say("  \(error)")
            exit(1)
        }
    }

    /// Does some work; when it can't be done, says why and ends the program.
    private static func finish(_ work: () throws -> Void) {
        do {
            try work()
        } catch {
            say("  can't be measured: \(error)")
            exit(1)
        }
    }

    /// Prints a line at once, so that a long run can be watched.
    static func say(_ line: String) {
        FileHandle.standardOutput.write(Data((line + "\n").utf8))
    }

    /// Prints a figure beside its target.
    static func say(_ what: String, _ figure: String, target: String) {
        let name = what + String(repeating: " ", count: max(1, 46 - what.count))
        say("  \(name)\(figure)   [\(target)]")
    }
}
