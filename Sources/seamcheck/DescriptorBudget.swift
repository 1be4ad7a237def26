import Files
import Foundation

/// How many files and connections a command has open at once, which is seen to be possible before it begins.
enum DescriptorBudget {
    /// What every command needs.
    case command
    /// A run with so many cases side by side.
    case run(concurrency: Int)
    /// The reference server with sixteen connections.
    case server

    /// How many connections the reference server has at once at most; others wait until one is closed.
    static let connectionLimit = 1000

    /// Makes room.
    ///
    /// - Throws: `CommandFailure` when the system does not allow so many.
    func ensure() throws {
        let limit = DescriptorLimit(makingRoomFor: count)
        guard limit.room < count else { return }
        let needed = limit.open + count
        throw CommandFailure(
            "this process may have \(limit.allowed) files open at once, and needs \(needed) "
                + "(raise the limit: `ulimit -n \(needed)`\(otherAdvice))",
            status: .unreachable
        )
    }

    /// Makes room for the reference server and as many connections as it may have, or as the system allows.
    ///
    /// - Returns: how many connections it may have at once.
    /// - Throws: `CommandFailure` when the system does not allow sixteen.
    static func connections() throws -> Int {
        try server.ensure()
        let limit = DescriptorLimit(makingRoomFor: server.count + connectionLimit)
        return min(connectionLimit, limit.room - serverCount)
    }

    private var otherAdvice: String {
        if case .run = self { ", or lower --concurrency" } else { "" }
    }

    /// How many more than are open when the process starts.
    private var count: Int {
        switch self {
        case .command: 16
        // Store, lock and reports; three for each event loop; two connections of two ends for each case, and some for races.
        case .run(let concurrency): 64 + Self.loops + 4 * concurrency
        case .server: Self.serverCount + 16
        }
    }

    /// What the reference server needs beside connections.
    private static var serverCount: Int { 24 + loops }

    /// What the event loops take: one loop for each core, each with a queue, a timer and a bell.
    private static var loops: Int { 3 * ProcessInfo.processInfo.activeProcessorCount }
}
