/// A file that a user names, or that one of the user's refers to, and that can't be read.
struct UnreadableFile: Error, Sendable, Equatable, CustomStringConvertible {
    /// The path as it was given.
    let path: String
    /// What is wrong with it, as a lower-case fragment.
    let reason: String

    /// `can't read FILE: REASON`.
    var description: String { "can't read \(path): \(reason)" }
}
