import Files
import Foundation
import SeamContract

/// The files that a contract may refer to: those below its own folder and below the folder in which the program runs.
///
/// A contract may come from somebody else; it should not read whatever the user may.
struct ContractFiles {
    /// The folders, symbolic links followed, each with a slash at its end.
    private let folders: [String]

    /// The files beside a contract.
    ///
    /// - Parameter contract: the contract's path.
    init(beside contract: String) {
        let own = URL(fileURLWithPath: contract).deletingLastPathComponent()
        let working = URL(fileURLWithPath: FileManager.default.currentDirectoryPath)
        folders = [own, working].map { folder in
            let path = folder.resolvingSymlinksInPath().path
            return path.hasSuffix("/") ? path : path + "/"
        }
    }

    /// The text of a file that the contract refers to.
    ///
    /// - Parameter path: the file.
    /// - Returns: its text.
    /// - Throws: `UnreadableFile` when it lies elsewhere, is no file, can't be read, is too large or is not UTF-8.
    func text(of path: String) throws(UnreadableFile) -> String {
        let file = URL(fileURLWithPath: path).resolvingSymlinksInPath().path
        guard folders.contains(where: file.hasPrefix) else {
            throw UnreadableFile(
                path: path,
                reason: "it lies outside of the contract's folder and of the one you are in (go to a folder above both)"
            )
        }
        do {
            // The path without links is opened, so that a link that changes now leads nowhere else.
            return try Input(path: file).text(atMost: ContractBounds.bytes)
        } catch {
            throw UnreadableFile(path: path, reason: error.reason)
        }
    }
}
