/// Why the store could not be read or written, and what to do about it.
public struct StoreError: Error, Sendable, Equatable, CustomStringConvertible {
    /// The sorts of trouble.
    public enum Cause: Sendable, Equatable {
        /// There is no file of that name.
        case missing
        /// The name is none of a file: it is empty, `:memory:` or a URI, all of which SQLite takes for something else.
        case noFile
        /// There is a folder of that name, or the name ends in a slash.
        case folder
        /// There is something of that name that is neither a file nor a folder: what it is, with its article.
        case notAFile(String)
        /// The name, or a folder in it, is a symbolic link that leads back to itself.
        case linkLoop
        /// The file is no SQLite database, or one of another program.
        case notAStore
        /// The file is a store, but what is in it can't be right; the text says what.
        case damaged(String)
        /// A newer `seamcheck` wrote it.
        case newer(schema: Int, known: Int)
        /// An older `seamcheck` wrote it, and it can't be brought up to date where it can't be written.
        case older(schema: Int, known: Int)
        /// The file or its folder can't be written.
        case readOnly
        /// The disk, or the quota, is full.
        case full
        /// Another process kept it locked for too long.
        case busy
        /// The file was removed, moved or replaced while it was in use, so that what was written is gone.
        case removed
        /// No run has that id, nor an id that begins so.
        case unknownRun(String)
        /// More than one run has an id that begins so; the ids, sorted, at most five.
        case ambiguousRun(String, matches: [String])
        /// The store holds no run at all.
        case noRuns
        /// Something else; the text is SQLite's or the system's.
        case other(String)
    }

    /// The file; `:memory:` for a store that has none.
    public let path: String
    /// What is wrong.
    public let cause: Cause

    /// An error.
    ///
    /// - Parameters:
    ///   - path: the file.
    ///   - cause: what is wrong.
    public init(path: String, cause: Cause) {
        self.path = path
        self.cause = cause
    }

    /// The path, what is wrong with it, and in brackets what to do.
    public var description: String { "\(path.isEmpty ? "''" : path): \(trouble) (\(advice))" }

    private var trouble: String {
        switch cause {
        case .missing: "there is no store of that name"
        case .noFile: "this names no file"
        case .folder: "is a folder"
        case .notAFile(let kind): "is \(kind), not a file"
        case .linkLoop: "a symbolic link that leads back to itself"
        case .notAStore: "not a store of seamcheck"
        case .damaged(let what): "the store is damaged: \(what)"
        case .newer(let schema, let known):
            "the store was written by a newer seamcheck (schema \(schema), this one knows \(known))"
        case .older(let schema, let known):
            "the store was written by an older seamcheck (schema \(schema), this one reads \(known)) and can't be written"
        case .readOnly: "the store can't be written"
        case .full: "the disk is full"
        case .busy: "another process keeps the store locked"
        case .removed: "the store was removed, moved or replaced while it was in use"
        case .unknownRun(let id): "no run has an id that is or begins with '\(id)'"
        case .ambiguousRun(let id, let matches):
            "several runs have an id that begins with '\(id)': \(matches.joined(separator: ", "))"
        case .noRuns: "the store holds no run"
        case .other(let message): message
        }
    }

    private var advice: String {
        switch cause {
        case .missing, .noRuns: "make one with 'seamcheck run', or name another file with --store FILE"
        case .noFile, .folder, .notAFile: "name a file with --store FILE"
        case .linkLoop: "mend the link, or name another file with --store FILE"
        case .notAStore: "it is left as it is; name another file with --store FILE"
        case .damaged: "keep a copy, and go on with another file by --store FILE"
        case .newer: "update seamcheck, or use another file with --store FILE; nothing was changed"
        case .older: "copy it to where you may write, and name the copy with --store FILE"
        case .readOnly: "give yourself the right to write there, or name another file with --store FILE"
        case .full: "free some space, or name a file on another disk with --store FILE; what was written is kept"
        case .removed: "what was written since then is lost; find out what touches the file, then run again"
        case .busy: "wait for it to end, or use another file with --store FILE"
        case .unknownRun: "'seamcheck history runs' lists them; 'latest' is the last one"
        case .ambiguousRun: "give more of the id"
        case .other: "try another file with --store FILE"
        }
    }
}
