import ArgumentParser
import Foundation
import History
import JSON
import Reports
import Results

/// `seamcheck history merge A B …`: takes the runs of several stores into one, and puts shards together.
struct HistoryMergeCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "merge",
        abstract: "Takes the runs of other stores into one, and makes one run of the shards of a set.",
        discussion: """
            The order of the stores and how often they are merged don't matter. The other stores are left as they are; \
            those of older versions are brought up to date in a copy. A run whose shards did not all come is incomplete, and \
            tells which are missing; merge again when they are there. What the runs may have left at an endpoint is taken \
            over, too: 'seamcheck sweep' of the one store deletes it.
            """
    )

    @Argument(help: ArgumentHelp("The stores whose runs are taken.", valueName: "store"))
    var sources: [String]

    @Option(
        name: [.customShort("o"), .customLong("into"), .customLong("output")],
        help: ArgumentHelp("The store that takes them; made when it is missing.", valueName: "store")
    )
    var target: String = "reports/seamcheck.sqlite"

    @Option(help: "Print as table or json.")
    var format: TableFormat = .table

    func run() throws {
        let merging = try Store.merging(sources, into: target)
        for id in merging.leftOut {
            Terminal.standardError.write("run \(id.visible) still goes on, and is left out\n")
        }
        Terminal.standardOutput.write(format == .table ? text(merging) : json(merging))
    }

    private func text(_ merging: Store.Merging) -> String {
        let lines = merging.sharded.filter { merging.changed.contains($0.header.id) }.map { run in
            let message = run.ending.map { $0.message.isEmpty ? "" : ": \($0.message)" } ?? ""
            let words = run.header.shards?.words ?? ""
            return
                "\(run.header.id.visible)  \(words.visible), \(run.ending?.reason.rawValue ?? "")\(message.visible)\n"
        }
        let count = Wording.count(merging.changed.count, "run")
        return lines.joined() + "\(target.visible): \(count) new or changed\n"
    }

    private func json(_ merging: Store.Merging) -> String {
        let runs = merging.sharded.map { run -> JSONValue in
            [
                "id": .string(run.header.id), "shards": run.header.shards?.json ?? .null,
                "ended": run.ending.map { .string($0.reason.rawValue) } ?? .null,
                "message": .string(run.ending?.message ?? ""),
            ]
        }
        let object: JSONValue = [
            "changed": .array(merging.changed.map { .string($0) }), "sharded": .array(runs),
            "left_out": .array(merging.leftOut.map { .string($0) }),
        ]
        return object.serialized(.pretty) + "\n"
    }
}

extension RunShards {
    /// The shards as an object.
    var json: JSONValue {
        [
            "set": .string(set), "count": .number(JSONNumber(count)),
            "came": .array(
                parts.map { ["number": .number(JSONNumber($0.number)), "run": .string($0.run)] }
            ),
            "missing": .array(missing.map { .number(JSONNumber($0)) }),
        ]
    }
}
