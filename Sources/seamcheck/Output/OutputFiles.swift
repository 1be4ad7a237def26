import Files
import Foundation

/// The files that a command writes: none may be one that it reads, and no two may be one.
enum OutputFiles {
    /// Refuses paths that lead to one file.
    ///
    /// - Parameters:
    ///   - outputs: the files that are written.
    ///   - inputs: the files that are read, or that hold what must not be lost.
    /// - Throws: `CommandFailure` that names the file, before anything is written.
    static func refuseClashes(of outputs: [String], with inputs: [String]) throws {
        var taken = Set(inputs.map(real))
        for output in outputs where !devices.contains(output) {
            let path = real(output)
            let isFree = taken.insert(path).inserted
            guard isFree, taken.insert(PendingOutput.partialPath(of: path)).inserted else {
                throw CommandFailure(
                    "\(output) is named twice, and writing it would lose the other (name another file)",
                    status: .usage
                )
            }
        }
    }

    /// What any number of outputs may go to.
    private static let devices: Set<String> = ["/dev/null", "/dev/stdout", "/dev/stderr"]

    /// The path without links, `.` and `..`.
    private static func real(_ path: String) -> String {
        URL(fileURLWithPath: path).standardizedFileURL.resolvingSymlinksInPath().path
    }
}
