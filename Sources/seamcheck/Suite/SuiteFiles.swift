import Files

/// The scenario files that a user names on the command line.
enum SuiteFiles {
    /// The scenario files at these paths: a file as it is, of a folder every `.yaml` and `.yml` file below it.
    ///
    /// - Parameter paths: files and folders.
    /// - Returns: path and bytes of each file, once, in the order of the paths.
    /// - Throws: `UnreadableFile` when one can't be read, or all are more than ``InputBounds`` allow; `CommandFailure` when a
    ///   folder holds none.
    static func read(_ paths: [String]) throws -> [(path: String, bytes: [UInt8])] {
        var found: [String] = []
        var known: Set<String> = []
        for path in paths {
            found += try files(at: path).filter { known.insert($0).inserted }
            guard found.count <= InputBounds.suiteFiles else {
                throw UnreadableFile(
                    path: path,
                    reason: "there are more than \(InputBounds.suiteFiles) scenario files (run them in parts)"
                )
            }
        }
        var size = 0
        return try found.map { path in
            let bytes = try Input(path: path).bytes(atMost: InputBounds.settingsBytes)
            size += bytes.count
            guard size <= InputBounds.suiteBytes else {
                let reason = "with it the scenarios are larger than \(InputBounds.suiteBytes >> 20) MiB"
                throw UnreadableFile(path: path, reason: "\(reason) (run them in parts)")
            }
            return (path, bytes)
        }
    }

    /// The folders of a suite that hold no scenarios.
    private static let otherFolders: Set<String> = ["contract", "profiles", "requirements"]

    /// The scenario files at one path.
    private static func files(at path: String) throws -> [String] {
        guard InputFolder.exists(at: path) else { return [path] }
        let files = try InputFolder(path: path).files(endingIn: [".yaml", ".yml"], skipping: otherFolders)
        guard !files.isEmpty else {
            throw CommandFailure("\(path) holds no scenario file (expected *.yaml)", status: .invalidInput)
        }
        return files
    }
}
