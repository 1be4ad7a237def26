import Foundation

/// The files that a user names on the command line.
enum SuiteFiles {
    /// The largest file that is read, in bytes.
    static let sizeLimit = 64 << 20

    /// The scenario files at these paths: a file as it is, of a folder every `.yaml` and `.yml` file below it.
    ///
    /// - Parameter paths: files and folders.
    /// - Returns: path and bytes of each file, once, in the order of the paths.
    /// - Throws: `UnreadableFile` when one can't be read, `CommandFailure` when a folder holds none.
    static func read(_ paths: [String]) throws -> [(path: String, bytes: [UInt8])] {
        var found: [String] = []
        for path in paths {
            let files = FileTrouble.isFolder(path) ? try scenarioFiles(below: path) : [path]
            found += files.filter { !found.contains($0) }
        }
        return try found.map { ($0, try bytes(of: $0)) }
    }

    /// The text of a file.
    ///
    /// - Parameter path: the file.
    /// - Returns: its text.
    /// - Throws: `UnreadableFile` when it can't be read, is too large, or is not UTF-8.
    static func text(of path: String) throws(UnreadableFile) -> String {
        guard let text = String(validating: try bytes(of: path), as: UTF8.self) else {
            throw UnreadableFile(path: path, reason: "it is not UTF-8 text")
        }
        return text
    }

    /// What a file holds.
    private static func bytes(of path: String) throws(UnreadableFile) -> [UInt8] {
        guard !FileTrouble.isFolder(path) else {
            throw UnreadableFile(path: path, reason: "it is a folder")
        }
        return try Input(path: path).bytes()
    }

    /// The folders of a suite that hold no scenarios.
    private static let otherFolders = ["contract/", "profiles/", "requirements/"]

    /// The scenario files below a folder, without the contract, the catalogue and the profiles, which are no scenarios.
    private static func scenarioFiles(below folder: String) throws -> [String] {
        let prefix = folder.hasSuffix("/") ? folder : folder + "/"
        let paths = (FileManager.default.enumerator(atPath: folder)?.allObjects ?? [])
            .compactMap { $0 as? String }
            .filter { $0.hasSuffix(".yaml") || $0.hasSuffix(".yml") }
            .filter { path in !otherFolders.contains { path.hasPrefix($0) } }
            .sorted()
        guard !paths.isEmpty else {
            throw CommandFailure("\(folder) holds no scenario file (expected *.yaml)", status: .invalidInput)
        }
        return paths.map { prefix + $0 }
    }
}
