/// A path as its folder and its name.
struct OutputPath {
    /// The folder with its slash; empty for the current one.
    let folder: String
    /// What follows the last slash.
    let name: String

    /// The parts of a path.
    ///
    /// - Parameter path: the path.
    init(_ path: String) {
        let start = path.utf8.lastIndex(of: UInt8(ascii: "/")).map { path.utf8.index(after: $0) } ?? path.startIndex
        folder = String(path[..<start])
        name = String(path[start...])
    }
}
