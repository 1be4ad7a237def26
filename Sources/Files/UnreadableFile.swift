import Foundation

/// A file that a user names, or that one of the user's refers to, and that can't be read.
package struct UnreadableFile: Error, Sendable, Equatable, CustomStringConvertible {
    /// The path as it was given.
    package let path: String
    /// What is wrong with it, as a lower-case fragment.
    package let reason: String

    /// A file that can't be read.
    ///
    /// - Parameters:
    ///   - path: the path as it was given.
    ///   - reason: what is wrong with it, as a lower-case fragment.
    package init(path: String, reason: String) {
        self.path = path
        self.reason = reason
    }

    /// `can't read FILE: REASON`.
    package var description: String { "can't read \(path): \(reason)" }
}

extension UnreadableFile {
    /// A file that the system refuses to read.
    ///
    /// - Parameters:
    ///   - path: the path as it was given.
    ///   - code: the error number of the operating system.
    init(path: String, code: Int32) {
        let reason =
            switch code {
            case ENOENT: "there is no such file"
            case EISDIR: "it is a folder, not a file"
            case EACCES, EPERM: "you may not read it"
            case ELOOP: "its symbolic links lead in a circle"
            case ENXIO: "it is a socket or a device, not a file"
            default: String(cString: strerror(code)).lowercased()
            }
        self.init(path: path, reason: reason)
    }
}
