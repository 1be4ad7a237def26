/// How large what is read from files may be.
///
/// The page Bounds of the documentation lists them.
package enum InputBounds {
    /// The most bytes of a message, an archive, a proof, or another document of JSON.
    package static let documentBytes = 64 << 20
    /// The most bytes of a file that people write: scenarios, a policy, severities.
    package static let settingsBytes = 4 << 20
    /// The most bytes of all scenario files of a suite.
    package static let suiteBytes = 16 << 20
    /// The most scenario files of a suite.
    package static let suiteFiles = 10_000
    /// The most files and folders in a folder that is looked through, those of folders in it counted.
    package static let folderEntries = 100_000
    /// The most folders inside each other in a folder that is looked through.
    package static let folderDepth = 32
    /// The most bytes of one line of a stream.
    package static let lineBytes = 64 << 20
}
