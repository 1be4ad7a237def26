/// What a report consists of, ready to be written.
public enum ReportContent: Sendable, Hashable {
    /// A file of a report that consists of several.
    public struct File: Sendable, Hashable {
        /// Its name within the folder, without a `/`.
        public let name: String
        /// Its content, in UTF-8.
        public let bytes: [UInt8]
    }

    /// One file with these bytes, in UTF-8.
    case file([UInt8])
    /// A folder with these files, sorted by name, no two of one name.
    case folder([File])
}

extension ReportContent {
    /// One file with a text.
    static func text(_ text: String) -> ReportContent { .file(Array(text.utf8)) }
}
