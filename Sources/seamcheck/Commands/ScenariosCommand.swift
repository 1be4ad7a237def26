import ArgumentParser
import JSON
import Reports
import Scenarios

/// `seamcheck scenarios list|check|schema`.
struct ScenariosCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "scenarios",
        abstract: "Lists and checks scenarios, and prints the schema of their format.",
        subcommands: [List.self, Check.self, Schema.self]
    )

    /// `seamcheck scenarios list`: the cases that a run would have.
    struct List: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: "Lists the cases that a run would have.")

        @OptionGroup var suiteOptions: SuiteOptions
        @OptionGroup var selection: SelectionOptions

        func run() async throws {
            let plan = try selection.plan(for: try await suiteOptions.suite(), shard: selection.shard)
            Terminal.standardOutput.write(plan.listing)
        }
    }

    /// `seamcheck scenarios check`: all problems of the files, and nothing is sent.
    struct Check: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Tells all problems of scenario files at once; sends nothing."
        )

        @OptionGroup var suiteOptions: SuiteOptions

        func run() async throws {
            let library = try await suiteOptions.suite().library
            let count = library.scenarios.count
            Terminal.standardOutput.write("\(count) \(count == 1 ? "scenario" : "scenarios"), no problem found\n")
        }
    }

    /// `seamcheck scenarios schema`: the JSON Schema of the format.
    struct Schema: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Prints the JSON Schema of the scenario format, for editors that complete and check it."
        )

        func run() {
            Terminal.standardOutput.write(ScenarioSchema.json.serialized(.pretty) + "\n")
        }
    }
}

extension Plan {
    /// One line for each case: its id and the title of its scenario.
    var listing: String {
        let width = cases.map(\.id.count).max() ?? 0
        return cases.map { "\($0.id.visible.padding(to: width))  \($0.scenario.title.visible)\n" }.joined()
    }
}
